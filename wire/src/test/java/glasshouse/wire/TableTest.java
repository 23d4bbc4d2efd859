package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    private static final String HEADER =
            "source,id,person,counterparty,signal,value,happened_at,recorded_at,reference\n";
    private static final String ROW = "shop,7,p1,p2,purchase,12.5,2024-05-31T18:30:00Z,,r\n";

    @Test
    void theStandardColumnsMakeAnEvent() throws Exception {
        var time = Instant.parse("2024-05-31T18:30:00Z");
        assertEquals(
                List.of(
                        new Event(
                                new EventName("shop", "7"),
                                "p1",
                                "p2",
                                "purchase",
                                12_500_000L,
                                time,
                                time,
                                "r")),
                read(HEADER + ROW).entries);
    }

    @Test
    void aFileWithoutIdsAndSourceIsNamedByItselfAndItsContents() throws Exception {
        String row = "p,visit,2024-01-01T00:00:00Z\n";
        Collected found = read("person,signal,happened_at\n" + row + row);
        assertEquals(2, found.ids().size());
        EventName name = found.entries.getFirst().name();
        assertEquals("events", name.source());
        assertTrue(name.id().matches("[0-9a-f]{32}-1"), name.id());
    }

    @Test
    void aRetractionIsASignalThatRefersToAnEvent() throws Exception {
        Collected found = read(HEADER + "shop,,,,glasshouse.retraction,,2024-06-01T00:00:00Z,,7\n");
        assertEquals(
                List.of(
                        new Retraction(
                                new EventName("shop", "7"), Instant.parse("2024-06-01T00:00:00Z"))),
                found.entries);
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineFeeds() throws Exception {
        Collected found =
                read("signal,person,happened_at\r\nt,\"a, \"\"b\"\"\",2024-01-01T00:00:00Z\r\n");
        assertEquals("a, \"b\"", found.events().getFirst().person());
        Collected lines =
                read("signal,note,person,happened_at\nt,\"1\n2\",p,2024-01-01T00:00:00Z\n");
        assertEquals(1, lines.entries.size());
    }

    @Test
    void aLostQuoteCostsOneLine() throws Exception {
        Collected found = read(HEADER + "shop,\"8,p1" + ROW + ROW + ROW);
        assertEquals(List.of("2 GH-EVENT-009"), found.codes());
        assertEquals(2, found.entries.size());
        Collected closed = read(HEADER + "shop,\"8\n" + ROW + "shop,\"9\n" + ROW);
        assertEquals(List.of("2 GH-EVENT-009", "4 GH-EVENT-009"), closed.codes());
        assertEquals(2, closed.entries.size());
    }

    @Test
    void rowsThatAreNotOfTheTableAreRefused() throws Exception {
        Collected found =
                read(
                        HEADER
                                + "a,b\n"
                                + "shop,1,p,,t,x,2024-01-01T00:00:00Z,,\n"
                                + "shop,1,p,,t,1,01.01.2024,,\n"
                                + "shop,1,,,t,1,2024-01-01T00:00:00Z,,\n"
                                + "shop,1,p,,t,1,,,\n"
                                + ROW);
        assertEquals(
                List.of(
                        "2 GH-EVENT-009",
                        "3 GH-EVENT-007",
                        "4 GH-EVENT-008",
                        "5 GH-EVENT-005",
                        "6 GH-EVENT-005"),
                found.codes());
        assertEquals(1, found.entries.size());
    }

    @Test
    void aTableWithoutANeededColumnIsUnreadable() {
        var unreadable =
                assertThrows(
                        UnreadableException.class,
                        () -> read("persn,signal,happened_at\np,t,2024-01-01T00:00:00Z\n"));
        assertEquals(1, unreadable.problems().size());
        String message = unreadable.problems().getFirst().message();
        assertTrue(message.contains("did you mean persn?"), message);
    }

    @Test
    void anEmptyFileHoldsNothing() throws Exception {
        assertEquals(List.of(), read("").entries);
        assertEquals(List.of(), read(HEADER).entries);
    }

    private static Collected read(String text) throws Exception {
        var found = new Collected();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        new EventReader()
                .read(new ByteArrayInputStream(bytes), "dir/events.csv", EventFormat.CSV, found);
        return found;
    }
}
