package glasshouse.reach;

import glasshouse.scheme.Signal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing to do on the way: what, how often, from when until when.
///
/// Hours and euros are of all its events. Where the scheme states no effort, `stated` is false and
/// an hour each, once a week at most, was assumed. `mostInWeek` is the most within seven days.
public record Step(
        Signal signal,
        int times,
        long valueMicro,
        LocalDate first,
        LocalDate last,
        int mostInWeek,
        long hoursMicro,
        long eurosMicro,
        boolean stated,
        @Nullable String confirmedBy) {}
