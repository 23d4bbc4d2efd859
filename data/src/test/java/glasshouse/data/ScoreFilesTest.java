package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoreFilesTest {
    private static final Plan PLAN = Plan.of(Worlds.plain());
    private static final Instant AS_OF = Instant.parse("2024-02-01T00:00:00Z");

    @TempDir private Path folder;

    private static ScoreTable table(int persons) {
        var scoring = new Scoring(PLAN, Moment.asOf(AS_OF), 2);
        try (var taker = new EntryTaker(scoring)) {
            for (int i = 0; i < persons; i++) {
                Instant happenedAt = Instant.parse("2024-01-01T00:00:00Z");
                var name = new EventName("bank", "e" + i);
                String person = i == 0 ? "a \"quoted\", name" : "person-%06d".formatted(i);
                taker.take(
                        new Event(
                                name,
                                person,
                                null,
                                i % 2 == 0 ? "late" : "paid",
                                1_234_567L + i,
                                happenedAt,
                                happenedAt,
                                null),
                        i);
            }
        }
        return scoring.finish(_ -> {}).scores();
    }

    private List<String> read(Path file, String reader) throws SQLException {
        String sql =
                """
                SELECT person, score::DECIMAL(18, 6), band, as_of::TIMESTAMP,
                    fading::DECIMAL(18, 6), lasting::DECIMAL(18, 6), count::DECIMAL(18, 6),
                    sum::DECIMAL(18, 6) FROM\s"""
                        + "%s(%s)".formatted(reader, Sql.text(file.toString()));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= 8; i++) {
                    row.append(result.getString(i)).append('|');
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    @Test
    void allFormatsHoldTheSameRowsInTheOrderOfPersons() throws Exception {
        ScoreTable table = table(5000);
        Path parquet = folder.resolve("scores.parquet");
        Path csv = folder.resolve("scores.csv");
        Path ndjson = folder.resolve("scores.NDJSON");
        for (Path file : List.of(parquet, csv, ndjson)) {
            ScoreFiles.write(table, PLAN.scheme(), AS_OF, file);
        }
        List<String> rows = read(parquet, "read_parquet");
        assertEquals(5000, rows.size());
        assertTrue(
                rows.get(1)
                        .startsWith(
                                "person-000001|656.900000|green|2024-02-01 00:00:00.0|4.861798|"));
        assertEquals(rows, rows.stream().sorted().toList());
        assertEquals(rows, read(csv, "read_csv"));
        assertEquals(rows, read(ndjson, "read_ndjson"));
    }

    @Test
    void nobodyIsAFileWithoutRows() throws Exception {
        Path parquet = folder.resolve("nobody.parquet");
        ScoreFiles.write(table(0), PLAN.scheme(), AS_OF, parquet);
        assertEquals(List.of(), read(parquet, "read_parquet"));
    }

    @Test
    void sameEventsGiveSameBytesOnAnyThreads() throws Exception {
        Path one = folder.resolve("one.parquet");
        Path two = folder.resolve("two.parquet");
        ScoreFiles.write(table(3000), PLAN.scheme(), AS_OF, one);
        ScoreFiles.write(table(3000), PLAN.scheme(), AS_OF, two);
        assertEquals(-1, Files.mismatch(one, two));
    }
}
