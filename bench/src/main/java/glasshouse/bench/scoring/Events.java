package glasshouse.bench.scoring;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A Parquet file of made-up events: three years, 24 signals, values of 0 to 1000 in hundredths.
///
/// Every column is a hash of the row's number, so equal sizes give equal files. Where persons are
/// skewed, the n-th has about n^-0.75 of the events of the first.
record Events(long events, long persons, boolean skewed) {
    private static final String DRAW = "(hash(i * 7 + 1) >> 11)::DOUBLE / (1::BIGINT << 53)";

    String name() {
        return "%d million events, %s persons%s"
                .formatted(
                        events / 1_000_000,
                        persons >= 1_000_000
                                ? persons / 1_000_000 + " million"
                                : persons / 1_000 + " thousand",
                        skewed ? ", skewed" : "");
    }

    void write(Path file) throws SQLException {
        String person = skewed ? "pow(" + DRAW + ", 4)" : DRAW;
        String query =
                """
                SELECT 'p' || lpad((%s * %d)::BIGINT::VARCHAR, 9, '0') AS person,
                    's' || (hash(i * 3 + 2) %% 24)::VARCHAR || '.done' AS signal,
                    ((hash(i * 5 + 3) %% 100000)::INTEGER / 100)::DECIMAL(10, 2) AS value,
                    TIMESTAMP '2023-01-01' + to_microseconds(
                        ((hash(i * 11 + 4) %% (3 * 365 * 86400::BIGINT)) * 1000000)::BIGINT)
                        AS happened_at
                FROM range(%d) t(i)
                """
                        .formatted(person, persons, events);
        try (Connection connection = Sql.open("4GB");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(query, file));
        }
    }
}
