package glasshouse.audit;

import glasshouse.scheme.Curve;
import glasshouse.scheme.Effect;
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
            return queue ? DOUBTFUL : NONE;
        }
        if (refuses(service) || pricesDiffer(service) || service.quota() != null) {
            return CERTAIN;
        }
        boolean termsDiffer = service.rules().stream().map(Rule::terms).distinct().count() > 1;
        return termsDiffer ? DOUBTFUL : NONE;
    }

    /// What in the rules contradicts that a service is advantage-only; empty where nothing does.
    static String contradiction(Scheme scheme, Service service) {
        if (!service.advantageOnly()) {
            return "";
        }
        if (service.effect() != Effect.OFFER && refuses(service)) {
            return "it refuses some or sends them to review";
        }
        var outcomes = new Outcomes(scheme);
        long newcomer = scheme.scale().publish(scheme.scale().initialMicro());
        Long ordinary = outcomes.price(service, newcomer);
        Long best = outcomes.price(service, scheme.scale().ceilingMicro());
        if (ordinary == null || best == null) {
            return "";
        }
        long better = Long.compare(best, ordinary);
        for (long score : outcomes.turningPoints(service)) {
            Long price = outcomes.price(service, score);
            boolean worse =
                    price != null
                            && (better == 0
                                    ? !price.equals(ordinary)
                                    : Long.compare(price, ordinary) == -better);
            if (worse && score < newcomer) {
                return "it prices those below a newcomer's score worse than a newcomer";
            }
        }
        return "";
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
