package glasshouse.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A chunk of rows where DuckDB decoded them; valid during one call back. Owned by one thread.
final class Chunk {
    private static final int TEXT_BYTES = 16;

    private final long[] data;
    private final long[] validity;
    private int size;

    Chunk(int columns) {
        data = new long[columns];
        validity = new long[columns];
    }

    /// Looks at another chunk.
    void open(MemorySegment chunk) {
        try {
            size = (int) (long) Duck.CHUNK_SIZE.invokeExact(chunk);
            for (int column = 0; column < data.length; column++) {
                var vector = (MemorySegment) Duck.CHUNK_VECTOR.invokeExact(chunk, (long) column);
                data[column] = ((MemorySegment) Duck.VECTOR_DATA.invokeExact(vector)).address();
                validity[column] =
                        ((MemorySegment) Duck.VECTOR_VALIDITY.invokeExact(vector)).address();
            }
        } catch (Throwable failure) {
            throw Duck.failure(failure);
        }
    }

    int size() {
        return size;
    }

    /// Whether a column may have nulls in this chunk.
    boolean hasNulls(int column) {
        return validity[column] != 0;
    }

    boolean isNull(int column, int row) {
        long mask = validity[column];
        return mask != 0
                && (Duck.MEMORY.get(ValueLayout.JAVA_LONG, mask + (row >>> 6) * 8L) >>> (row & 63)
                                & 1)
                        == 0;
    }

    long number(int column, int row) {
        return Duck.MEMORY.get(ValueLayout.JAVA_LONG, data[column] + row * 8L);
    }

    double floating(int column, int row) {
        return Duck.MEMORY.get(ValueLayout.JAVA_DOUBLE, data[column] + row * 8L);
    }

    long head(int column, int row) {
        return Duck.MEMORY.get(Texts.LONG, data[column] + (long) row * TEXT_BYTES);
    }

    long tail(int column, int row) {
        return Duck.MEMORY.get(Texts.LONG, data[column] + (long) row * TEXT_BYTES + 8);
    }

    String text(int column, int row) {
        return Texts.toString(head(column, row), tail(column, row));
    }

    /// Answers false for all rows.
    void refuse(MemorySegment output) {
        try {
            long answers = ((MemorySegment) Duck.VECTOR_DATA.invokeExact(output)).address();
            Duck.MEMORY.asSlice(answers, size).fill((byte) 0);
        } catch (Throwable failure) {
            throw Duck.failure(failure);
        }
    }
}
