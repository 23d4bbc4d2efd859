package glasshouse.bureau.dispute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's objection. `settlement` is null while it is open; a human settles it by `dueAt`.
public record Dispute(
        long number,
        long person,
        Subject subject,
        String words,
        Instant openedAt,
        Instant dueAt,
        @Nullable Settlement settlement) {
    /// What a human decided, and why.
    public record Settlement(Instant at, boolean upheld, String by, String reply) {}
}
