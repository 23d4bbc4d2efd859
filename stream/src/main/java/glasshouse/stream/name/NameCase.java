package glasshouse.stream.name;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.Retraction;
import java.util.Optional;

/// What is known of one name within the horizon, and the rule by which its events count: one
/// content once, different contents not at all, a retracted name not at all, whatever came first;
/// as [glasshouse.event.Admission] has it for events that are all there.
///
/// `first` is what came first; it counts unless `conflicting` or `retracted`. The name may be
/// forgotten at `forgetAtMillis`.
public record NameCase(
        Optional<Event> first, boolean conflicting, boolean retracted, long forgetAtMillis) {
    /// A name that never came.
    public static final NameCase NEW = new NameCase(Optional.empty(), false, false, Long.MIN_VALUE);

    /// The case after one more entry; verdicts say what changes by it.
    NameCase take(Entry entry, long horizonMillis, Verdicts verdicts) {
        long forgetAt = Math.max(forgetAtMillis, forgetAt(entry, horizonMillis));
        return switch (entry) {
            case Retraction _ -> {
                if (counts()) {
                    verdicts.book(first.orElseThrow(), true);
                }
                yield new NameCase(first, conflicting, true, forgetAt);
            }
            case Event event -> {
                boolean conflict = weigh(event, verdicts);
                Optional<Event> kept = first.isPresent() ? first : Optional.of(event);
                yield new NameCase(kept, conflict, retracted, forgetAt);
            }
        };
    }

    /// When the name that an entry bears may be forgotten. Copies of an event have one happened-at,
    /// so a copy that comes after that is known to be too late.
    static long forgetAt(Entry entry, long horizonMillis) {
        return horizonMillis
                + switch (entry) {
                    case Event event -> event.happenedAt().toEpochMilli();
                    case Retraction retraction -> retraction.recordedAt().toEpochMilli();
                };
    }

    private boolean counts() {
        return first.isPresent() && !conflicting && !retracted;
    }

    /// Whether the name is in conflict after this event.
    private boolean weigh(Event event, Verdicts verdicts) {
        if (conflicting) {
            verdicts.setAside(event, Why.CONFLICT);
            return true;
        }
        if (first.isEmpty()) {
            if (!retracted) {
                verdicts.book(event, false);
            }
            return false;
        }
        Event known = first.orElseThrow();
        if (known.sameContent(event)) {
            verdicts.duplicate();
            return false;
        }
        if (counts()) {
            verdicts.book(known, true);
        }
        verdicts.setAside(known, Why.CONFLICT);
        verdicts.setAside(event, Why.CONFLICT);
        return true;
    }

    /// Whether it is a retraction whose event never came.
    boolean isUnmatched() {
        return retracted && first.isEmpty();
    }
}
