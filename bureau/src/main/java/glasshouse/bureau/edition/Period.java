package glasshouse.bureau.edition;

import java.time.Instant;

/// From an instant on an edition is in force, until the next period begins; by whose order.
public record Period(int edition, Instant since, Instant orderedAt, String orderedBy) {}
