package glasshouse.data;

import glasshouse.data.DuckScan.DuckFailure;
import glasshouse.data.EventTable.Field;
import glasshouse.data.EventTable.Kind;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.value.EventCode;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a Parquet file of the standard columns into a run, on all of the run's threads.
///
/// `person`, `signal` and `happened_at` are needed; `source`, `id`, `counterparty`, `value`,
/// `recorded_at` and `reference` are read where they are; others are passed over. Rows without an
/// id are events of their own. A bad row is rejected with its number; a damaged file stops the run.
final class ParquetEvents {
    private final Scoring scoring;
    private final Path file;
    private final String name;
    private final long firstRow;
    private final LongConsumer progress;

    ParquetEvents(Scoring scoring, Path file, long firstRow, LongConsumer progress) {
        this.scoring = scoring;
        this.file = file;
        this.firstRow = firstRow;
        this.progress = progress;
        name = String.valueOf(file.getFileName());
    }

    /// What was read.
    record Intook(long rows, Rejects rejects) {}

    /// Number of rows that a file claims.
    static long rowCount(Path file) throws UnreadableException {
        String sql =
                "SELECT coalesce(sum(num_rows), 0) FROM parquet_file_metadata(%s)"
                        .formatted(Sql.path(file));
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw unreadable(file, failure.getMessage());
        }
    }

    Intook read() throws UnreadableException {
        List<String> amiss = new ArrayList<>();
        EventTable table = EventTable.of(types(), amiss);
        if (!amiss.isEmpty()) {
            throw new UnreadableException(
                    amiss.stream().map(message -> problem(name, message)).toList());
        }
        List<Field> used = table.fields();
        Takers takers = new Takers(table, used);
        List<Kind> kinds =
                used.stream()
                        .map(field -> table.present(field).kind())
                        .collect(Collectors.toCollection(ArrayList::new));
        kinds.add(Kind.WHOLE);
        try (var scan = new DuckScan(DuckDb.settings(scoring.threads()))) {
            scan.register(kinds, takers);
            for (String setting : DuckDb.lock(file)) {
                scan.run(setting);
            }
            scan.run(query(table, used));
            takers.check();
            return takers.finish();
        } catch (DuckFailure failure) {
            takers.check();
            throw unreadable(file, failure.getMessage());
        }
    }

    private Map<String, String> types() throws UnreadableException {
        String sql = "DESCRIBE SELECT * FROM " + source();
        try (Connection connection = DuckDb.open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            Map<String, String> types = new LinkedHashMap<>();
            while (result.next()) {
                types.put(result.getString(1), result.getString(2));
            }
            return types;
        } catch (SQLException failure) {
            throw unreadable(file, failure.getMessage());
        }
    }

    private String source() {
        return "read_parquet("
                + Sql.path(file)
                + ", binary_as_string = true, hive_partitioning = false)";
    }

    private String query(EventTable table, List<Field> used) {
        String arguments =
                used.stream()
                        .map(field -> table.present(field).sql())
                        .collect(Collectors.joining(", "));
        return "SELECT count(*) FROM %s WHERE %s(%s, file_row_number)"
                .formatted(
                        source().replace("binary_as", "file_row_number = true, binary_as"),
                        DuckScan.FUNCTION,
                        arguments);
    }

    /// A taker for each of DuckDB's threads.
    private final class Takers implements Duck.ChunkHandler {
        private final EventTable table;
        private final List<Field> used;
        private final Queue<RowTaker> all = new ConcurrentLinkedQueue<>();
        private final ThreadLocal<RowTaker> mine = ThreadLocal.withInitial(this::open);
        private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

        Takers(EventTable table, List<Field> used) {
            this.table = table;
            this.used = used;
        }

        private RowTaker open() {
            var taker = new RowTaker(scoring, table, used, name, firstRow);
            all.add(taker);
            return taker;
        }

        @Override
        public void take(MemorySegment function, MemorySegment chunk, MemorySegment output) {
            try {
                RowTaker taker = mine.get();
                long before = taker.taken();
                taker.take(chunk, output);
                progress.accept(taker.taken() - before);
            } catch (Throwable failure) {
                // Nothing may be thrown into DuckDB.
                failed.compareAndSet(null, failure);
                Duck.call(Duck.SET_ERROR, function, Duck.STOPPED);
            }
        }

        void check() {
            Throwable failure = failed.get();
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw new IllegalStateException("a row could not be taken in", failure);
            }
        }

        Intook finish() {
            long rows = 0;
            var rejects = new Rejects();
            for (RowTaker taker : all) {
                rows += taker.taken();
                rejects.addAll(taker.rejects());
                taker.close();
            }
            return new Intook(rows, rejects);
        }
    }

    static UnreadableException unreadable(Path file, @Nullable String message) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isReadable(file)) {
            return new UnreadableException(List.of(problem(name, "is not there or not readable")));
        }
        String found = message == null ? "" : message.lines().findFirst().orElse("");
        return new UnreadableException(
                List.of(problem(name, "cannot be read as Parquet: " + found)));
    }

    private static Problem problem(String name, String message) {
        return new Problem(
                EventCode.UNREADABLE.code(), new Position(name, 0, 0), name + " " + message, null);
    }
}
