package glasshouse.data;

import glasshouse.event.Entry;
import glasshouse.wire.EventHandler;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.BindResult;
import glasshouse.wire.mapping.BoundMapping;
import glasshouse.wire.mapping.EntrySink;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.mapping.TextTable;
import glasshouse.wire.value.Occurrences;
import glasshouse.wire.value.Refused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a Parquet file, whatever its columns, through a mapping; without one, the
/// standard columns. About half a million rows a second: every cell becomes text, as in a table of
/// text. `condition` is an SQL condition on the rows, or empty.
final class MappedParquet {
    private final Path file;
    private final String name;
    private final @Nullable Mapping mapping;
    private final Occurrences occurrences;
    private final String condition;

    MappedParquet(Path file, @Nullable Mapping mapping, Occurrences occurrences) {
        this(file, mapping, occurrences, "");
    }

    MappedParquet(Path file, @Nullable Mapping mapping, Occurrences occurrences, String condition) {
        this.file = file;
        this.mapping = mapping;
        this.occurrences = occurrences;
        this.condition = condition;
        name = String.valueOf(file.getFileName());
    }

    /// The names of a file's columns.
    static List<String> columns(Path file) throws UnreadableException {
        String sql = "DESCRIBE SELECT * FROM read_parquet(%s)".formatted(Sql.path(file));
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            while (result.next()) {
                columns.add(result.getString(1));
            }
            return columns;
        } catch (SQLException failure) {
            throw ParquetEvents.unreadable(file, failure.getMessage());
        }
    }

    void read(EventHandler handler) throws UnreadableException {
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query(statement))) {
            BoundMapping bound = bind(result);
            var sink = new Sink(handler);
            while (result.next()) {
                sink.line++;
                bound.apply(column -> text(result, column), sink);
            }
        } catch (SQLException failure) {
            throw ParquetEvents.unreadable(file, failure.getMessage());
        }
    }

    /// All columns as text, times by RFC 3339.
    private String query(Statement statement) throws SQLException {
        String source = "read_parquet(%s, binary_as_string = true)".formatted(Sql.path(file));
        List<String> cells = new ArrayList<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                String column = Sql.name(columns.getString(1));
                String type = columns.getString(2);
                boolean date = mapping == null && type.equals("DATE");
                boolean time = date || type.startsWith("TIMESTAMP");
                cells.add(
                        time
                                ? "strftime(%s::TIMESTAMP, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') AS %s"
                                        .formatted(column, column)
                                : "%s::VARCHAR AS %s".formatted(column, column));
            }
        }
        String where = condition.isEmpty() ? "" : " WHERE " + condition;
        return "SELECT %s FROM %s%s".formatted(String.join(", ", cells), source, where);
    }

    private BoundMapping bind(ResultSet result) throws SQLException, UnreadableException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnName(i));
        }
        Mapping used = mapping == null ? Mapping.standard(TextTable.CSV, columns) : mapping;
        return switch (used.bind(columns, name, occurrences)) {
            case BoundMapping bound -> bound;
            case BindResult.Unbound unbound -> throw new UnreadableException(unbound.problems());
        };
    }

    private static String text(ResultSet result, int column) {
        try {
            String text = result.getString(column + 1);
            return text == null ? "" : text;
        } catch (SQLException failure) {
            throw new IllegalStateException("a fetched row has its cells", failure);
        }
    }

    private final class Sink implements EntrySink {
        private final EventHandler handler;
        private long line;

        Sink(EventHandler handler) {
            this.handler = handler;
        }

        @Override
        public void accepted(Entry entry) {
            handler.accepted(entry, line);
        }

        @Override
        public void refused(Refused refused) {
            handler.rejected(
                    new Rejection(name, line, refused.code().code(), refused.reason(), ""));
        }
    }
}
