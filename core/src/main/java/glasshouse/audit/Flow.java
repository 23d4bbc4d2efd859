package glasshouse.audit;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which characteristics flow into which services: through the score, a band, a partial score, or a
/// list that itself depends on them.
///
/// Information carries the context where it was given as a label; a flow into another context is
/// held against [Contexts].
final class Flow {
    private final Scheme scheme;

    Flow(Scheme scheme) {
        this.scheme = scheme;
    }

    /// The characteristics on which what a service says depends, in the order of the scheme, each
    /// with the lists through which it comes, the first one first; none where it comes through the
    /// score or its points.
    Map<Characteristic, List<String>> into(Service service) {
        Map<String, List<String>> names = new HashMap<>();
        for (Rule rule : service.rules()) {
            collect(rule.when(), names, List.of(), new HashSet<>());
            Curve price = rule.price();
            if (price != null && price.knots().size() > 1) {
                everything(names, List.of());
            }
        }
        if (service.quota() != null) {
            everything(names, List.of());
        }
        return inOrder(names);
    }

    /// The characteristics on which being on a list depends.
    Map<Characteristic, List<String>> into(Listing listing) {
        Map<String, List<String>> names = new HashMap<>();
        list(listing.name(), names, List.of(), new HashSet<>());
        return inOrder(names);
    }

    /// The lists that a service asks, at once or through another list.
    Set<String> lists(Service service) {
        Set<String> lists = new HashSet<>();
        for (Rule rule : service.rules()) {
            collect(rule.when(), new HashMap<>(), List.of(), lists);
        }
        return lists;
    }

    private Map<Characteristic, List<String>> inOrder(Map<String, List<String>> names) {
        Map<Characteristic, List<String>> into = new LinkedHashMap<>();
        for (Characteristic characteristic : scheme.characteristics()) {
            List<String> through = names.get(characteristic.name());
            if (through != null) {
                into.put(characteristic, through);
            }
        }
        return into;
    }

    private void everything(Map<String, List<String>> names, List<String> through) {
        scheme.characteristics().forEach(each -> note(names, each.name(), through));
    }

    /// Keeps the shortest way.
    private static void note(Map<String, List<String>> names, String name, List<String> through) {
        names.merge(name, through, (a, b) -> a.size() <= b.size() ? a : b);
    }

    private void collect(
            Condition condition,
            Map<String, List<String>> names,
            List<String> through,
            Set<String> seen) {
        switch (condition) {
            case Condition.Always _ -> {}
            case Condition.Score _, Condition.InBand _ -> everything(names, through);
            case Condition.Partial partial -> note(names, partial.characteristic(), through);
            case Condition.OnList on -> list(on.list(), names, through, seen);
            case Condition.All all ->
                    all.conditions().forEach(each -> collect(each, names, through, seen));
            case Condition.Any any ->
                    any.conditions().forEach(each -> collect(each, names, through, seen));
            case Condition.Not not -> collect(not.condition(), names, through, seen);
        }
    }

    private void list(
            String name, Map<String, List<String>> names, List<String> through, Set<String> seen) {
        if (!seen.add(name)) {
            return;
        }
        var further = new ArrayList<String>();
        further.add("list " + name);
        further.addAll(through);
        for (Listing listing : scheme.lists()) {
            if (listing.name().equals(name)) {
                collect(listing.enter(), names, further, seen);
                collect(listing.exit(), names, further, seen);
            }
        }
    }
}
