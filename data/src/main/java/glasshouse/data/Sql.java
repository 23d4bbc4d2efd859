package glasshouse.data;

import java.nio.file.Path;

/// Text made safe to stand in a query.
final class Sql {
    private Sql() {}

    /// A string literal.
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// An identifier.
    static String name(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /// A string literal of a path, whose `*`, `?` and `[` stand for themselves.
    static String path(Path path) {
        String literal = path.toAbsolutePath().normalize().toString();
        var escaped = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            escaped.append(c == '*' || c == '?' || c == '[' ? "[" + c + "]" : String.valueOf(c));
        }
        return text(escaped.toString());
    }
}
