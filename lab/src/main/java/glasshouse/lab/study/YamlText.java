package glasshouse.lab.study;

import glasshouse.document.Node;
import glasshouse.scheme.Header;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Changes to a scheme, as the text of a scheme that extends it.
final class YamlText {
    private YamlText() {}

    static String extending(String base, Header header, Node.Table changes) {
        var text = new StringBuilder();
        text.append("scheme: ").append(header.name()).append("\nextends: ").append(base);
        text.append("\nversion: ").append(quoted(header.version()));
        text.append("\nrealm: ").append(header.realm().name().toLowerCase(Locale.ROOT));
        text.append('\n');
        for (Map.Entry<String, Node.Field> each : changes.fields().entrySet()) {
            text.append(quoted(each.getKey()))
                    .append(": ")
                    .append(flow(each.getValue().value()))
                    .append('\n');
        }
        return text.toString();
    }

    /// A node in YAML's flow style.
    private static String flow(Node node) {
        return switch (node) {
            case Node.Text text -> text.plain() ? plain(text.value()) : quoted(text.value());
            case Node.Series series ->
                    series.items().stream()
                            .map(YamlText::flow)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Node.Table table ->
                    table.fields().entrySet().stream()
                            .map(e -> quoted(e.getKey()) + ": " + flow(e.getValue().value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// A plain scalar stays plain, for `null` and numbers to be what they are.
    private static String plain(String value) {
        return value.matches("[A-Za-z0-9.~+-][A-Za-z0-9 .%~+-]*|") ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
