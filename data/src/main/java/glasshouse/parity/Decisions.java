package glasshouse.parity;

import java.util.List;
import java.util.Map;

/// Decisions on people, counted: who is alike stands in one row, so that neither the order of a
/// file nor a person can be told from it. `leftOut` says how many people were left out, and why.
public record Decisions(List<Alike> rows, long read, Map<String, Long> leftOut) {
    public Decisions {
        rows = List.copyOf(rows);
    }

    /// All people who are counted.
    public long persons() {
        return rows.stream().mapToLong(Alike::persons).sum();
    }

    /// Whether anybody has a score.
    public boolean scored() {
        return rows.stream().anyMatch(row -> !Double.isNaN(row.score()));
    }
}
