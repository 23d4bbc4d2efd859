package glasshouse.data;

import glasshouse.data.DuckScan.DuckFailure;
import glasshouse.data.DuckScan.SourceColumn;
import glasshouse.data.EventTable.Kind;
import glasshouse.scheme.Band;
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

/// Writes scores as Parquet: DuckDB asks for them chunk by chunk and encodes them.
final class ParquetScores implements Duck.SourceHandler {
    private static final int CHUNK_ROWS = 2048;
    private static final String SOURCE = "glasshouse_scores";

    private final ScoreTable scores;
    private final Scheme scheme;
    private final long asOfMicros;
    private final int characteristics;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> bands = new ArrayList<>();
    private final MemorySegment name = arena.allocate(4096);
    private final byte[] nameBytes = new byte[4096];
    private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    private int next;

    private ParquetScores(ScoreTable scores, Scheme scheme, long asOfMicros) {
        this.scores = scores;
        this.scheme = scheme;
        this.asOfMicros = asOfMicros;
        characteristics = scheme.characteristics().size();
        for (Band band : scheme.bands()) {
            bands.add(
                    arena.allocateFrom(
                            ValueLayout.JAVA_BYTE, band.name().getBytes(StandardCharsets.UTF_8)));
        }
    }

    static void write(ScoreTable scores, Scheme scheme, long asOfMicros, Path file)
            throws IOException {
        var writer = new ParquetScores(scores, scheme, asOfMicros);
        try (writer.arena;
                var scan = new DuckScan(DuckDb.settings(1))) {
            scan.registerSource(SOURCE, writer.columns(), writer);
            scan.run(
                    "COPY (SELECT * FROM %s()) TO %s (FORMAT parquet, COMPRESSION snappy)"
                            .formatted(SOURCE, Sql.text(file.toAbsolutePath().toString())));
        } catch (DuckFailure failure) {
            throw new IOException(failure.getMessage(), writer.failed.get());
        }
    }

    private List<SourceColumn> columns() {
        List<SourceColumn> columns = new ArrayList<>();
        columns.add(new SourceColumn(ScoreFiles.PERSON, Kind.TEXT));
        columns.add(new SourceColumn(ScoreFiles.SCORE, Kind.MICRO));
        columns.add(new SourceColumn(ScoreFiles.BAND, Kind.TEXT));
        columns.add(new SourceColumn(ScoreFiles.AS_OF, Kind.MICROS));
        scheme.characteristics()
                .forEach(part -> columns.add(new SourceColumn(part.name(), Kind.MICRO)));
        return columns;
    }

    @Override
    public void call(MemorySegment info, MemorySegment chunk) {
        try {
            int count = Math.min(CHUNK_ROWS, scores.size() - next);
            fill(chunk, count);
            next += count;
            Duck.SET_CHUNK_SIZE.invokeExact(chunk, (long) count);
        } catch (Throwable failure) {
            // Nothing may be thrown into DuckDB.
            failed.compareAndSet(null, failure);
            Duck.call(Duck.SOURCE_ERROR, info, Duck.STOPPED);
        }
    }

    private void fill(MemorySegment chunk, int count) throws Throwable {
        MemorySegment persons = vector(chunk, 0);
        long score = data(vector(chunk, 1));
        MemorySegment bandNames = vector(chunk, 2);
        long asOf = data(vector(chunk, 3));
        var partials = new long[characteristics];
        for (int i = 0; i < characteristics; i++) {
            partials[i] = data(vector(chunk, 4 + i));
        }
        for (int i = 0; i < count; i++) {
            int row = next + i;
            long[] shard = scores.shard(row);
            int start = scores.start(row);
            person(persons, i, scores.names(row), scores.nameCode(row));
            put(score, i, shard[start]);
            int band = ScoreFiles.band(scheme, shard[start]);
            text(bandNames, i, bands.get(band));
            put(asOf, i, asOfMicros);
            for (int part = 0; part < characteristics; part++) {
                put(partials[part], i, shard[start + 1 + part]);
            }
        }
    }

    /// A short name has in DuckDB's column the very bytes that it has in the dictionary.
    private void person(MemorySegment persons, int row, Dictionary names, int code)
            throws Throwable {
        long head = names.head(code);
        if (Texts.isInline(head)) {
            long address = data(persons) + 2L * Long.BYTES * row;
            Duck.MEMORY.set(ValueLayout.JAVA_LONG, address, head);
            Duck.MEMORY.set(ValueLayout.JAVA_LONG, address + Long.BYTES, names.tail(code));
            return;
        }
        int length = Texts.length(head);
        names.copy(code, nameBytes, 0);
        MemorySegment.copy(nameBytes, 0, name, ValueLayout.JAVA_BYTE, 0, length);
        Duck.ASSIGN_TEXT.invokeExact(persons, (long) row, name, (long) length);
    }

    private static void text(MemorySegment column, int row, MemorySegment text) throws Throwable {
        Duck.ASSIGN_TEXT.invokeExact(column, (long) row, text, text.byteSize());
    }

    private static void put(long address, int row, long value) {
        Duck.MEMORY.set(ValueLayout.JAVA_LONG, address + row * 8L, value);
    }

    private static MemorySegment vector(MemorySegment chunk, int column) throws Throwable {
        return (MemorySegment) Duck.CHUNK_VECTOR.invokeExact(chunk, (long) column);
    }

    private static long data(MemorySegment vector) throws Throwable {
        return ((MemorySegment) Duck.VECTOR_DATA.invokeExact(vector)).address();
    }
}
