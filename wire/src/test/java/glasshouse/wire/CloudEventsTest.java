package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CloudEventsTest {
    private static final String WHOLE =
            """
            {"specversion":"1.0","source":"shop","id":"7","type":"purchase","subject":"p1",\
            "time":"2024-05-31T18:30:00.25+02:00","recordedtime":"2024-06-01T00:00:00Z",\
            "datacontenttype":"application/json","extra":{"deep":[1]},\
            "data":{"value":12.5,"counterparty":"p2","reference":"r","more":1}}""";

    @Test
    void anEventHasAllItsAttributes() throws Exception {
        var expected =
                new Event(
                        new EventName("shop", "7"),
                        "p1",
                        "p2",
                        "purchase",
                        12_500_000L,
                        Instant.parse("2024-05-31T16:30:00.25Z"),
                        Instant.parse("2024-06-01T00:00:00Z"),
                        "r");
        assertEquals(List.of(expected), read(WHOLE).entries);
    }

    @Test
    void anEventIsRecordedWhenItHappenedUnlessItSaysOtherwise() throws Exception {
        Event event = read(minimal("\"data\":null")).events().getFirst();
        assertEquals(event.happenedAt(), event.recordedAt());
        assertEquals(0, event.valueMicro());
    }

    @Test
    void aRetractionNamesAnEventOfItsSource() throws Exception {
        String line =
                WHOLE.replace("purchase", "glasshouse.retraction")
                        .replace("\"more\":1", "\"id\":\"6\"");
        assertEquals(
                List.of(
                        new Retraction(
                                new EventName("shop", "6"), Instant.parse("2024-06-01T00:00:00Z"))),
                read(line).entries);
    }

    @Test
    void whatIsNotAnEventIsRefusedByCode() throws Exception {
        refused("GH-EVENT-003", "{");
        refused("GH-EVENT-003", minimal("\"x\":tru"));
        refused("GH-EVENT-003", minimal("\"x\":1") + "{}");
        refused("GH-EVENT-003", minimal("\"x\":" + "[".repeat(40) + "]".repeat(40)));
        refused("GH-EVENT-003", minimal("\"x\":" + "9".repeat(2000)));
        refused("GH-EVENT-004", "[]");
        refused("GH-EVENT-004", "17");
        refused("GH-EVENT-004", WHOLE.replace("1.0", "0.3"));
        refused("GH-EVENT-004", WHOLE.replace("\"p1\"", "17"));
        refused("GH-EVENT-004", WHOLE.replace("application/json", "text/xml"));
        refused("GH-EVENT-004", minimal("\"subject\":\"p2\""));
        refused("GH-EVENT-004", minimal("\"data\":3"));
        refused("GH-EVENT-004", minimal("\"data_base64\":\"AA==\""));
        refused("GH-EVENT-005", WHOLE.replace("\"subject\":\"p1\"", "\"subject\":\"\""));
        refused("GH-EVENT-005", WHOLE.replace("\"id\":\"7\",", ""));
        refused("GH-EVENT-005", WHOLE.replace("\"time\"", "\"tme\""));
        refused("GH-EVENT-006", WHOLE.replace("p1", "p".repeat(257)));
        refused("GH-EVENT-006", WHOLE.replace("p1", "\\u0000"));
        refused("GH-EVENT-006", WHOLE.replace("p1", "\\ud800"));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "\"12,5\""));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "0.1234567"));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "1e99"));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "1e-99999999"));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "1000000000.000001"));
        refused("GH-EVENT-007", WHOLE.replace("12.5", "true"));
        refused("GH-EVENT-008", WHOLE.replace("+02:00", ""));
        refused("GH-EVENT-008", WHOLE.replace("2024-05-31T", "2024-06-31T"));
        refused("GH-EVENT-008", WHOLE.replace("2024-05-31T", "2200-05-31T"));
        refused("GH-EVENT-008", WHOLE.replace("2024-05-31T", "1970-01-01T"));
        refused("GH-EVENT-015", WHOLE.replace("p2", "p1"));
    }

    @Test
    void aRefusalNeverHoldsTheText() throws Exception {
        for (String line :
                List.of(
                        WHOLE.replace("+02:00", "secret"),
                        WHOLE.replace("12.5", "\"secret\""),
                        "{\"specversion\": secret",
                        WHOLE.replace("1.0", "secret"))) {
            Rejection rejection = read(line).rejections.getFirst();
            assertFalse(rejection.reason().contains("secret"), rejection.reason());
            assertTrue(rejection.record().contains("secret"));
        }
    }

    @Test
    void linesMayEndByCrLfBeginByAMarkBeBlankAndLackTheirLastEnd() throws Exception {
        Collected found = read("\uFEFF" + WHOLE + "\r\n\r\n  \n" + WHOLE);
        assertEquals(2, found.entries.size());
        assertEquals(List.of(), found.rejections);
    }

    @Test
    void damagedElementsOfAnArrayAreLostAlone() throws Exception {
        String array =
                """
                [%s,
                 {"specversion": oops},
                 3, "text" , {},
                 {"a": "a quote is lost},
                 %s
                ]"""
                        .formatted(WHOLE, WHOLE);
        Collected found = read("e.json", array);
        assertEquals(2, found.entries.size());
        assertEquals(
                List.of(
                        "2 GH-EVENT-003",
                        "3 GH-EVENT-004",
                        "3 GH-EVENT-004",
                        "3 GH-EVENT-004",
                        "4 GH-EVENT-003"),
                found.codes());
    }

    @Test
    void anArrayThatEndsTooEarlyKeepsWhatCameBefore() throws Exception {
        Collected found = read("e.json", "[" + WHOLE + ",\n" + WHOLE.substring(0, 50));
        assertEquals(1, found.entries.size());
        assertEquals(List.of("2 GH-EVENT-011"), found.codes());
    }

    @Test
    void aJsonFileMayHoldOneEventOrSeveral() throws Exception {
        assertEquals(1, read("e.json", WHOLE).entries.size());
        assertEquals(2, read("e.json", WHOLE + "\n" + WHOLE).entries.size());
        assertEquals(0, read("e.json", "[]").rejections.size());
    }

    static String minimal(String more) {
        return """
                {"specversion":"1.0","source":"s","id":"1","type":"t","subject":"p",\
                "time":"2024-01-01T00:00:00Z",%s}"""
                .formatted(more);
    }

    private static void refused(String code, String line) throws Exception {
        Collected found = read(line);
        assertEquals(List.of("1 " + code), found.codes(), line);
        assertEquals(List.of(), found.entries);
    }

    private static Collected read(String text) throws Exception {
        return read("e.ndjson", text);
    }

    private static Collected read(String name, String text) throws Exception {
        var found = new Collected();
        Tally tally =
                new EventReader()
                        .read(
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                                name,
                                EventFormat.of(name),
                                found);
        assertEquals(tally.accepted(), found.entries.size());
        assertEquals(tally.rejected(), found.rejections.size());
        return found;
    }
}
