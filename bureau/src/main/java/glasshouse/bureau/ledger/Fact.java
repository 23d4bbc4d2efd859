package glasshouse.bureau.ledger;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.time.Instant;

/// Something that is recorded.
public sealed interface Fact {
    /// A source says that something happened.
    record Happened(Event event) implements Fact {}

    /// A source takes an event back.
    record TakenBack(EventName name) implements Fact {}

    /// A dispute about an event was upheld: the event never counted.
    record Upheld(EventName name) implements Fact {}

    /// A person enrolled.
    record Enrolled(String person) implements Fact {}

    /// A person allows a source to report on them, or a service to ask about them.
    record Allowed(String person, Consent consent) implements Fact {}

    /// A person withdraws that: what the source reported so far counts no more from now on.
    record Withdrawn(String person, Consent consent) implements Fact {}

    /// A person is erased: content and key are destroyed.
    record Erased(String person) implements Fact {}

    /// The events of a source that happened before an instant have been kept for as long as it
    /// declared: their content is destroyed, many at a time.
    record Expired(String source, Instant before) implements Fact {}
}
