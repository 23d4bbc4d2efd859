package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glasshouse.event.Entry;
import glasshouse.testkit.Property;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriterTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadAgain() {
        Property.check(
                "entries survive the wire",
                500,
                choices -> {
                    List<Entry> entries = choices.listOf(0, 8, Sources::entry);
                    Collected found = Sources.read("e.ndjson", cloudEvents(entries));
                    assertEquals(entries, found.entries, () -> found.rejections.toString());
                    assertEquals(entries, Sources.read("e.json", cloudEvents(entries)).entries);
                });
    }

    @Test
    void whatSaysNothingIsNotWritten() throws Exception {
        String line = CloudEventsTest.minimal("\"data\":{\"value\":0}");
        byte[] written = cloudEvents(Sources.read("e.ndjson", line).entries);
        assertEquals(
                """
                {"specversion":"1.0","source":"s","id":"1","type":"t","subject":"p",\
                "time":"2024-01-01T00:00:00Z"}
                """,
                new String(written, java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void rejectionsAreTablesOrLines() throws Exception {
        var rejection = new Rejection("e.csv", 3, "GH-EVENT-007", "value is \"a\"", "p,\"x\ny\",1");
        assertEquals(
                """
                file,line,code,reason,record
                e.csv,3,GH-EVENT-007,"value is ""a""\","p,""x
                y"",1"
                """,
                rejects("r.csv", rejection));
        assertEquals(
                """
                {"file":"e.csv","line":3,"code":"GH-EVENT-007","reason":"value is \\"a\\"",\
                "record":"p,\\"x\\ny\\",1"}
                """,
                rejects("r.ndjson", rejection));
        assertThrows(
                IllegalArgumentException.class, () -> new RejectsWriter(folder.resolve("r.txt")));
    }

    @Test
    void scoresAreTablesOrLinesWithExactPoints() throws Exception {
        assertEquals(
                """
                person,score,band,as_of,bills,visits
                p1,612.5,green,2024-01-01T00:00:00Z,-3.000001,0
                """,
                scores("s.csv"));
        assertEquals(
                """
                {"person":"p1","score":612.5,"band":"green","asOf":"2024-01-01T00:00:00Z",\
                "partials":{"bills":-3.000001,"visits":0}}
                """,
                scores("s.ndjson"));
    }

    private String rejects(String name, Rejection rejection) throws IOException {
        Path file = folder.resolve(name);
        try (var writer = new RejectsWriter(file)) {
            writer.write(rejection);
        }
        return Files.readString(file);
    }

    private String scores(String name) throws IOException {
        Path file = folder.resolve(name);
        var asOf = Instant.parse("2024-01-01T00:00:00Z");
        try (var writer = new ScoreWriter(file, List.of("bills", "visits"), asOf)) {
            writer.write("p1", 612_500_000L, "green", new long[] {-3_000_001L, 0});
        }
        return Files.readString(file);
    }

    static byte[] cloudEvents(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new CloudEventWriter(bytes)) {
            for (Entry entry : entries) {
                writer.write(entry);
            }
        }
        return bytes.toByteArray();
    }
}
