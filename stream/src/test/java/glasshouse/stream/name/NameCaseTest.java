package glasshouse.stream.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.event.Admission;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A case decides entry by entry what [Admission] decides of all together.
class NameCaseTest {
    private static final long HORIZON = 1_000_000;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /// What is booked, and how often what came to nothing.
    private static final class Book implements Verdicts {
        private final Map<Event, Integer> balance = new HashMap<>();
        private final List<Aside> aside = new ArrayList<>();
        private long duplicates;

        @Override
        public void book(Event event, boolean takenBack) {
            balance.merge(event, takenBack ? -1 : 1, Integer::sum);
        }

        @Override
        public void setAside(Entry entry, Why why) {
            aside.add(new Aside(entry, why));
        }

        @Override
        public void duplicate() {
            duplicates++;
        }

        private List<Event> counting() {
            return balance.entrySet().stream()
                    .filter(each -> each.getValue() != 0)
                    .map(Map.Entry::getKey)
                    .sorted(Event.IN_ORDER)
                    .toList();
        }
    }

    @Test
    void whatCountsIsWhatAdmissionAdmits() {
        Property.check(
                "admission",
                2000,
                choices -> {
                    var admission = new Admission();
                    var book = new Book();
                    Map<EventName, NameCase> cases = new HashMap<>();
                    for (Entry entry : choices.listOf(0, 12, NameCaseTest::entry)) {
                        admission.add(entry);
                        cases.put(
                                entry.name(),
                                cases.getOrDefault(entry.name(), NameCase.NEW)
                                        .take(entry, HORIZON, book));
                    }
                    assertEquals(admission.admissible(), book.counting());
                    assertEquals(
                            admission.conflicting() + admission.duplicates(),
                            book.aside.size() + book.duplicates);
                });
    }

    @Test
    void aRetractionMayComeBeforeItsEvent() {
        var book = new Book();
        NameCase known = NameCase.NEW.take(new Retraction(name("1"), NOON), HORIZON, book);
        assertEquals(true, known.isUnmatched());
        NameCase after = known.take(event("1", 5), HORIZON, book);
        assertEquals(false, after.isUnmatched());
        assertEquals(List.of(), book.counting());
    }

    @Test
    void aNameIsKeptUntilNoCopyOfItsEventMayCome() {
        var book = new Book();
        NameCase known = NameCase.NEW.take(event("1", 5), HORIZON, book);
        assertEquals(NOON.toEpochMilli() + HORIZON, known.forgetAtMillis());
        known.take(event("1", 5), HORIZON, book);
        assertEquals(1, book.duplicates);
    }

    private static Entry entry(Choices choices) {
        String id = choices.oneOf(List.of("1", "2"));
        return choices.intBetween(0, 3) == 0
                ? new Retraction(name(id), NOON)
                : event(id, choices.intBetween(0, 1));
    }

    private static EventName name(String id) {
        return new EventName("bank", id);
    }

    private static Event event(String id, long value) {
        return new Event(name(id), "ann", null, "paid", value, NOON, NOON, null);
    }
}
