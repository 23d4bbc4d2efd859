package glasshouse.reach;

import glasshouse.scheme.Limit;
import glasshouse.scheme.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person can do for their score: one event of a signal with a value.
///
/// Hours and euros are of one such event. Where the scheme states no effort, `stated` is false and
/// an hour and once a week are assumed. `mostPerPeriod` are the calendar periods in which more
/// events than that would bring nothing. With `confirmedBy` each event takes a second one of that
/// signal, with the same reference, to count.
record Doing(
        Signal signal,
        int index,
        long valueMicro,
        long hoursMicro,
        long eurosMicro,
        long perWeekMicro,
        boolean stated,
        List<Limit> limits,
        long limitedPointsMicro,
        @Nullable String confirmedBy) {
    Doing {
        limits = List.copyOf(limits);
    }

    /// The most events that bring anything in one period of a limit.
    long most(Limit limit) {
        if (limitedPointsMicro <= 0) {
            return Long.MAX_VALUE;
        }
        return Math.ceilDiv(limit.pointsMicro(), limitedPointsMicro);
    }
}
