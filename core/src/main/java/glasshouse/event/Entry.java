package glasshouse.event;

import java.time.Instant;

/// What a source says: that something happened, or that an earlier event is withdrawn.
public sealed interface Entry permits Event, Retraction {
    EventName name();

    /// When it was recorded.
    Instant recordedAt();
}
