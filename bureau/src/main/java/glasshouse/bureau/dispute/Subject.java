package glasshouse.bureau.dispute;

import glasshouse.event.EventName;

/// What a dispute is about.
public sealed interface Subject {
    /// An event that was reported.
    record OfEvent(EventName name) implements Subject {}

    /// A decision that was taken, by its number.
    record OfDecision(long number) implements Subject {}

    /// An entry on a list.
    record OfList(String list) implements Subject {}
}
