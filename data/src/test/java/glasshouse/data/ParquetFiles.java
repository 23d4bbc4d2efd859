package glasshouse.data;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.Retraction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Writes Parquet files to read back.
final class ParquetFiles {
    private ParquetFiles() {}

    /// Runs a query and keeps its rows.
    static void write(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            copy(statement, query, file);
        }
    }

    private static void copy(Statement statement, String query, Path file) throws SQLException {
        statement.execute(
                "COPY (%s) TO %s (FORMAT parquet)".formatted(query, Sql.text(file.toString())));
    }

    /// The standard columns of these entries; `columns` picks from them.
    static void write(Path file, List<Entry> entries, String columns) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE events (source VARCHAR, id VARCHAR, person VARCHAR,
                        counterparty VARCHAR, signal VARCHAR, value DECIMAL(18, 6),
                        happened_at TIMESTAMP, recorded_at TIMESTAMP, reference VARCHAR)
                    """);
            String insert = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
            try (PreparedStatement row = connection.prepareStatement(insert)) {
                for (Entry entry : entries) {
                    fill(row, entry);
                    row.execute();
                }
            }
            copy(statement, "SELECT " + columns + " FROM events", file);
        }
    }

    private static void fill(PreparedStatement row, Entry entry) throws SQLException {
        row.setString(1, entry.name().source());
        row.setObject(8, LocalDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC));
        switch (entry) {
            case Event event -> {
                row.setString(2, event.name().id());
                row.setString(3, event.person());
                row.setString(4, event.counterparty());
                row.setString(5, event.signal());
                row.setBigDecimal(6, BigDecimal.valueOf(event.valueMicro(), 6));
                row.setObject(7, LocalDateTime.ofInstant(event.happenedAt(), ZoneOffset.UTC));
                row.setString(9, event.reference());
            }
            case Retraction retraction -> {
                row.setString(2, null);
                row.setString(3, "ignored");
                row.setString(4, null);
                row.setString(5, "glasshouse.retraction");
                row.setBigDecimal(6, null);
                row.setObject(7, null);
                row.setString(9, retraction.name().id());
            }
        }
    }
}
