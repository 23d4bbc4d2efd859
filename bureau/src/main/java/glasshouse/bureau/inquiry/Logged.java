package glasshouse.bureau.inquiry;

import java.time.Instant;

/// A decision as it was logged. `person` is their number.
public record Logged(
        long number,
        Instant at,
        long person,
        String organisation,
        String service,
        String purpose,
        int edition,
        long through,
        long lists,
        String answer) {}
