package glasshouse.event;

import java.time.Instant;

/// The source takes back the event of this name; the name stays used.
public record Retraction(EventName name, Instant recordedAt) implements Entry {}
