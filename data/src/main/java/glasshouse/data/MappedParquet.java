package glasshouse.data;

import glasshouse.event.Entry;
import glasshouse.wire.EventHandler;
import glasshouse.wire.Rejection;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.BindResult;
import glasshouse.wire.mapping.BoundMapping;
import glasshouse.wire.mapping.EntrySink;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.value.CountedOccurrences;
import glasshouse.wire.value.Refused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Reads the rows of a Parquet file, whatever its columns, through a mapping. About half a million
/// rows a second: every cell becomes text, as in a table of text.
final class MappedParquet {
    private final Path file;
    private final String name;
    private final Mapping mapping;

    MappedParquet(Path file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
        name = String.valueOf(file.getFileName());
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
                boolean time = columns.getString(2).startsWith("TIMESTAMP");
                cells.add(
                        time
                                ? "strftime(%s::TIMESTAMP, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ') AS %s"
                                        .formatted(column, column)
                                : "%s::VARCHAR AS %s".formatted(column, column));
            }
        }
        return "SELECT %s FROM %s".formatted(String.join(", ", cells), source);
    }

    private BoundMapping bind(ResultSet result) throws SQLException, UnreadableException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            columns.add(result.getMetaData().getColumnName(i));
        }
        return switch (mapping.bind(columns, name, new CountedOccurrences())) {
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
            handler.accepted(entry);
        }

        @Override
        public void refused(Refused refused) {
            handler.rejected(
                    new Rejection(name, line, refused.code().code(), refused.reason(), ""));
        }
    }
}
