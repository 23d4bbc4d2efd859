package glasshouse.statement;

import glasshouse.scheme.Band;
import java.time.Instant;
import java.util.List;

/// The account of a person's score at an instant. The points of all lines sum to the published
/// score exactly.
public record Statement(
        String scheme,
        String version,
        String person,
        Instant asOf,
        long scoreMicro,
        Band band,
        List<Line> lines) {
    public Statement {
        lines = List.copyOf(lines);
        long sum = lines.stream().mapToLong(Line::pointsMicro).reduce(0, Math::addExact);
        if (sum != scoreMicro) {
            throw new IllegalArgumentException("a statement adds up to its score");
        }
    }
}
