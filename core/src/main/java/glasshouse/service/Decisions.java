package glasshouse.service;

import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides for one service. One per thread; nothing is allocated but the decision.
///
/// The first rule whose condition holds decides. Where a better outcome or price was to be had, the
/// decision carries its reasons and the least score that would change it, found by asking the same
/// rules again with that score.
public final class Decisions {
    private final Scheme scheme;
    private final Service service;
    private final Check[] checks;
    private final Rule[] rules;
    private final Reasons reasons;
    private final long[] turningPoints;
    private final int[] turningBands;
    private final long bestPrice;
    private final boolean humanReview;
    private final Standing standing = new Standing();

    public Decisions(Plan plan, Service service) {
        this.service = service;
        scheme = plan.scheme();
        rules = service.rules().toArray(new Rule[0]);
        checks = new Check[rules.length];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < rules.length; i++) {
            checks[i] = Check.of(scheme, rules[i].when());
            Curve price = rules[i].price();
            if (price != null) {
                for (Curve.Knot knot : price.knots()) {
                    best = Math.min(best, knot.yMicro());
                }
            }
        }
        bestPrice = best;
        reasons = new Reasons(scheme);
        turningPoints = TurningPoints.of(scheme, service);
        turningBands =
                Arrays.stream(turningPoints)
                        .mapToInt(point -> scheme.bands().indexOf(scheme.band(point)))
                        .toArray();
        standing.partials = new long[scheme.characteristics().size()];
        boolean offered = scheme.terms().rights().contains(Terms.Right.HUMAN_REVIEW);
        humanReview = offered || (service.automated() && service.significant());
    }

    /// Decides on the account just read; `lists` has a bit for each list the person is on.
    public Decision decide(Readout readout, long lists) {
        standing.scoreMicro = readout.scoreMicro();
        standing.band = readout.bandIndex();
        standing.lists = lists;
        for (int i = 0; i < standing.partials.length; i++) {
            standing.partials[i] = readout.partialMicro(i);
        }
        int decisive = decisive();
        Rule rule = rules[decisive];
        Curve price = rule.price();
        long priceMicro = price == null ? 0 : price.at(standing.scoreMicro);
        boolean best = isBest(rule.outcome(), price, priceMicro);
        return new Decision(
                service.name(),
                rule.outcome(),
                price != null,
                priceMicro,
                rule.terms(),
                decisive,
                best ? List.of() : principal(rule, readout),
                best ? null : change(rule.outcome(), price != null, priceMicro),
                humanReview && !best);
    }

    private int decisive() {
        for (int i = 0; i < checks.length; i++) {
            if (checks[i].holds(standing)) {
                return i;
            }
        }
        throw new IllegalStateException("the last rule of a service holds for all");
    }

    private boolean isBest(Outcome outcome, @Nullable Curve price, long priceMicro) {
        if (outcome != Outcome.GRANTED) {
            return false;
        }
        return price == null || service.effect() == Effect.OFFER || priceMicro <= bestPrice;
    }

    private List<Reason> principal(Rule rule, Readout readout) {
        var principal = new ArrayList<Reason>(Decision.MOST_REASONS);
        Reason own = rule.reason();
        if (own != null) {
            principal.add(own);
        }
        reasons.addTo(principal, readout);
        return principal;
    }

    /// The first turning point above the score at which the same rules decide better.
    private Decision.@Nullable Change change(Outcome outcome, boolean priced, long priceMicro) {
        long score = standing.scoreMicro;
        int band = standing.band;
        Decision.Change change = null;
        for (int i = 0; i < turningPoints.length && change == null; i++) {
            if (turningPoints[i] > score) {
                standing.scoreMicro = turningPoints[i];
                standing.band = turningBands[i];
                change = better(rules[decisive()], outcome, priced, priceMicro);
            }
        }
        standing.scoreMicro = score;
        standing.band = band;
        return change;
    }

    /// What a rule would give on the score now put in place, if that is better.
    private Decision.@Nullable Change better(
            Rule rule, Outcome outcome, boolean priced, long priceMicro) {
        Curve price = rule.price();
        long then = price == null ? 0 : price.at(standing.scoreMicro);
        boolean better =
                rule.outcome() != outcome
                        ? rank(rule.outcome()) < rank(outcome)
                        : priced && price != null && then < priceMicro;
        return better
                ? new Decision.Change(standing.scoreMicro, rule.outcome(), price != null, then)
                : null;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> 0;
            case REVIEW -> 1;
            case REFUSED -> 2;
        };
    }
}
