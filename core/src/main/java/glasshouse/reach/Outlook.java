package glasshouse.reach;

import glasshouse.statement.Statement;
import java.util.List;

/// Whether a person can reach a band within twelve months. `now` is their statement today.
public sealed interface Outlook {
    Statement now();

    /// The score is in the band, or above it, already.
    record Already(Statement now) implements Outlook {}

    /// Ways that reach the band, each verified; the soonest first.
    record Reachable(Statement now, List<Way> ways) implements Outlook {
        public Reachable {
            ways = List.copyOf(ways);
        }
    }

    /// No way was found; this one comes nearest.
    record OutOfReach(Statement now, Way nearest) implements Outlook {}
}
