package glasshouse.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which events count does not depend on their order.
class AdmissionTest {
    private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");

    @Test
    void aRepeatedEventCountsOnce() {
        var admission = admit(event("1", 5), event("1", 5));
        assertEquals(List.of(event("1", 5)), admission.admissible());
        assertEquals(1, admission.duplicates());
    }

    @Test
    void conflictingContentsAreAllSetAside() {
        var admission = admit(event("1", 5), event("1", 6), event("1", 5), event("2", 1));
        assertEquals(List.of(event("2", 1)), admission.admissible());
        assertEquals(List.of(new EventName("s", "1")), admission.conflicts());
        assertEquals(3, admission.conflicting());
        assertEquals(0, admission.duplicates());
    }

    @Test
    void aRetractedNameCountsForNothingEvenWhenTheEventComesLater() {
        assertEquals(List.of(), admit(retraction("1"), event("1", 5)).admissible());
        assertEquals(List.of(), admit(event("1", 5), retraction("1")).admissible());
    }

    @Test
    void orderLeavesNoTrace() {
        Property.check(
                "admission",
                1000,
                choices -> {
                    List<Entry> entries = choices.listOf(0, 20, AdmissionTest::entry);
                    Admission inOrder = admit(entries.toArray(new Entry[0]));
                    var rest = new ArrayList<>(entries);
                    var shuffled = new Admission();
                    while (!rest.isEmpty()) {
                        shuffled.add(rest.remove(choices.intBetween(0, rest.size() - 1)));
                    }
                    assertEquals(inOrder.admissible(), shuffled.admissible());
                    assertEquals(inOrder.conflicts(), shuffled.conflicts());
                    assertEquals(inOrder.duplicates(), shuffled.duplicates());
                    assertEquals(inOrder.conflicting(), shuffled.conflicting());
                });
    }

    private static Entry entry(Choices choices) {
        String id = Integer.toString(choices.intBetween(0, 4));
        return choices.intBetween(0, 4) == 4 ? retraction(id) : event(id, choices.intBetween(0, 2));
    }

    private static Admission admit(Entry... entries) {
        var admission = new Admission();
        for (Entry entry : entries) {
            admission.add(entry);
        }
        return admission;
    }

    private static Event event(String id, int value) {
        return new Event(
                new EventName("s", id), "ann", null, "a", value * 1_000_000L, DAY, DAY, null);
    }

    private static Retraction retraction(String id) {
        return new Retraction(new EventName("s", id), DAY);
    }
}
