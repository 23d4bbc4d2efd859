package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Listing;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the blacklists and red lists.
final class ListingReader {
    private final Reading reading;
    private final ConditionReader conditions;

    ListingReader(Reading reading, ConditionReader conditions) {
        this.reading = reading;
        this.conditions = conditions;
    }

    Map<String, Listing> read(Fields scheme) {
        Map<String, Listing> lists = new LinkedHashMap<>();
        scheme.tables("lists", (name, table) -> lists.put(name, listing(name, table)));
        return lists;
    }

    private Listing listing(String name, Fields fields) {
        reading.place("lists." + name, name, fields);
        fields.need("kind", "kind: blacklist");
        var kind = reading.word(fields, "kind", Listing.Kind.values(), Listing.Kind.BLACKLIST);
        fields.need("enter", "enter: {score: {below: 400}}");
        Condition enter = conditions.read(fields, "enter", new Condition.Always());
        Condition exit = conditions.read(fields, "exit", new Condition.Not(enter));
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
