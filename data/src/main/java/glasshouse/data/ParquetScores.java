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
    private final ThreadLocal<ScoreWindow> windows;
    private final long[] bandsFrom;
    private final long[] bandHeads;
    private final long[] bandTails;
    private final List<MemorySegment> bands = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

    private ParquetScores(ScoreTable scores, Scheme scheme) {
        this.scores = scores;
        bandsFrom = scheme.bands().stream().mapToLong(Band::fromMicro).toArray();
        bandHeads = new long[bandsFrom.length];
        bandTails = new long[bandsFrom.length];
        for (Band band : scheme.bands()) {
            byte[] name = band.name().getBytes(StandardCharsets.UTF_8);
            bandHeads[bands.size()] = Texts.head(name, name.length);
            bandTails[bands.size()] =
                    name.length <= Texts.MOST_INLINE ? Texts.inlineTail(name, name.length) : 0;
            bands.add(arena.allocateFrom(ValueLayout.JAVA_BYTE, name));
        }
        int characteristics = scheme.characteristics().size();
        windows = ThreadLocal.withInitial(() -> new ScoreWindow(scores, characteristics));
    }

    static void write(ScoreTable scores, Scheme scheme, long asOfMicros, Path file)
            throws IOException {
        var settings = DuckDb.settings(Runtime.getRuntime().availableProcessors());
        settings.put("preserve_insertion_order", "true");
        var writer = new ParquetScores(scores, scheme);
        try (writer.arena;
                var scan = new DuckScan(settings)) {
            writer.column(scan, ScoreFiles.PERSON, Kind.TEXT, writer::persons);
            writer.column(scan, ScoreFiles.SCORE, Kind.MICRO, micros(0));
            writer.column(scan, ScoreFiles.BAND, Kind.TEXT, writer::bands);
            writer.columns.add(
                    "make_timestamp(%d) AS %s".formatted(asOfMicros, Sql.name(ScoreFiles.AS_OF)));
            int place = 1;
            for (Characteristic part : scheme.characteristics()) {
                writer.column(scan, part.name(), Kind.MICRO, micros(place++));
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

    /// Fills the column `output` for the rows of the window.
    private interface Filler {
        void fill(ScoreWindow window, MemorySegment output) throws Throwable;
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
            ScoreWindow window = windows.get();
            window.turn(firstRow(data(rows), count), count);
            filler.fill(window, output);
        } catch (Throwable failure) {
            // Nothing may be thrown into DuckDB.
            failed.compareAndSet(null, failure);
            Duck.call(Duck.SET_ERROR, info, Duck.STOPPED);
        }
    }

    private static int firstRow(long rows, int count) {
        long first = Memory.get(rows);
        if (Memory.get(rows + (count - 1L) * Long.BYTES) != first + count - 1) {
            throw new IllegalStateException("rows of a chunk do not follow one another");
        }
        return (int) first;
    }

    /// The numbers at one place of each row: the score, then the partial scores.
    private static Filler micros(int place) {
        return (window, output) -> {
            MemorySegment.copy(
                    window.micros(),
                    ScoreWindow.start(place),
                    Duck.MEMORY,
                    ValueLayout.JAVA_LONG,
                    data(output),
                    window.size());
        };
    }

    /// A short name has in DuckDB's column the very bytes that it has in the dictionary.
    private void persons(ScoreWindow window, MemorySegment output) throws Throwable {
        long target = data(output);
        for (int i = 0; i < window.size(); i++) {
            long head = window.head(i);
            if (Texts.isInline(head)) {
                put(target, i, head, window.tail(i));
            } else {
                longName(window.firstRow() + i, i, output);
            }
        }
    }

    private void longName(int row, int index, MemorySegment output) throws Throwable {
        Dictionary names = scores.names(row);
        int code = scores.nameCode(row);
        MemorySegment bytes = Duck.MEMORY.asSlice(names.longText(code), names.length(code));
        Duck.ASSIGN_TEXT.invokeExact(output, (long) index, bytes, bytes.byteSize());
    }

    private void bands(ScoreWindow window, MemorySegment output) throws Throwable {
        long target = data(output);
        long[] scoresMicro = window.micros();
        for (int i = 0; i < window.size(); i++) {
            int band = band(scoresMicro[i]);
            if (Texts.isInline(bandHeads[band])) {
                put(target, i, bandHeads[band], bandTails[band]);
            } else {
                MemorySegment name = bands.get(band);
                Duck.ASSIGN_TEXT.invokeExact(output, (long) i, name, name.byteSize());
            }
        }
    }

    private int band(long scoreMicro) {
        int found = 0;
        for (int i = 1; i < bandsFrom.length && scoreMicro >= bandsFrom[i]; i++) {
            found = i;
        }
        return found;
    }

    private static void put(long column, int index, long head, long tail) {
        long address = column + (long) TEXT_BYTES * index;
        Memory.set(address, head);
        Memory.set(address + Long.BYTES, tail);
    }

    private static long data(MemorySegment vector) throws Throwable {
        return ((MemorySegment) Duck.VECTOR_DATA.invokeExact(vector)).address();
    }
}
