package glasshouse.bureau.place;

import java.time.Duration;
import java.time.Instant;

/// Somebody among those who applied in a period: their rank from 1, of how many, for how many
/// places.
public record Ranked(
        String organisation,
        String service,
        Instant closes,
        long decision,
        long person,
        int rank,
        int applicants,
        int places) {
    /// Decisions under way when a period ends are durable by then.
    private static final Duration SETTLING = Duration.ofMinutes(1);

    public boolean hasPlace() {
        return rank <= places;
    }

    /// Whether nothing can change the ranks of a period any more.
    public static boolean isFinal(Instant closes, Instant now) {
        return !now.isBefore(closes.plus(SETTLING));
    }
}
