package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// Reads what follows `when`, `enter` and `exit`: all keys must hold.
final class ConditionReader {
    private final Reading reading;
    private final Names names;
    private final Scale scale;

    /// What a condition may name.
    record Names(
            Collection<String> bands,
            Collection<String> lists,
            Collection<String> characteristics) {}

    ConditionReader(Reading reading, Names names, Scale scale) {
        this.reading = reading;
        this.names = names;
        this.scale = scale;
    }

    /// The condition under a key; the one given where there is none.
    Condition read(Fields fields, String key, Condition otherwise) {
        Fields table = fields.table(key, key, key + ": {score: {below: 500}}");
        return table == null ? otherwise : condition(table);
    }

    private Condition condition(Fields fields) {
        var all = new ArrayList<Condition>();
        Fields score = fields.table("score", "score", "score: {below: 500}");
        if (score != null) {
            Range range = range(score);
            checkScale(score, range);
            all.add(new Condition.Score(range.atLeast(), range.below()));
        }
        List<Node.Text> bands = fields.texts("band");
        if (!bands.isEmpty()) {
            var chosen = new HashSet<String>();
            for (Node.Text band : bands) {
                reading.known(band, "band", Code.UNKNOWN_BAND, names.bands());
                chosen.add(band.value());
            }
            all.add(new Condition.InBand(chosen));
        }
        for (Node.Text list : fields.texts("list")) {
            reading.known(list, "list", Code.UNKNOWN_LIST, names.lists());
            all.add(new Condition.OnList(list.value()));
        }
        fields.tables("characteristic", (name, table) -> all.add(partial(name, table)));
        nested(fields, "all", all, Condition.All::new);
        nested(fields, "any", all, Condition.Any::new);
        Fields not = fields.table("not", "not", "not: {band: green}");
        if (not != null) {
            all.add(new Condition.Not(condition(not)));
        }
        fields.done();
        if (all.isEmpty() && fields.keys().isEmpty()) {
            reading.report(
                    Code.RULES,
                    fields.position(),
                    "the condition says nothing; use score, band, list, characteristic, any, all"
                            + " or not, or leave it out");
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(all);
    }

    /// A bound outside the scale holds for everybody or for nobody.
    private void checkScale(Fields score, Range range) {
        boolean reads = range.atLeast() < range.below();
        boolean least = score.has("at-least") && !within(range.atLeast());
        boolean below =
                score.has("below")
                        && (!within(range.below()) || range.below() == scale.floorMicro());
        if (reads && (least || below)) {
            reading.report(
                    Code.RULES,
                    score.position(least ? "at-least" : "below"),
                    "found %s; scores lie from %s to %s, so this bound holds for %s"
                            .formatted(
                                    Micro.format(least ? range.atLeast() : range.below()),
                                    Micro.format(scale.floorMicro()),
                                    Micro.format(scale.ceilingMicro()),
                                    forAll(range, least) ? "everybody" : "nobody"));
        }
    }

    private boolean within(long score) {
        return score >= scale.floorMicro() && score <= scale.ceilingMicro();
    }

    private boolean forAll(Range range, boolean least) {
        return least ? range.atLeast() < scale.floorMicro() : range.below() > scale.ceilingMicro();
    }

    private Condition partial(String name, Fields table) {
        var text = new Node.Text(table.position(), name, true);
        Code code = Code.UNKNOWN_CHARACTERISTIC;
        reading.known(text, "characteristic", code, names.characteristics());
        Range range = range(table);
        return new Condition.Partial(name, range.atLeast(), range.below());
    }

    private record Range(long atLeast, long below) {}

    private Range range(Fields fields) {
        long atLeast = Quantity.number(fields, "at-least", Long.MIN_VALUE);
        long below = Quantity.number(fields, "below", Long.MAX_VALUE);
        fields.done();
        if (atLeast >= below) {
            reading.report(Code.RULES, fields.position(), "at-least lies under below");
        }
        if (!fields.has("at-least") && !fields.has("below")) {
            reading.report(Code.RULES, fields.position(), "say at-least: …, below: … or both");
        }
        return new Range(atLeast, below);
    }

    /// Makes one condition of several.
    private interface Joint {
        Condition of(List<Condition> conditions);
    }

    private void nested(Fields fields, String key, List<Condition> all, Joint joint) {
        List<Node> items = fields.items(key);
        if (items.isEmpty()) {
            return;
        }
        var conditions = new ArrayList<Condition>();
        for (Node item : items) {
            if (item instanceof Node.Table table) {
                conditions.add(condition(fields.inner(table, key)));
            } else {
                String allowed = key + " is a list such as [{list: a}, {score: {below: 400}}]";
                reading.report(Code.WRONG_SHAPE, item.position(), allowed);
            }
        }
        all.add(joint.of(conditions));
    }
}
