package glasshouse.parity;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.parity.DecisionMapping.Said;
import glasshouse.parity.DecisionMapping.Score;
import glasshouse.parity.DecisionMapping.Shape;
import glasshouse.parity.DecisionMapping.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Reads mappings of decisions; all problems of a file are reported at once.
public final class DecisionMappingReader {
    private static final String YAML = "GH-DECISIONS-001";
    private static final String KEY = "GH-DECISIONS-002";
    private static final String VALUE = "GH-DECISIONS-003";
    private static final Fields.Codes CODES = new Fields.Codes(KEY, KEY, VALUE);
    private static final int MOST_TRAITS = 6;
    private static final long FEWEST = 30;

    private final Problems problems = new Problems();

    private DecisionMappingReader() {}

    /// What became of a mapping.
    public sealed interface Result {
        record Read(DecisionMapping mapping) implements Result {}

        /// Everything that is wrong with it.
        record Refused(List<Problem> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads the text of a mapping; `file` is what problems call it.
    public static Result read(String file, String text) {
        return new DecisionMappingReader().mapping(file, text);
    }

    private Result mapping(String file, String text) {
        Node.Table root = Yaml.table(file, text, YAML, problems);
        if (root == null) {
            return new Result.Refused(problems.inOrder());
        }
        var top = new Fields(root, "the mapping", CODES, problems);
        Node.Text name = top.needText("decisions", "decisions: card-clients");
        String description = top.textOr("description", "");
        Shape shape = shape(top.table("file", "file"));
        top.need("groups", "groups: {sex: {column: sex}}");
        var traits = new ArrayList<Trait>();
        top.tables("groups", (trait, fields) -> traits.add(trait(trait, fields)));
        if (traits.size() > MOST_TRAITS) {
            wrong(
                    top.position("groups"),
                    "there are " + traits.size() + " groups; at most " + MOST_TRAITS + " are read");
        }
        List<List<Integer>> crossed = intersections(top, traits);
        Score score = score(top.table("score", "score"));
        Said decision = said(top.table("decision", "decision"), "decision");
        Said outcome = said(top.table("outcome", "outcome"), "outcome");
        if (score == null && decision == null && problems.isEmpty()) {
            problems.add(
                    KEY,
                    top.position(),
                    "the mapping needs the key decision, such as decision: {column: granted, yes:"
                            + " [1]}, or the key score");
        }
        boolean favourable = flag(top, "favourable", true);
        long fewest = whole(top, "fewest", FEWEST);
        String person = top.textOr("person", "");
        String count = top.textOr("count", "");
        top.done();
        if (!problems.isEmpty() || name == null) {
            return new Result.Refused(problems.inOrder());
        }
        return new Result.Read(
                new DecisionMapping(
                        name.value(),
                        description,
                        shape,
                        traits,
                        crossed,
                        score,
                        decision,
                        outcome,
                        favourable,
                        person,
                        count,
                        fewest));
    }

    private Shape shape(@Nullable Fields fields) {
        if (fields == null) {
            return new Shape(',', List.of());
        }
        String said = fields.textOr("delimiter", ",");
        String delimiter = said.equals("tab") ? "\t" : said.equals("space") ? " " : said;
        if (delimiter.length() != 1) {
            wrong(
                    fields.position("delimiter"),
                    "delimiter is “" + said + "”; allowed is one character, tab or space");
            delimiter = ",";
        }
        List<String> columns = fields.texts("columns").stream().map(Node.Text::value).toList();
        fields.done();
        return new Shape(delimiter.charAt(0), columns);
    }

    private Trait trait(String name, Fields fields) {
        String column = fields.textOr("column", name);
        Map<String, String> values = new LinkedHashMap<>();
        Fields named = fields.table("values", "values of " + name);
        if (named != null) {
            named.keys().forEach(key -> values.put(key, named.textOr(key, key)));
        }
        var edges = new ArrayList<Double>();
        for (Node.Text edge : fields.texts("below")) {
            OptionalDouble number = number(edge, "below");
            if (number.isPresent() && !edges.isEmpty() && number.getAsDouble() <= edges.getLast()) {
                wrong(edge.position(), "below holds numbers that rise");
            }
            number.ifPresent(edges::add);
        }
        if (!values.isEmpty() && !edges.isEmpty()) {
            wrong(fields.position(), "the group " + name + " has values or below, not both");
        }
        Node.Text reference = fields.text("reference");
        var trait =
                new Trait(name, column, values, edges, reference == null ? "" : reference.value());
        if (reference != null
                && !trait.groups().isEmpty()
                && !trait.groups().contains(reference.value())) {
            wrong(
                    reference.position(),
                    "no group “"
                            + reference.value()
                            + "”; "
                            + Nearest.hint(reference.value(), trait.groups()));
        }
        fields.done();
        return trait;
    }

    /// The attributes that are crossed: those that the mapping names, else each two.
    private List<List<Integer>> intersections(Fields top, List<Trait> traits) {
        List<String> names = traits.stream().map(Trait::name).toList();
        var crossed = new ArrayList<List<Integer>>();
        if (!top.has("intersections")) {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    crossed.add(List.of(i, j));
                }
            }
            return crossed;
        }
        for (Node item : top.items("intersections")) {
            var row = new ArrayList<Integer>();
            List<Node> parts = item instanceof Node.Series many ? many.items() : List.of(item);
            for (Node part : parts) {
                String name = part instanceof Node.Text text ? text.value() : "";
                if (!names.contains(name)) {
                    wrong(part.position(), "no group “" + name + "”; " + Nearest.hint(name, names));
                } else {
                    row.add(names.indexOf(name));
                }
            }
            if (row.stream().distinct().count() != row.size() || parts.size() < 2) {
                wrong(item.position(), "an intersection names two or more different groups");
            }
            crossed.add(row);
        }
        return crossed;
    }

    private @Nullable Score score(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Node.Text column = fields.needText("column", "column: score");
        String yes = fields.textOr("yes", "high");
        if (!List.of("high", "low").contains(yes)) {
            wrong(fields.position("yes"), "yes is “" + yes + "”; allowed are high, low");
        }
        Node.Text at = fields.text("threshold");
        OptionalDouble threshold = at == null ? OptionalDouble.empty() : number(at, "threshold");
        fields.done();
        return new Score(column == null ? "" : column.value(), yes.equals("high"), threshold);
    }

    private @Nullable Said said(@Nullable Fields fields, String what) {
        if (fields == null) {
            return null;
        }
        Node.Text column = fields.needText("column", "column: " + what);
        fields.need("yes", "yes: [1]");
        List<String> yes = fields.texts("yes").stream().map(Node.Text::value).toList();
        List<String> no = fields.texts("no").stream().map(Node.Text::value).toList();
        fields.done();
        return new Said(column == null ? "" : column.value(), yes, no);
    }

    private OptionalDouble number(Node.Text text, String what) {
        try {
            double number = Double.parseDouble(text.value());
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException none) {
            // Said below.
        }
        wrong(text.position(), what + " is “" + text.value() + "”; allowed is a number");
        return OptionalDouble.empty();
    }

    private boolean flag(Fields fields, String key, boolean otherwise) {
        String said = fields.textOr(key, otherwise ? "yes" : "no");
        if (!List.of("yes", "no", "true", "false").contains(said)) {
            wrong(fields.position(key), key + " is “" + said + "”; allowed are yes, no");
        }
        return said.equals("yes") || said.equals("true");
    }

    private long whole(Fields fields, String key, long otherwise) {
        String said = fields.textOr(key, Long.toString(otherwise));
        if (!said.matches("[1-9]\\d{0,8}")) {
            wrong(
                    fields.position(key),
                    key + " is “" + said + "”; allowed is a whole number from 1");
            return otherwise;
        }
        return Long.parseLong(said);
    }

    private void wrong(Position place, String message) {
        problems.add(VALUE, place, message);
    }
}
