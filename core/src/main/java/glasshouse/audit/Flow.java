package glasshouse.audit;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Which characteristics flow into which services: through the score, a band, a partial score, or a
/// list that itself depends on them.
final class Flow {
    private final Scheme scheme;

    Flow(Scheme scheme) {
        this.scheme = scheme;
    }

    /// The characteristics that what a service says depends on, in the order of the scheme.
    Set<Characteristic> into(Service service) {
        Set<String> names = new HashSet<>();
        for (Rule rule : service.rules()) {
            collect(rule.when(), names, new HashSet<>());
            Curve price = rule.price();
            if (price != null && price.knots().size() > 1) {
                everything(names);
            }
        }
        if (service.quota() != null) {
            everything(names);
        }
        Set<Characteristic> into = new LinkedHashSet<>();
        for (Characteristic characteristic : scheme.characteristics()) {
            if (names.contains(characteristic.name())) {
                into.add(characteristic);
            }
        }
        return into;
    }

    /// Whether a service can leave one person worse off than another.
    static boolean canHarm(Service service) {
        if (service.advantageOnly()) {
            return false;
        }
        boolean refuses =
                service.rules().stream().anyMatch(rule -> rule.outcome() != Outcome.GRANTED);
        List<Curve> prices =
                service.rules().stream().map(Rule::price).filter(Objects::nonNull).toList();
        boolean pricesDiffer =
                prices.stream()
                                .flatMap(price -> price.knots().stream())
                                .map(Curve.Knot::yMicro)
                                .distinct()
                                .count()
                        > 1;
        boolean someUnpriced = !prices.isEmpty() && prices.size() < service.rules().size();
        return refuses || pricesDiffer || someUnpriced || service.quota() != null;
    }

    private void everything(Set<String> names) {
        scheme.characteristics().forEach(characteristic -> names.add(characteristic.name()));
    }

    private void collect(Condition condition, Set<String> names, Set<String> lists) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.Score _, Condition.InBand _ -> everything(names);
            case Condition.Partial partial -> names.add(partial.characteristic());
            case Condition.OnList on -> list(on.list(), names, lists);
            case Condition.All all -> all.conditions().forEach(c -> collect(c, names, lists));
            case Condition.Any any -> any.conditions().forEach(c -> collect(c, names, lists));
            case Condition.Not not -> collect(not.condition(), names, lists);
        }
    }

    private void list(String name, Set<String> names, Set<String> seen) {
        if (!seen.add(name)) {
            return;
        }
        for (Listing listing : scheme.lists()) {
            if (listing.name().equals(name)) {
                collect(listing.enter(), names, seen);
                collect(listing.exit(), names, seen);
            }
        }
    }
}
