package glasshouse.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One occurrence of a signal.
///
/// `valueMicro` is in millionths of the signal's unit; `counterparty` is the other person of a vote
/// or rating; `reference` ties an event to the one that confirms it.
public record Event(
        EventName name,
        String person,
        @Nullable String counterparty,
        String signal,
        long valueMicro,
        Instant happenedAt,
        Instant recordedAt,
        @Nullable String reference)
        implements Entry {
    /// The order in which limits count events: by happened-at, source, id.
    public static final Comparator<Event> IN_ORDER =
            Comparator.comparing(Event::happenedAt).thenComparing(Event::name);

    /// Largest value either way: a billion units.
    public static final long MOST_VALUE_MICRO = 1_000_000_000_000_000L;

    /// Events happen from 1970-01-02 to 2200; a date outside is a mistake.
    public static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /// Longest person, counterparty, source, id or reference, in characters.
    public static final int MOST_NAME_LENGTH = 256;

    public Event {
        if (person.isEmpty() || signal.isEmpty()) {
            throw new IllegalArgumentException("an event has a person and a signal");
        }
        if (person.equals(counterparty)) {
            throw new IllegalArgumentException("the counterparty of an event is somebody else");
        }
        if (valueMicro < -MOST_VALUE_MICRO || valueMicro > MOST_VALUE_MICRO) {
            throw new IllegalArgumentException("a value lies within a billion units");
        }
        if (happenedAt.isBefore(EARLIEST) || !happenedAt.isBefore(LATEST)) {
            throw new IllegalArgumentException("an event happens from 1970-01-02 to 2199");
        }
    }

    /// Whether this is the same report, apart from when it was recorded.
    public boolean sameContent(Event other) {
        return name.equals(other.name)
                && person.equals(other.person)
                && Objects.equals(counterparty, other.counterparty)
                && signal.equals(other.signal)
                && valueMicro == other.valueMicro
                && happenedAt.equals(other.happenedAt)
                && Objects.equals(reference, other.reference);
    }
}
