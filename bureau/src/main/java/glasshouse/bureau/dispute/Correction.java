package glasshouse.bureau.dispute;

import java.time.Instant;

/// What a decision would have been without what was disputed and did not stand: told to the relying
/// party that took it and to the person.
public record Correction(
        long number, Instant at, String organisation, long decision, long dispute, String answer) {}
