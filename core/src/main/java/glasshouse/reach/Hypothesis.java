package glasshouse.reach;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something that a person might do, or that might be done to them.
///
/// `by` is the one who does it to the person as counterparty; null where the person does it.
public record Hypothesis(
        String signal,
        long valueMicro,
        Instant happenedAt,
        @Nullable String by,
        @Nullable String counterparty,
        @Nullable String reference) {
    /// The source that reports what has not happened.
    static final String SOURCE = "what-if";

    public Hypothesis {
        if (by != null && counterparty != null) {
            throw new IllegalArgumentException("who acts on the person has them as counterparty");
        }
    }

    /// What the person does, with nobody else.
    static Hypothesis of(String signal, long valueMicro, Instant happenedAt, String reference) {
        String given = reference.isEmpty() ? null : reference;
        return new Hypothesis(signal, valueMicro, happenedAt, null, null, given);
    }

    /// The hypotheses as events of a person, under names that no real event has.
    static List<Event> events(String person, List<Hypothesis> hypotheses, Collection<Event> real) {
        String source = freeSource(real);
        var events = new ArrayList<Event>();
        for (Hypothesis hypothesis : hypotheses) {
            String id = Integer.toString(events.size() + 1);
            events.add(hypothesis.event(person, new EventName(source, id)));
        }
        return events;
    }

    /// A source that reported none of these.
    static String freeSource(Collection<Event> real) {
        var taken = real.stream().map(event -> event.name().source()).collect(Collectors.toSet());
        String source = SOURCE;
        while (taken.contains(source)) {
            source += "'";
        }
        return source;
    }

    private Event event(String person, EventName name) {
        return new Event(
                name,
                by == null ? person : by,
                by == null ? counterparty : person,
                signal,
                valueMicro,
                happenedAt,
                happenedAt,
                reference);
    }
}
