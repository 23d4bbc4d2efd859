package glasshouse.wire.audit;

import glasshouse.document.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files that schemes were read from: what they hold, to be quoted, and how to name them.
public record Sources(Map<String, List<String>> lines, Map<String, String> names) {
    public Sources {
        lines = Map.copyOf(lines);
        names = Map.copyOf(names);
    }

    /// Nothing to quote.
    public static final Sources NONE = new Sources(Map.of(), Map.of());

    /// How many values of a key are quoted.
    private static final int MORE = 2;

    /// A numbered line of a file.
    public record Line(int number, String text) {}

    /// How a file is named in a report.
    public String name(Position position) {
        return names.getOrDefault(position.file(), position.file());
    }

    /// The line of a place, with the line of the key above it, and with the first values of a key.
    public List<Line> quote(Position position) {
        List<String> all = lines.getOrDefault(position.file(), List.of());
        int line = position.line();
        if (line < 1 || line > all.size()) {
            return List.of();
        }
        int first = line > 1 && holds(all.get(line - 2), all.get(line - 1)) ? line - 1 : line;
        int last = line;
        while (last < all.size() && last - line < MORE && holds(all.get(line - 1), all.get(last))) {
            last++;
        }
        var quote = new ArrayList<Line>();
        for (int number = first; number <= last; number++) {
            quote.add(new Line(number, all.get(number - 1)));
        }
        return quote;
    }

    /// Whether a line is a key alone whose values the other line begins or goes on with.
    private static boolean holds(String line, String other) {
        return line.matches("\\s*[^#\\s].*:\\s*(#.*)?") && indent(line) < indent(other);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
