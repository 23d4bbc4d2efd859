package glasshouse.audit;

import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.List;
import java.util.Objects;

/// Whether a service can leave a person worse off than without the scheme.
///
/// What a scheme declares is held against its rules: an "advantage" that refuses, or that prices
/// someone below a newcomer, is none.
enum Harm {
    /// Nobody is worse off.
    NONE,
    /// People are treated differently, and only a person can tell whether some are worse off: the
    /// terms differ, or somebody else goes first.
    DOUBTFUL,
    /// Some are refused, wait, or pay more.
    CERTAIN;

    static Harm of(Scheme scheme, Service service) {
        if (service.advantageOnly()) {
            if (!contradiction(scheme, service).isEmpty()) {
                return CERTAIN;
            }
            boolean queue = service.quota() != null || service.effect() == Effect.PRIORITY;
            return queue || otherTermsBelow(scheme, service) ? DOUBTFUL : NONE;
        }
        if (refuses(service) || pricesDiffer(service) || service.quota() != null) {
            return CERTAIN;
        }
        boolean termsDiffer = service.rules().stream().map(Rule::terms).distinct().count() > 1;
        return termsDiffer ? DOUBTFUL : NONE;
    }

    /// What in the rules contradicts that a service is advantage-only; empty where nothing does.
    ///
    /// An advantage may be kept for those who stand high: they get what a newcomer does not. It is
    /// none where a decision of weight is refused, or where somebody who stands low, or on a
    /// blacklist, is refused or priced worse than a newcomer.
    static String contradiction(Scheme scheme, Service service) {
        if (!service.advantageOnly()) {
            return "";
        }
        if (refuses(service) && service.effect() != Effect.OFFER) {
            return "it refuses some or sends them to review";
        }
        if (refuses(service) && service.significant()) {
            return "it refuses some what it calls a decision of weight";
        }
        var outcomes = new Outcomes(scheme);
        if (takesAway(scheme, service, outcomes)) {
            return "it refuses some what it grants a newcomer";
        }
        return pricesWorse(scheme, service, outcomes);
    }

    private static long newcomer(Scheme scheme) {
        return scheme.scale().publish(scheme.scale().initialMicro());
    }

    private static boolean takesAway(Scheme scheme, Service service, Outcomes outcomes) {
        long newcomer = newcomer(scheme);
        if (outcomes.decisive(service, newcomer).outcome() != Outcome.GRANTED) {
            return false;
        }
        for (long score : outcomes.turningPoints(service)) {
            boolean granted = outcomes.decisive(service, score).outcome() == Outcome.GRANTED;
            if (score < newcomer && !granted) {
                return true;
            }
        }
        return service.rules().stream()
                .anyMatch(each -> each.outcome() != Outcome.GRANTED && low(scheme, each.when()));
    }

    private static String pricesWorse(Scheme scheme, Service service, Outcomes outcomes) {
        long newcomer = newcomer(scheme);
        Long ordinary = outcomes.price(service, newcomer);
        Long best = outcomes.price(service, scheme.scale().ceilingMicro());
        if (ordinary == null || best == null) {
            return "";
        }
        int better = Long.compare(best, ordinary);
        for (long score : outcomes.turningPoints(service)) {
            Long price = outcomes.price(service, score);
            if (price != null && score < newcomer && worse(price, ordinary, better)) {
                return "it prices those below a newcomer's score worse than a newcomer";
            }
        }
        for (Rule rule : service.rules()) {
            Curve price = rule.price();
            if (price != null
                    && low(scheme, rule.when())
                    && price.knots().stream()
                            .anyMatch(knot -> worse(knot.yMicro(), ordinary, better))) {
                return "it prices some, by a list or a part of the score, worse than a newcomer";
            }
        }
        return "";
    }

    /// `better` is the sign of a better price; 0 where the best people pay what newcomers pay, so
    /// that whatever differs is worse.
    private static boolean worse(long price, long ordinary, int better) {
        int sign = Long.compare(price, ordinary);
        return better == 0 ? sign != 0 : sign == -better;
    }

    /// Whether a condition, apart from the score, is met by who stands low: on a blacklist, or with
    /// few points in a part of the score.
    private static boolean low(Scheme scheme, Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Score _, Condition.InBand _ -> false;
            case Condition.OnList on -> kind(scheme, on, Listing.Kind.BLACKLIST);
            case Condition.Partial partial -> partial.belowMicro() != Long.MAX_VALUE;
            case Condition.All all -> all.conditions().stream().anyMatch(e -> low(scheme, e));
            case Condition.Any any -> any.conditions().stream().anyMatch(e -> low(scheme, e));
            case Condition.Not not -> high(scheme, not.condition());
        };
    }

    private static boolean high(Scheme scheme, Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Score _, Condition.InBand _ -> false;
            case Condition.OnList on -> !kind(scheme, on, Listing.Kind.BLACKLIST);
            case Condition.Partial partial -> partial.belowMicro() == Long.MAX_VALUE;
            case Condition.All all -> all.conditions().stream().anyMatch(e -> high(scheme, e));
            case Condition.Any any -> any.conditions().stream().anyMatch(e -> high(scheme, e));
            case Condition.Not not -> low(scheme, not.condition());
        };
    }

    private static boolean kind(Scheme scheme, Condition.OnList on, Listing.Kind kind) {
        return scheme.lists().stream()
                .anyMatch(each -> each.name().equals(on.list()) && each.kind() == kind);
    }

    /// Whether those who stand low are told other terms than a newcomer.
    private static boolean otherTermsBelow(Scheme scheme, Service service) {
        var outcomes = new Outcomes(scheme);
        long newcomer = newcomer(scheme);
        String ordinary = outcomes.decisive(service, newcomer).terms();
        for (long score : outcomes.turningPoints(service)) {
            if (score < newcomer && !outcomes.decisive(service, score).terms().equals(ordinary)) {
                return true;
            }
        }
        return service.rules().stream()
                .anyMatch(each -> low(scheme, each.when()) && !each.terms().equals(ordinary));
    }

    private static boolean refuses(Service service) {
        return service.rules().stream().anyMatch(rule -> rule.outcome() != Outcome.GRANTED);
    }

    private static boolean pricesDiffer(Service service) {
        List<Curve> prices =
                service.rules().stream().map(Rule::price).filter(Objects::nonNull).toList();
        long different =
                prices.stream()
                        .flatMap(price -> price.knots().stream())
                        .map(Curve.Knot::yMicro)
                        .distinct()
                        .count();
        boolean someUnpriced = !prices.isEmpty() && prices.size() < service.rules().size();
        return different > 1 || someUnpriced;
    }
}
