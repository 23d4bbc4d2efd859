package glasshouse.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads a table key by key, and in the end names the keys that mean nothing.
///
/// Nothing is thrown: what is wrong is collected, and a stand-in is returned so that reading goes
/// on.
public final class Fields {
    private final Node.Table table;
    private final Position place;
    private final String what;
    private final Codes codes;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /// The codes of the problems that any table can have.
    public record Codes(String unknownKey, String missingKey, String wrongShape) {}

    /// `what` names the table in messages: `the signal bill.paid`.
    public Fields(Node.Table table, String what, Codes codes, Problems problems) {
        this(table, table.position(), what, codes, problems);
    }

    private Fields(Node.Table table, Position place, String what, Codes codes, Problems problems) {
        this.table = table;
        this.place = place;
        this.what = what;
        this.codes = codes;
        this.problems = problems;
    }

    /// Where the table is written: its key, where it has one.
    public Position position() {
        return place;
    }

    public Problems problems() {
        return problems;
    }

    /// Where a single value is written, or the key of a longer one, or the table where there is
    /// none.
    public Position position(String key) {
        Node.Field field = table.fields().get(key);
        if (field == null) {
            return place;
        }
        return field.value() instanceof Node.Text text ? text.position() : field.key();
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    /// The value of a key; null where it is missing or says nothing.
    public @Nullable Node find(String key) {
        asked.add(key);
        Node.Field field = table.fields().get(key);
        if (field == null || (field.value() instanceof Node.Text text && text.isNothing())) {
            return null;
        }
        return field.value();
    }

    /// The value of a key that must be there.
    public @Nullable Node need(String key) {
        return need(key, "");
    }

    /// The value of a key that must be there; a problem shows the example, such as `kind: accrual`.
    public @Nullable Node need(String key, String example) {
        Node found = find(key);
        if (found == null || isEmpty(found)) {
            String such = example.isEmpty() ? "" : ", such as " + example;
            problems.add(codes.missingKey(), place, what + " needs the key " + key + such);
        }
        return found;
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case Node.Text _ -> false;
            case Node.Table table -> table.fields().isEmpty();
            case Node.Series series -> series.items().isEmpty();
        };
    }

    /// A scalar, or null where it is missing or is none.
    public Node.@Nullable Text text(String key) {
        Node found = find(key);
        return found == null ? null : asText(found, key);
    }

    /// A scalar that must be there.
    public Node.@Nullable Text needText(String key) {
        return needText(key, "");
    }

    /// A scalar that must be there; a problem shows the example.
    public Node.@Nullable Text needText(String key, String example) {
        Node found = need(key, example);
        return found == null ? null : asText(found, key);
    }

    /// A scalar's value, or a stand-in.
    public String textOr(String key, String otherwise) {
        Node.Text text = text(key);
        return text == null ? otherwise : text.value();
    }

    private Node.@Nullable Text asText(Node node, String key) {
        if (node instanceof Node.Text text) {
            return text;
        }
        wrong(node, key, "one value");
        return null;
    }

    /// A table under a key; null where there is none.
    public @Nullable Fields table(String key, String name) {
        return table(key, name, "");
    }

    /// A table under a key; null where there is none. A problem shows the example, such as `when:
    /// {score: {below: 500}}`.
    public @Nullable Fields table(String key, String name, String example) {
        Node found = find(key);
        if (found == null) {
            return null;
        }
        if (found instanceof Node.Table inner) {
            return new Fields(inner, keyPlace(key, inner), name, codes, problems);
        }
        String such = example.isEmpty() ? "" : ", such as " + example;
        wrong(found, key, "a table of `key: value`" + such);
        return null;
    }

    public Fields inner(Node.Table inner, String name) {
        return new Fields(inner, name, codes, problems);
    }

    /// Visits each named table under a key, in the order of the file.
    public void tables(String key, BiConsumer<String, Fields> visitor) {
        Node found = find(key);
        if (found == null) {
            return;
        }
        if (!(found instanceof Node.Table outer)) {
            wrong(found, key, "a table of names");
            return;
        }
        for (Map.Entry<String, Node.Field> entry : outer.fields().entrySet()) {
            Node value = entry.getValue().value();
            Position named = entry.getValue().key();
            String name = "the " + singular(key) + " " + entry.getKey();
            if (value instanceof Node.Table inner) {
                visitor.accept(entry.getKey(), new Fields(inner, named, name, codes, problems));
            } else if (value instanceof Node.Text text && text.isNothing()) {
                var empty = new Node.Table(named, Map.of());
                visitor.accept(entry.getKey(), inner(empty, name));
            } else {
                wrong(value, entry.getKey(), "a table of `key: value`");
            }
        }
    }

    private Position keyPlace(String key, Node.Table inner) {
        Node.Field field = table.fields().get(key);
        return field == null ? inner.position() : field.key();
    }

    private static String singular(String key) {
        return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
    }

    /// The items under a key; a single value counts as a list of one.
    public List<Node> items(String key) {
        Node found = find(key);
        if (found == null) {
            return List.of();
        }
        return found instanceof Node.Series series ? series.items() : List.of(found);
    }

    /// The scalars under a key.
    public List<Node.Text> texts(String key) {
        var texts = new ArrayList<Node.Text>();
        for (Node item : items(key)) {
            Node.Text text = asText(item, key);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /// The names of all keys, in the order of the file.
    public Set<String> keys() {
        return table.fields().keySet();
    }

    private void wrong(Node found, String key, String allowed) {
        String shape =
                switch (found) {
                    case Node.Text _ -> "a single value";
                    case Node.Table _ -> "a table";
                    case Node.Series _ -> "a list";
                };
        problems.add(
                codes.wrongShape(),
                found.position(),
                key + " of " + what + " is " + shape + "; allowed is " + allowed);
    }

    /// Names the keys that nobody asked for.
    public void done() {
        for (Map.Entry<String, Node.Field> entry : table.fields().entrySet()) {
            if (!asked.contains(entry.getKey())) {
                problems.add(
                        codes.unknownKey(),
                        entry.getValue().key(),
                        what
                                + " has no key "
                                + entry.getKey()
                                + "; "
                                + Nearest.hint(entry.getKey(), asked));
            }
        }
    }
}
