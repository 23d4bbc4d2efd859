package glasshouse.data;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people share: a table with a row for each person, a column `person`, and a column for each
/// thing shared, such as a device or an address. An empty cell is nothing known.
public record SharedFile(Map<String, Map<String, String>> columns) {
    /// Most columns beside the person.
    public static final int MOST_COLUMNS = 20;

    private static final String PERSON = "person";

    /// Reads a `.csv`, `.tsv`, `.ndjson` or `.parquet` file. Throws `IOException` with a message
    /// for the reader where the file is not as needed.
    public static SharedFile read(Path file) throws IOException {
        try (Connection duck = DuckDb.open();
                Statement query = duck.createStatement()) {
            String table = Outcomes.source(file);
            Outcomes.need(query, file, table, List.of(PERSON));
            List<String> columns = columns(query, table);
            if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
                throw new IOException(
                        "%s has %s columns beside person; allowed are 1 to %s."
                                .formatted(file, columns.size(), MOST_COLUMNS));
            }
            refuseTwice(query, file, table);
            Map<String, Map<String, String>> shared = new LinkedHashMap<>();
            for (String column : columns) {
                shared.put(column, values(query, table, column));
            }
            return new SharedFile(shared);
        } catch (SQLException failed) {
            throw new IOException(
                    "%s cannot be read as a table: %s".formatted(file, Outcomes.firstLine(failed)),
                    failed);
        }
    }

    private static List<String> columns(Statement query, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (ResultSet row = query.executeQuery("DESCRIBE SELECT * FROM " + table)) {
            while (row.next()) {
                if (!row.getString(1).equals(PERSON)) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    private static void refuseTwice(Statement query, Path file, String table)
            throws SQLException, IOException {
        long twice =
                Outcomes.number(
                        query,
                        "SELECT count(*) - count(DISTINCT CAST(person AS VARCHAR)) FROM " + table);
        if (twice > 0) {
            throw new IOException(
                    "%s has %s rows whose person is empty or stands in another row; a person has"
                                    .formatted(file, twice)
                            + " one.");
        }
    }

    private static Map<String, String> values(Statement query, String table, String column)
            throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        String name = Sql.name(column);
        try (ResultSet row =
                query.executeQuery(
                        """
                        SELECT CAST(person AS VARCHAR), CAST(%s AS VARCHAR) FROM %s
                        WHERE %s IS NOT NULL AND CAST(%s AS VARCHAR) <> ''
                        """
                                .formatted(name, table, name, name))) {
            while (row.next()) {
                values.put(row.getString(1), row.getString(2));
            }
        }
        return values;
    }
}
