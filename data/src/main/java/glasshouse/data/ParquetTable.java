package glasshouse.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Tables of results as Parquet: texts, whole numbers (64 bits) and decimals (64 bits), rows in
/// order. The same table gives the same bytes.
public final class ParquetTable {
    private static final long MOST_ROWS = Integer.MAX_VALUE;

    private ParquetTable() {}

    /// Writes a table of at least one column to a new file.
    public static void write(List<Column> columns, Path file) throws IOException {
        try (Connection duck = DuckDb.open();
                Statement statement = duck.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            String types =
                    columns.stream()
                            .map(column -> Sql.name(column.name()) + " " + type(column))
                            .collect(Collectors.joining(", "));
            statement.execute("CREATE TABLE results (" + types + ")");
            append(duck.unwrap(DuckDBConnection.class), columns);
            statement.execute(
                    "COPY results TO %s (FORMAT parquet, COMPRESSION snappy)"
                            .formatted(Sql.text(file.toAbsolutePath().toString())));
        } catch (SQLException failed) {
            throw new IOException(file + " could not be written: " + failed.getMessage(), failed);
        }
    }

    private static String type(Column column) {
        return switch (column) {
            case Column.Texts _ -> "VARCHAR";
            case Column.Wholes _ -> "BIGINT";
            case Column.Decimals _ -> "DOUBLE";
        };
    }

    private static void append(DuckDBConnection duck, List<Column> columns) throws SQLException {
        try (DuckDBAppender appender =
                duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "results")) {
            int rows = columns.getFirst().size();
            for (int row = 0; row < rows; row++) {
                appender.beginRow();
                for (Column column : columns) {
                    append(appender, column, row);
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Column column, int row)
            throws SQLException {
        switch (column) {
            case Column.Texts texts -> {
                String text = texts.values().get(row);
                if (text.isEmpty()) {
                    appender.appendNull();
                } else {
                    appender.append(text);
                }
            }
            case Column.Wholes wholes -> appender.append(wholes.values()[row]);
            case Column.Decimals decimals -> {
                double value = decimals.values()[row];
                if (Double.isNaN(value)) {
                    appender.appendNull();
                } else {
                    appender.append(value);
                }
            }
        }
    }

    /// Reads a table that [#write] wrote.
    public static List<Column> read(Path file) throws IOException {
        String source = "read_parquet(" + Sql.path(file) + ")";
        try (Connection duck = DuckDb.open();
                Statement statement = duck.createStatement()) {
            DuckDb.lock(file).forEach(setting -> execute(statement, setting));
            int rows = rows(statement, source);
            try (ResultSet result = statement.executeQuery("SELECT * FROM " + source)) {
                return columns(result, rows);
            }
        } catch (SQLException failed) {
            throw new IOException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static void execute(Statement statement, String setting) {
        try {
            statement.execute(setting);
        } catch (SQLException impossible) {
            throw new IllegalStateException(setting, impossible);
        }
    }

    private static int rows(Statement statement, String source) throws SQLException, IOException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + source)) {
            count.next();
            long rows = count.getLong(1);
            if (rows > MOST_ROWS) {
                throw new IOException("a table of " + rows + " rows is read by other means");
            }
            return Math.toIntExact(rows);
        }
    }

    private static List<Column> columns(ResultSet result, int rows)
            throws SQLException, IOException {
        var metadata = result.getMetaData();
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            String name = metadata.getColumnName(i);
            String type = metadata.getColumnTypeName(i);
            List<String> values = new ArrayList<>();
            columns.add(
                    switch (type) {
                        case "VARCHAR" -> new Column.Texts(name, values);
                        case "BIGINT" -> new Column.Wholes(name, new long[rows]);
                        case "DOUBLE" -> new Column.Decimals(name, new double[rows]);
                        default ->
                                throw new IOException(
                                        "the column "
                                                + name
                                                + " is "
                                                + type
                                                + ", which no lab run"
                                                + " writes");
                    });
        }
        for (int row = 0; result.next(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                read(result, i, row, columns.get(i));
            }
        }
        return columns;
    }

    private static void read(ResultSet result, int index, int row, Column column)
            throws SQLException {
        switch (column) {
            case Column.Texts texts -> {
                String text = result.getString(index + 1);
                texts.values().add(text == null ? "" : text);
            }
            case Column.Wholes wholes -> wholes.values()[row] = result.getLong(index + 1);
            case Column.Decimals decimals -> {
                double value = result.getDouble(index + 1);
                decimals.values()[row] = result.wasNull() ? Double.NaN : value;
            }
        }
    }
}
