package glasshouse.reach;

import glasshouse.statement.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A way to a score, proved by the statement of the day on which it is reached.
///
/// `events` are all that the steps ask for, and nothing else is assumed to happen. `holdsUntil` is
/// the last day on which the score still is what was asked for; null: for a year at least.
public record Way(
        Set<Aim> aims,
        List<Step> steps,
        LocalDate day,
        @Nullable LocalDate holdsUntil,
        long hoursMicro,
        long eurosMicro,
        List<Hypothesis> events,
        Statement statement) {
    public Way {
        aims = Set.copyOf(aims);
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }
}
