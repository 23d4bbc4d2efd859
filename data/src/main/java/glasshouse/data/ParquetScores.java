package glasshouse.data;

import glasshouse.data.DuckScan.DuckFailure;
import glasshouse.data.EventTable.Kind;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes scores as Parquet, encoded by DuckDB on all processors in the order of the table.
///
/// DuckDB keeps order on several threads only where it reads a table of its own. So it is given one
/// of row numbers, and a function for each column that fills in what belongs to the numbers of a
/// chunk.
final class ParquetScores {
    private static final String ROWS = "glasshouse_rows";
    private static final String COLUMN = "glasshouse_column_";
    private static final int TEXT_BYTES = 16;

    /// A column of more values than these gains nothing by a dictionary of them.
    private static final String FORMAT =
            "FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1000";

    private final ScoreTable scores;
    private final Arena arena = Arena.ofShared();
    private final long[] bandsFrom;
    private final List<MemorySegment> bands = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

    private ParquetScores(ScoreTable scores, Scheme scheme) {
        this.scores = scores;
        bandsFrom = scheme.bands().stream().mapToLong(Band::fromMicro).toArray();
        for (Band band : scheme.bands()) {
            byte[] name = band.name().getBytes(StandardCharsets.UTF_8);
            bands.add(arena.allocateFrom(ValueLayout.JAVA_BYTE, name));
        }
    }

    static void write(ScoreTable scores, Scheme scheme, long asOfMicros, Path file)
            throws IOException {
        var settings = DuckDb.settings(Runtime.getRuntime().availableProcessors());
        settings.put("preserve_insertion_order", "true");
        var writer = new ParquetScores(scores, scheme);
        try (writer.arena;
                var scan = new DuckScan(settings)) {
            writer.column(scan, ScoreFiles.PERSON, Kind.TEXT, writer::persons);
            writer.column(scan, ScoreFiles.SCORE, Kind.MICRO, writer.micros(0));
            writer.column(scan, ScoreFiles.BAND, Kind.TEXT, writer::bands);
            writer.columns.add(
                    "make_timestamp(%d) AS %s".formatted(asOfMicros, Sql.name(ScoreFiles.AS_OF)));
            int place = 1;
            for (Characteristic part : scheme.characteristics()) {
                writer.column(scan, part.name(), Kind.MICRO, writer.micros(place++));
            }
            scan.run(
                    "CREATE TABLE %s AS SELECT range AS row FROM range(%d)"
                            .formatted(ROWS, scores.size()));
            scan.run(
                    "COPY (SELECT %s FROM %s) TO %s (%s)"
                            .formatted(
                                    String.join(", ", writer.columns),
                                    ROWS,
                                    Sql.text(file.toAbsolutePath().toString()),
                                    FORMAT));
        } catch (DuckFailure failure) {
            throw new IOException(failure.getMessage(), writer.failed.get());
        }
    }

    /// Fills `count` values; the numbers of their rows are `long`s from the address `rows` on.
    private interface Filler {
        void fill(long rows, int count, MemorySegment output) throws Throwable;
    }

    private void column(DuckScan scan, String name, Kind kind, Filler filler) {
        String function = COLUMN + columns.size();
        scan.registerColumn(
                function, kind, (info, chunk, output) -> fill(filler, info, chunk, output));
        columns.add("%s(row) AS %s".formatted(function, Sql.name(name)));
    }

    private void fill(
            Filler filler, MemorySegment info, MemorySegment chunk, MemorySegment output) {
        try {
            int count = (int) (long) Duck.CHUNK_SIZE.invokeExact(chunk);
            var rows = (MemorySegment) Duck.CHUNK_VECTOR.invokeExact(chunk, 0L);
            filler.fill(data(rows), count, output);
        } catch (Throwable failure) {
            // Nothing may be thrown into DuckDB.
            failed.compareAndSet(null, failure);
            Duck.call(Duck.SET_ERROR, info, Duck.STOPPED);
        }
    }

    /// The numbers at one place of each row: the score, then the partial scores.
    private Filler micros(long place) {
        return (rows, count, output) -> {
            long target = data(output);
            for (int i = 0; i < count; i++) {
                int row = row(rows, i);
                long micro = Memory.get(scores.address(row) + place * Long.BYTES);
                Memory.set(target + i * 8L, micro);
            }
        };
    }

    /// A short name has in DuckDB's column the very bytes that it has in the dictionary.
    private void persons(long rows, int count, MemorySegment output) throws Throwable {
        long target = data(output);
        for (int i = 0; i < count; i++) {
            int row = row(rows, i);
            Dictionary names = scores.names(row);
            int code = scores.nameCode(row);
            long head = names.head(code);
            if (Texts.isInline(head)) {
                long address = target + (long) TEXT_BYTES * i;
                Memory.set(address, head);
                Memory.set(address + Long.BYTES, names.tail(code));
            } else {
                longName(names, code, Texts.length(head), i, output);
            }
        }
    }

    private static void longName(
            Dictionary names, int code, int length, int index, MemorySegment output)
            throws Throwable {
        var bytes = new byte[length];
        names.copy(code, bytes, 0);
        try (Arena brief = Arena.ofConfined()) {
            text(output, index, brief.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
        }
    }

    private void bands(long rows, int count, MemorySegment output) throws Throwable {
        for (int i = 0; i < count; i++) {
            int row = row(rows, i);
            text(output, i, bands.get(band(scores.scoreMicro(row))));
        }
    }

    private int band(long scoreMicro) {
        int found = 0;
        for (int i = 1; i < bandsFrom.length && scoreMicro >= bandsFrom[i]; i++) {
            found = i;
        }
        return found;
    }

    private static void text(MemorySegment column, int index, MemorySegment text) throws Throwable {
        Duck.ASSIGN_TEXT.invokeExact(column, (long) index, text, text.byteSize());
    }

    private static int row(long rows, int index) {
        return (int) Memory.get(rows + index * 8L);
    }

    private static long data(MemorySegment vector) throws Throwable {
        return ((MemorySegment) Duck.VECTOR_DATA.invokeExact(vector)).address();
    }
}
