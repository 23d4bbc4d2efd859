package glasshouse.compiler;

import static java.util.stream.Collectors.toSet;

import glasshouse.document.Fields;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the blacklists and red lists.
final class ListingReader {
    private final Reading reading;
    private final ConditionReader conditions;
    private final Map<String, Set<String>> entries = new LinkedHashMap<>();
    private final Map<String, Set<String>> exits = new LinkedHashMap<>();

    ListingReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    /// The lists that a condition looks at.
    private static Set<String> named(Condition condition) {
        return switch (condition) {
            case Condition.Always _, Condition.Score _, Condition.InBand _, Condition.Partial _ ->
                    Set.of();
            case Condition.OnList on -> Set.of(on.list());
            case Condition.All all -> named(all.conditions());
            case Condition.Any any -> named(any.conditions());
            case Condition.Not not -> named(not.condition());
        };
    }

    private static Set<String> named(List<Condition> conditions) {
        return conditions.stream().flatMap(each -> named(each).stream()).collect(toSet());
    }

    Map<String, Listing> read(Fields scheme) {
        Map<String, Listing> lists = new LinkedHashMap<>();
        scheme.tables("lists", (name, table) -> lists.put(name, listing(name, table)));
        Circles.check(reading, "enters", entries);
        Circles.check(reading, "leaves", exits);
        return lists;
    }

    private Listing listing(String name, Fields fields) {
        reading.place("lists." + name, name, fields);
        fields.need("kind", "kind: blacklist");
        var kind = reading.word(fields, "kind", Listing.Kind.values(), Listing.Kind.BLACKLIST);
        fields.need("enter", "enter: {score: {below: 400}}");
        Condition enter = conditions.read(fields, "enter", new Condition.Always());
        Condition exit = conditions.read(fields, "exit", new Condition.Not(enter));
        entries.put(name, named(enter));
        exits.put(name, fields.has("exit") ? named(exit) : Set.of());
        var listing =
                new Listing(
                        name,
                        fields.textOr("title", name),
                        kind,
                        enter,
                        exit,
                        Quantity.days(fields, "notice", 0),
                        Quantity.days(fields, "expires", 0),
                        Quantity.days(fields, "review", 0),
                        reading.yes(fields, "public"));
        fields.done();
        return listing;
    }
}
