package glasshouse.wire.mapping;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads the `file:` block of a mapping.
final class TableSection {
    private enum Kind {
        DELIMITED,
        SPACES,
        FIXED
    }

    private static final Map<String, Kind> KINDS =
            Map.of("delimited", Kind.DELIMITED, "spaces", Kind.SPACES, "fixed", Kind.FIXED);
    private static final Map<String, Boolean> FLAGS =
            Map.of("yes", true, "true", true, "no", false, "false", false);
    private static final Map<String, Character> DELIMITERS = Map.of("tab", '\t', "space", ' ');
    private static final Map<String, Character> QUOTES = Map.of("none", (char) Layout.NO_QUOTE);

    private final Fields fields;
    private final List<String> columns = new ArrayList<>();
    private final List<Layout.Span> spans = new ArrayList<>();

    TableSection(Fields fields) {
        this.fields = fields;
    }

    TextTable read() {
        Kind kind = choice("format", KINDS, Kind.DELIMITED);
        Layout layout = layout(kind);
        boolean header = choice("header", FLAGS, kind == Kind.DELIMITED);
        if (!header && columns.isEmpty()) {
            fields.problems()
                    .add(
                            MappingCode.MISSING_KEY.code(),
                            fields.position(),
                            "a file without header needs \"columns\", the names of its columns in"
                                    + " order");
        }
        if (new TreeSet<>(columns).size() < columns.size()) {
            wrong("columns", "two columns have the same name; names are different");
        }
        var table =
                new TextTable(
                        layout,
                        header || columns.isEmpty(),
                        columns,
                        charset(),
                        number(fields, "skip", 0),
                        fields.textOr("comment", ""),
                        fields.texts("blank").stream().map(Node.Text::value).toList(),
                        choice("trim", FLAGS, false));
        fields.done();
        return table;
    }

    private Layout layout(Kind kind) {
        if (kind == Kind.FIXED) {
            places();
            return new Layout.Fixed(spans);
        }
        fields.texts("columns").forEach(column -> columns.add(column.value()));
        if (kind == Kind.SPACES) {
            return new Layout.Spaced();
        }
        byte delimiter = character("delimiter", DELIMITERS, ',');
        return new Layout.Delimited(delimiter, character("quote", QUOTES, '"'));
    }

    private <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return otherwise;
        }
        T chosen = choices.get(text.value());
        if (chosen == null) {
            wrong(
                    key,
                    key
                            + " is \""
                            + text.value()
                            + "\"; "
                            + Nearest.hint(text.value(), choices.keySet()));
            return otherwise;
        }
        return chosen;
    }

    private static int number(Fields fields, String key, int otherwise) {
        String text = fields.textOr(key, Integer.toString(otherwise));
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        fields.problems()
                .add(
                        MappingCode.WRONG_VALUE.code(),
                        fields.position(key),
                        key + " is \"" + text + "\"; allowed is a whole number");
        return otherwise;
    }

    private byte character(String key, Map<String, Character> named, char otherwise) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return (byte) otherwise;
        }
        String value = text.value();
        Character byName = named.get(value);
        char found = byName != null ? byName : value.length() == 1 ? value.charAt(0) : 0xFF;
        if (found > 0x7E || found == '\n' || found == '\r') {
            wrong(key, key + " is one ASCII character or " + String.join(", ", named.keySet()));
            return (byte) otherwise;
        }
        return (byte) found;
    }

    private Charset charset() {
        String name = fields.textOr("charset", "utf-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            fields.problems()
                    .add(
                            MappingCode.BAD_FORM.code(),
                            fields.position("charset"),
                            "there is no charset \""
                                    + name
                                    + "\"; common are utf-8, iso-8859-1,"
                                    + " windows-1252, utf-16");
            return StandardCharsets.UTF_8;
        }
    }

    private void places() {
        for (Node node : fields.items("columns")) {
            if (!(node instanceof Node.Table table)) {
                wrong("columns", "a column at fixed places is {name: n, from: first, to: last}");
                return;
            }
            Fields column = fields.inner(table, "a column");
            Node.Text name = column.needText("name");
            int from = number(column, "from", 0);
            int to = number(column, "to", 0);
            column.done();
            columns.add(name == null ? "" : name.value());
            if (from < 1 || to < from) {
                fields.problems()
                        .add(
                                MappingCode.WRONG_VALUE.code(),
                                column.position(),
                                "a column runs \"from\" a character counted from 1 \"to\" a later"
                                        + " one");
            } else {
                spans.add(new Layout.Span(from, to));
            }
        }
    }

    private void wrong(String key, String message) {
        fields.problems().add(MappingCode.WRONG_VALUE.code(), fields.position(key), message);
    }
}
