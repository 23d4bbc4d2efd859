package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.data.FileScoring.Summary;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.testkit.Property;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileScoringTest {
    private static final Plan RICH = Plan.of(Worlds.rich());
    private static final Plan PLAIN = Plan.of(Worlds.plain());

    @TempDir private Path folder;
    private final List<Rejection> rejects = new ArrayList<>();

    private Summary score(Plan plan, Moment moment, Path... files) throws UnreadableException {
        rejects.clear();
        return new FileScoring(plan, moment, 2, null, rejects::add, (_, _) -> {})
                .score(List.of(files));
    }

    private Summary score(Path... files) throws UnreadableException {
        return score(PLAIN, Moment.asOf(Worlds.AS_OF), files);
    }

    @Test
    void parquetScoresAsTheEntriesThatWereWritten() {
        Property.check(
                "Parquet scores as its entries",
                8,
                choices -> {
                    List<Entry> entries = Worlds.entries(choices);
                    Moment moment = Worlds.moment(choices);
                    Plan plan = choices.oneOf(List.of(PLAIN, RICH));
                    Path file = folder.resolve("events.parquet");
                    ParquetFiles.write(file, entries, "*");
                    Twin twin = Twin.score(plan, moment, entries);
                    Summary summary = score(plan, moment, file);
                    assertEquals(
                            twin.scores(), ScoringPropertiesTest.scores(plan, summary.scores()));
                    assertEquals(twin.duplicates(), summary.duplicates());
                    assertEquals(twin.conflicting(), summary.conflicts());
                    assertEquals(twin.conflicting(), rejects.size());
                    assertEquals(entries.size(), summary.read());
                    assertEquals(
                            summary.read(),
                            summary.accepted() + summary.rejected() + summary.duplicates());
                });
    }

    @Test
    void rowsWithoutIdsAreAllDifferent() {
        Property.check(
                "rows without ids are all different",
                8,
                choices -> {
                    List<Entry> entries = Worlds.entries(choices);
                    entries.removeIf(entry -> !(entry instanceof Event));
                    List<Entry> distinct = new ArrayList<>();
                    for (Entry entry : entries) {
                        distinct.add(renamed((Event) entry, "e" + distinct.size()));
                    }
                    Path file = folder.resolve("nameless.parquet");
                    ParquetFiles.write(
                            file,
                            entries,
                            "source, person, counterparty, signal, value,"
                                    + " happened_at, reference");
                    Moment moment = Moment.asOf(Worlds.AS_OF);
                    Plan plan = choices.oneOf(List.of(PLAIN, RICH));
                    Twin twin = Twin.score(plan, moment, distinct);
                    Summary summary = score(plan, moment, file);
                    assertEquals(
                            twin.scores(), ScoringPropertiesTest.scores(plan, summary.scores()));
                    assertEquals(0, summary.duplicates());
                });
    }

    private static Event renamed(Event event, String id) {
        return new Event(
                new EventName(event.name().source(), id),
                event.person(),
                event.counterparty(),
                event.signal(),
                event.valueMicro(),
                event.happenedAt(),
                event.recordedAt(),
                event.reference());
    }

    @Test
    void badRowsAreRejectedWithTheirNumber() throws Exception {
        Path file = folder.resolve("bad.parquet");
        ParquetFiles.write(
                file,
                """
                SELECT * FROM (VALUES
                    ('ann', 'paid', 1.5, TIMESTAMP '2024-01-01'),
                    (NULL, 'paid', 1, TIMESTAMP '2024-01-01'),
                    ('', 'paid', 1, TIMESTAMP '2024-01-01'),
                    ('a' || chr(7), 'paid', 1, TIMESTAMP '2024-01-01'),
                    (repeat('x', 257), 'paid', 1, TIMESTAMP '2024-01-01'),
                    ('ann', NULL, 1, TIMESTAMP '2024-01-01'),
                    ('ann', 'paid', 'NaN', TIMESTAMP '2024-01-01'),
                    ('ann', 'paid', 'Infinity', TIMESTAMP '2024-01-01'),
                    ('ann', 'paid', 1e9 + 1, TIMESTAMP '2024-01-01'),
                    ('ann', 'paid', 1, NULL),
                    ('ann', 'paid', 1, TIMESTAMP '1969-12-31'),
                    ('ann', 'paid', 1, TIMESTAMP '2200-01-01'),
                    ('ann', 'paid', 1, TIMESTAMP 'infinity'),
                    ('bob', 'paid', NULL, TIMESTAMP '2024-01-01')
                ) AS t(person, signal, value, happened_at)
                """);
        Summary summary = score(file);
        assertEquals(14, summary.read());
        assertEquals(12, summary.rejected());
        assertEquals(2, summary.accepted());
        assertEquals(2, summary.persons());
        assertEquals(
                List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L),
                rejects.stream().map(Rejection::line).toList());
        assertTrue(rejects.stream().allMatch(reject -> reject.file().equals("bad.parquet")));
        assertTrue(rejects.stream().allMatch(reject -> reject.code().startsWith("GH-EVENT-")));
    }

    @Test
    void valuesAndTimesOfAnyTypeAreExact() throws Exception {
        String[] values = {
            "1.1::DECIMAL(4, 1)", "1.1::DOUBLE", "1.1::FLOAT", "'1.1'", "1.1::DECIMAL(30, 9)"
        };
        String[] times = {
            "TIMESTAMP '2024-05-05 10:00:00'",
            "TIMESTAMP_NS '2024-05-05 10:00:00'",
            "TIMESTAMP_MS '2024-05-05 10:00:00'",
            "TIMESTAMP_S '2024-05-05 10:00:00'",
            "TIMESTAMPTZ '2024-05-05 10:00:00+00'",
            "'2024-05-05T12:00:00+02:00'",
            "DATE '2024-05-05'"
        };
        for (String value : values) {
            for (String time : times) {
                Path file = folder.resolve("typed.parquet");
                ParquetFiles.write(
                        file,
                        "SELECT 'ann' AS person, 'late' AS signal, %s AS value, %s AS happened_at"
                                .formatted(value, time));
                Summary summary = score(file);
                assertEquals(1, summary.accepted(), value + " " + time + " " + rejects);
                // -7 points a unit, at most 11 a month.
                assertEquals(-7_700_000, summary.scores().partialMicro(0, 1), value + " " + time);
            }
        }
    }

    @Test
    void aFileThatIsNoParquetIsUnreadable() throws Exception {
        Path file = folder.resolve("broken.parquet");
        Files.writeString(file, "PAR1 and then nothing of the kind");
        var thrown = assertThrows(UnreadableException.class, () -> score(file));
        assertEquals("GH-EVENT-014", thrown.problems().getFirst().code());
    }

    @Test
    void aFileThatIsDamagedWithinIsUnreadable() throws Exception {
        Path file = folder.resolve("damaged.parquet");
        ParquetFiles.write(
                file,
                "SELECT 'p' || hash(i) AS person, 'paid' AS signal, TIMESTAMP '2024-01-01' AS"
                        + " happened_at FROM range(50000) t(i)");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 1000; i < bytes.length / 2; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);
        assertThrows(UnreadableException.class, () -> score(file));
    }

    @Test
    void aMissingFileOrColumnIsUnreadable() throws Exception {
        assertThrows(UnreadableException.class, () -> score(folder.resolve("nowhere.parquet")));
        Path file = folder.resolve("columns.parquet");
        ParquetFiles.write(file, "SELECT 1 AS person, [1, 2] AS signal");
        var thrown = assertThrows(UnreadableException.class, () -> score(file));
        assertEquals(2, thrown.problems().size());
    }

    @Test
    void anEmptyFileHasNobody() throws Exception {
        Path file = folder.resolve("empty.parquet");
        ParquetFiles.write(file, List.of(), "*");
        Summary summary = score(file);
        assertEquals(0, summary.read());
        assertEquals(0, summary.persons());
        assertEquals(Map.of("red", 0L, "green", 0L), summary.bands());
    }

    @Test
    void aPathIsNeverAPattern() throws Exception {
        for (String name : List.of("it's [one] file*.parquet", "\"q\"?.parquet")) {
            Path file = folder.resolve(name);
            ParquetFiles.write(
                    file,
                    "SELECT 'ann' AS person, 'paid' AS signal, TIMESTAMP '2024-01-01' AS"
                            + " happened_at");
            assertEquals(1, score(file).persons(), name);
        }
    }

    @Test
    void aConflictIsSaidAtTheLineOfItsRecord() throws Exception {
        String head = "source,id,person,signal,value,happened_at\n";
        String day = ",2024-01-01T00:00:00Z\n";
        Path first = folder.resolve("a.csv");
        Files.writeString(first, "\n" + head + "bank,e1,ann,paid,1" + day + "\nbank,e2,bob" + day);
        Path second = folder.resolve("b.csv");
        Files.writeString(second, head + "bank,e3,bob,paid,1" + day + "bank,e1,ann,paid,2" + day);
        score(first, second);
        assertEquals(
                List.of("a.csv:3 GH-EVENT-016", "b.csv:3 GH-EVENT-016"),
                rejects.stream()
                        .filter(reject -> reject.code().equals("GH-EVENT-016"))
                        .map(each -> each.file() + ":" + each.line() + " " + each.code())
                        .sorted()
                        .toList());
    }

    @Test
    void filesOfAllKindsScoreTogether() throws Exception {
        Path parquet = folder.resolve("a.parquet");
        ParquetFiles.write(
                parquet,
                "SELECT 'ann' AS person, 'paid' AS signal, TIMESTAMP '2024-01-01' AS happened_at,"
                        + " 'bank' AS source, 'e1' AS id, 1 AS value");
        Path csv = folder.resolve("b.csv");
        Files.writeString(
                csv,
                """
                source,id,person,signal,value,happened_at
                bank,e1,ann,paid,1,2024-01-01T00:00:00Z
                bank,e2,bob,paid,1,2024-01-01T00:00:00Z
                bank,e3,bob,paid,1,2024-01-01T00:00:00Z
                bank,e3,bob,paid,2,2024-01-01T00:00:00Z
                """);
        Summary summary = score(parquet, csv);
        assertEquals(5, summary.read());
        assertEquals(1, summary.duplicates());
        assertEquals(2, summary.conflicts());
        assertEquals(2, summary.accepted());
        assertEquals(2, summary.persons());
        assertEquals(2, rejects.size());
        assertEquals(List.of(4L, 5L), rejects.stream().map(Rejection::line).sorted().toList());
    }
}
