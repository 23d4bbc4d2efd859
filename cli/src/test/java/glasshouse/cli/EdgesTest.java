package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import glasshouse.wire.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands make of odd files and odd people.
final class EdgesTest {
    private static final Path EXAMPLE = Path.of("../examples/lender");
    private static final String SCHEME = EXAMPLE.resolve("lender.yaml").toString();
    private static final Path EVENTS = EXAMPLE.resolve("events.ndjson");

    @TempDir private Path folder;

    private record Ran(int exit, String out, String err) {}

    private static Ran run(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        String[] arguments = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return new Ran(
                Main.commandLine(terminal).execute(arguments), out.toString(), err.toString());
    }

    private static Ran score(Path events, Object... more) {
        var words = new ArrayList<Object>();
        words.addAll(List.of("score", "--scheme", SCHEME, "--format", "json", "--events", events));
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    private static Ran statement(Path events, String person) {
        return run(
                "statement",
                "--scheme",
                SCHEME,
                "--events",
                events,
                "--person",
                person,
                "--format",
                "json");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String event(String id, String person, String time) {
        return """
               {"specversion":"1.0","source":"s","id":"%s","type":"instalment.paid",\
               "subject":"%s","time":"%s"}
               """
                .formatted(id, person, time);
    }

    /// A number of the outermost object.
    private static long number(Ran ran, String name) throws IOException {
        return numbers(ran.out(), name, 1).getFirst().longValueExact();
    }

    private static List<BigDecimal> numbers(String json, String name, int depth)
            throws IOException {
        var found = new ArrayList<BigDecimal>();
        try (var parser = new JsonFactory().createParser(json)) {
            int deep = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                deep += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                boolean hit = token.isNumeric() && name.equals(parser.currentName());
                if (hit && deep == depth) {
                    found.add(parser.getDecimalValue());
                }
            }
        }
        return found;
    }

    private static void readsTo(Ran ran, long accepted, long rejected, long persons)
            throws IOException {
        assertEquals(0, ran.exit(), ran.err());
        assertEquals(accepted, number(ran, "accepted"));
        assertEquals(rejected, number(ran, "rejected"));
        assertEquals(persons, number(ran, "persons"));
        assertEquals(accepted + rejected + number(ran, "duplicates"), number(ran, "read"));
    }

    @Test
    void anEmptyFileHasNobody() throws IOException {
        Ran ran = score(file("empty.ndjson", ""), "--out", folder.resolve("scores.csv"));
        readsTo(ran, 0, 0, 0);
        assertTrue(ran.out().contains("\"asOf\": null"), ran.out());
        assertEquals(1, Files.readAllLines(folder.resolve("scores.csv")).size());
        assertEquals(2, statement(folder.resolve("empty.ndjson"), "ann").exit());
    }

    @Test
    void aHugeOrDamagedLineIsRejectedAndTheRunGoesOn() throws IOException {
        String good = event("1", "ann", "2026-01-01T10:00:00Z");
        String lines = good + "x".repeat(3 << 20) + "\n{\"specversion\":\"1.0\"\n";
        Path rejects = folder.resolve("rejects.csv");
        Ran ran = score(file("odd.ndjson", lines), "--rejects", rejects);
        readsTo(ran, 1, 2, 1);
        assertEquals(3, Files.readAllLines(rejects).size());
    }

    @Test
    void aPersonMayHaveAnyName() throws IOException {
        String longest = "n".repeat(256);
        String lines =
                event("1", longest, "2026-01-01T10:00:00Z")
                        + event("2", "🌻 <b>&amp;</b>", "2026-01-01T10:00:00Z");
        Path events = file("names.ndjson", lines);
        readsTo(score(events), 2, 0, 2);
        assertEquals(0, statement(events, longest).exit());
        Ran page =
                run(
                        "statement",
                        "--scheme",
                        SCHEME,
                        "--events",
                        events,
                        "--person",
                        "🌻 <b>&amp;</b>",
                        "--format",
                        "html");
        assertEquals(0, page.exit());
        assertTrue(page.out().contains("<bdi>🌻 &lt;b&gt;&amp;amp;&lt;/b&gt;</bdi>"));
        assertFalse(page.out().contains("<b>"));
    }

    @Test
    void theLinesOfAStatementSumToItsScore() throws IOException {
        for (String person : List.of("ann", "ben", "chidi", "dewi")) {
            Ran ran = statement(EVENTS, person);
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal points : numbers(ran.out(), "points", 3)) {
                sum = sum.add(points);
            }
            assertEquals(0, sum.compareTo(numbers(ran.out(), "score", 1).getFirst()));
        }
    }

    @Test
    void whatStandsElsewhereUnderTheSameNameCounts() throws IOException {
        Path first = file("a.ndjson", event("1", "ann", "2026-01-01T10:00:00Z"));
        Path second = file("b.ndjson", event("1", "ben", "2026-01-01T10:00:00Z"));
        Ran conflict =
                run("statement", "--scheme", SCHEME, "--events", first, second, "--person", "ann");
        assertEquals(0, conflict.exit(), conflict.err());
        assertFalse(conflict.out().contains("Instalment"), conflict.out());
        Path retraction =
                file(
                        "c.ndjson",
                        """
                        {"specversion":"1.0","source":"s","id":"r1","type":"glasshouse.retraction",\
                        "time":"2026-02-01T10:00:00Z","data":{"id":"1"}}
                        """);
        Ran retracted =
                run(
                        "statement",
                        "--scheme",
                        SCHEME,
                        "--events",
                        first,
                        retraction,
                        "--person",
                        "ann");
        assertFalse(retracted.out().contains("Instalment"), retracted.out());
        Ran before =
                run(
                        "statement",
                        "--scheme",
                        SCHEME,
                        "--events",
                        first,
                        retraction,
                        "--person",
                        "ann",
                        "--known-at",
                        "2026-01-15");
        assertTrue(before.out().contains("Instalment"), before.out());
    }

    @Test
    void statementAndScoreAgreeOnParquetToo() throws Exception {
        Path parquet = folder.resolve("events.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    COPY (SELECT source, id, subject AS person, type AS signal,
                        "time"::TIMESTAMPTZ::TIMESTAMP AS happened_at,
                        data.value::DECIMAL(18, 6) AS value, data.reference AS reference
                        FROM read_json('%s')) TO '%s' (FORMAT parquet)
                    """
                            .formatted(EVENTS, parquet));
        }
        Path scores = folder.resolve("scores.csv");
        Path again = folder.resolve("again.csv");
        readsTo(score(EVENTS, "--out", scores, "--as-of", "2026-04-30"), 38, 0, 5);
        readsTo(score(parquet, "--out", again, "--as-of", "2026-04-30"), 38, 0, 5);
        assertEquals(Files.readString(scores), Files.readString(again));
        for (String person : List.of("ann", "chidi", "eva-🌻")) {
            assertEquals(statement(EVENTS, person).out(), statement(parquet, person).out());
        }
    }

    @Test
    void aSyntheticSchemeTakesWhatALabRunWrote() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Path events = Files.copy(EVENTS, run.resolve("events.ndjson"));
        Path scheme =
                file(
                        "twin.yaml",
                        Files.readString(Path.of(SCHEME)).replace(": live", ": synthetic"));
        Object[] words = {"score", "--scheme", scheme, "--events", events};
        Ran refused = run(words);
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("synthetic"), refused.err());
        Manifest.of(run, "a run", List.of(events)).write(run);
        assertEquals(0, run(words).exit());
        Files.writeString(events, "\n", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(2, run(words).exit());
    }

    @Test
    void ofTwoRunsAtOnceOneFileIsLeftWhole() throws Exception {
        Path out = folder.resolve("scores.ndjson");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = new ArrayList<Future<Ran>>();
            for (int i = 0; i < 8; i++) {
                runs.add(pool.submit(() -> score(EVENTS, "--out", out)));
            }
            for (Future<Ran> each : runs) {
                assertEquals(0, each.get().exit(), each.get().err());
            }
        }
        assertEquals(5, Files.readAllLines(out).size());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(out), left.toList());
        }
    }

    @Test
    void textThatWouldSteerTheTerminalDoesNot() {
        assertEquals("a\uFFFD[31mb\uFFFDc", Terminal.safe("a\u001b[31mb\u202ec"));
        Ran ran =
                run(
                        "statement",
                        "--scheme",
                        "no\u001b[2Jscheme",
                        "--events",
                        EVENTS,
                        "--person",
                        "a");
        assertEquals(2, ran.exit());
        assertFalse(ran.err().contains("\u001b"));
        assertTrue(ran.err().getBytes(StandardCharsets.UTF_8).length > 0);
    }
}
