package glasshouse.data;

import glasshouse.account.Calendar;
import java.time.Instant;

/// The instants of a question: what had happened by `asOf`, of what had been recorded by `knownAt`.
///
/// An `asOf` of `Instant.MAX` stands for the newest event that is found.
public record Moment(Instant asOf, Instant knownAt) {
    /// As everything is known now that the files hold.
    public static Moment asOf(Instant asOf) {
        return new Moment(asOf, Instant.MAX);
    }

    /// As of the newest event of what had been recorded by `knownAt`.
    public static Moment newest(Instant knownAt) {
        return new Moment(Instant.MAX, knownAt);
    }

    boolean isNewest() {
        return asOf.equals(Instant.MAX);
    }

    public Moment {
        if (asOf.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("scores are read from 1970 on");
        }
    }

    long asOfMicros() {
        return micros(asOf);
    }

    long knownAtMicros() {
        return micros(knownAt);
    }

    private static long micros(Instant instant) {
        boolean representable = instant.getEpochSecond() < Long.MAX_VALUE / 1_000_000L - 1;
        return representable ? Calendar.micros(instant) : Long.MAX_VALUE;
    }
}
