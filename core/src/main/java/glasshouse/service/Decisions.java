package glasshouse.service;

import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Terms;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides for one service. One per thread; nothing is allocated but the decision.
///
/// The first rule whose condition holds decides. Where a better outcome or price was to be had, the
/// decision carries its reasons and the least score that would change it, found by asking the same
/// rules again with that score. The scores at which an answer can change part the scale in
/// stretches; which rules a score and its band leave open is settled for each beforehand.
public final class Decisions {
    private final Service service;
    private final Rule[] rules;
    private final Check[] checks;
    private final Reasons reasons;
    private final long[] turningPoints;

    /// By stretch: its band, as far as rules ask for one, and the rules it leaves open, in order.
    private final int[] bands;

    private final int[][] open;
    private final long bestPrice;
    private final boolean humanReview;
    private final Standing standing = new Standing();

    public Decisions(Plan plan, Service service) {
        this.service = service;
        Scheme scheme = plan.scheme();
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
        reasons = new Reasons(scheme, service);
        turningPoints = TurningPoints.of(scheme, service);
        bands = new int[turningPoints.length + 1];
        open = new int[bands.length][];
        for (int i = 0; i < bands.length; i++) {
            long from = i == 0 ? scheme.scale().floorMicro() : turningPoints[i - 1];
            bands[i] = scheme.bands().indexOf(scheme.band(from));
            standing.scoreMicro = from;
            standing.band = bands[i];
            open[i] = open();
        }
        standing.partials = new long[scheme.characteristics().size()];
        boolean offered = scheme.terms().rights().contains(Terms.Right.HUMAN_REVIEW);
        humanReview = offered || (service.automated() && service.significant());
    }

    /// The rules that the standing's score and band leave open, up to the first that asks no more.
    private int[] open() {
        var left = new int[rules.length];
        int count = 0;
        for (int i = 0; i < rules.length; i++) {
            if (checks[i].allowsScore(standing)) {
                left[count++] = i;
                if (checks[i].asksForScoreOnly()) {
                    return Arrays.copyOf(left, count);
                }
            }
        }
        throw new IllegalStateException("the last rule of a service holds for all");
    }

    /// Decides on the account just read; `lists` has a bit for each list the person is on.
    public Decision decide(Readout readout, long lists) {
        standing.scoreMicro = readout.scoreMicro();
        standing.lists = lists;
        readout.copyPartials(standing.partials);
        int stretch = stretch(standing.scoreMicro);
        standing.band = bands[stretch];
        int decisive = decisive(open[stretch]);
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
                best ? List.of() : reasons.principal(rule.reason(), readout),
                best ? null : change(stretch, rule.outcome(), price != null, priceMicro),
                humanReview && !best);
    }

    /// How many turning points a score has reached.
    private int stretch(long scoreMicro) {
        int reached = 0;
        for (long point : turningPoints) {
            reached += scoreMicro >= point ? 1 : 0;
        }
        return reached;
    }

    private int decisive(int[] open) {
        int last = open.length - 1;
        for (int i = 0; i < last; i++) {
            if (checks[open[i]].allowsRest(standing)) {
                return open[i];
            }
        }
        return open[last];
    }

    private boolean isBest(Outcome outcome, @Nullable Curve price, long priceMicro) {
        if (outcome != Outcome.GRANTED) {
            return false;
        }
        return price == null || service.effect() == Effect.OFFER || priceMicro <= bestPrice;
    }

    /// The first turning point above the score at which the same rules decide better.
    private Decision.@Nullable Change change(
            int stretch, Outcome outcome, boolean priced, long priceMicro) {
        Decision.Change change = null;
        for (int i = stretch; i < turningPoints.length && change == null; i++) {
            standing.scoreMicro = turningPoints[i];
            standing.band = bands[i + 1];
            change = better(rules[decisive(open[i + 1])], outcome, priced, priceMicro);
        }
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
