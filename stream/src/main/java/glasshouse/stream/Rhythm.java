package glasshouse.stream;

import java.io.Serializable;
import java.time.Duration;

/// When the stream takes, closes and reads.
///
/// `horizon` is how long a name is remembered after its event happened, `disorder` how much later
/// an entry may come than those recorded after it. Scores are read from the day `readsFromDay` on
/// (0: always), so that years of history can be folded without a reading a day; where `untilDay` is
/// not [#OPEN], nothing is read after that day.
public record Rhythm(
        Duration horizon, Duration disorder, int readsFromDay, long readsFromMillis, int untilDay)
        implements Serializable {
    /// No last day: the stream goes on.
    public static final int OPEN = -1;

    public Rhythm {
        if (horizon.isNegative() || horizon.isZero() || disorder.isNegative()) {
            throw new IllegalArgumentException("a horizon is positive, a disorder not negative");
        }
    }

    /// Reads always and goes on.
    public static Rhythm of(Duration horizon, Duration disorder) {
        return new Rhythm(horizon, disorder, 0, Long.MIN_VALUE, OPEN);
    }

    /// The same until the end of a day, the last to be read.
    public Rhythm until(int day) {
        return new Rhythm(horizon, disorder, readsFromDay, readsFromMillis, day);
    }

    public boolean isBounded() {
        return untilDay != OPEN;
    }

    /// Whether an event is answered with a score at this watermark.
    public boolean reads(long watermark) {
        return watermark >= readsFromMillis;
    }
}
