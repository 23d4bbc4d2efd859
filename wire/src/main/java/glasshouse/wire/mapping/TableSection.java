package glasshouse.wire.mapping;

import glasshouse.document.Problem;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the `file:` block of a mapping.
final class TableSection {
    private enum Kind {
        DELIMITED,
        SPACED,
        FIXED
    }

    private final Section section;
    private final String file;
    private final List<Problem> problems;
    private final List<String> columns = new ArrayList<>();
    private final List<Layout.Span> spans = new ArrayList<>();

    TableSection(Section section, String file, List<Problem> problems) {
        this.section = section;
        this.file = file;
        this.problems = problems;
    }

    TextTable read() {
        Kind kind =
                section.choice(
                                "format",
                                Map.of(
                                        "delimited", Kind.DELIMITED,
                                        "spaces", Kind.SPACED,
                                        "fixed", Kind.FIXED))
                        .orElse(Kind.DELIMITED);
        Layout layout = layout(kind);
        boolean header = section.flag("header", kind == Kind.DELIMITED);
        if (!header && columns.isEmpty()) {
            section.report(
                    MappingCode.MISSING_KEY,
                    section.position(),
                    "a file without header needs \"columns\", the names of its columns in order");
            columns.add("");
        }
        if (new LinkedHashSet<>(columns).size() < columns.size()) {
            section.wrong("columns", "two columns have the same name; names are different");
        }
        var table =
                new TextTable(
                        layout,
                        header,
                        columns,
                        charset(),
                        section.number("skip", 0),
                        section.text("comment").orElse(""),
                        section.texts("blank"),
                        section.flag("trim", false));
        section.close();
        return table;
    }

    private Layout layout(Kind kind) {
        if (kind == Kind.FIXED) {
            places();
            return new Layout.Fixed(spans);
        }
        columns.addAll(section.texts("columns"));
        if (kind == Kind.SPACED) {
            return new Layout.Spaced();
        }
        byte delimiter = character("delimiter", Map.of("tab", '\t', "space", ' '), ',');
        byte quote = character("quote", Map.of("none", (char) Layout.NO_QUOTE), '"');
        return new Layout.Delimited(delimiter, quote);
    }

    private byte character(String key, Map<String, Character> named, char otherwise) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return (byte) otherwise;
        }
        Character byName = named.get(text.get());
        char found =
                byName != null ? byName : text.get().length() == 1 ? text.get().charAt(0) : 0xFF;
        if (found > 0x7E || found == '\n' || found == '\r') {
            section.wrong(
                    key, "\"" + key + "\" is one ASCII character, or one of " + named.keySet());
            return (byte) otherwise;
        }
        return (byte) found;
    }

    private Charset charset() {
        Optional<String> name = section.text("charset");
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name.get());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            section.report(
                    MappingCode.BAD_TIME_FORM,
                    section.position("charset"),
                    "there is no charset \""
                            + name.orElse("")
                            + "\"; common are utf-8, iso-8859-1,"
                            + " windows-1252, utf-16");
            return StandardCharsets.UTF_8;
        }
    }

    private void places() {
        for (Node node : section.list("columns")) {
            if (!(node instanceof MappingNode)) {
                section.wrong(
                        "columns",
                        "in a file of fixed places a column is {name: n, from: first, to: last}");
                return;
            }
            var column = new Section(file, node, "a column", problems);
            int from = column.number("from", 0);
            int to = column.number("to", 0);
            columns.add(column.text("name").orElse(""));
            column.close();
            if (from < 1 || to < from) {
                column.report(
                        MappingCode.WRONG_VALUE,
                        column.position(),
                        "a column runs \"from\" a character counted from 1 \"to\" a later one");
                from = 1;
                to = 1;
            }
            spans.add(new Layout.Span(from, to));
        }
    }
}
