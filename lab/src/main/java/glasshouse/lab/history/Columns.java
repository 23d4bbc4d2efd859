package glasshouse.lab.history;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Writes and reads arrays of primitives, one after the other, each with its length.
public final class Columns {
    private static final int CHUNK = 1 << 16;

    private Columns() {}

    public static void write(DataOutputStream out, List<Object> columns) throws IOException {
        out.writeInt(columns.size());
        var buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (Object column : columns) {
            int length = java.lang.reflect.Array.getLength(column);
            out.writeInt(length);
            int perChunk = CHUNK / width(column);
            for (int from = 0; from < length; from += perChunk) {
                int cells = Math.min(perChunk, length - from);
                buffer.clear();
                put(buffer, column, from, cells);
                out.write(buffer.array(), 0, cells * width(column));
            }
        }
    }

    /// Reads back into arrays that have the right lengths.
    public static void read(DataInputStream in, List<Object> columns) throws IOException {
        if (in.readInt() != columns.size()) {
            throw new IOException("the state is of another society");
        }
        var buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (Object column : columns) {
            int length = java.lang.reflect.Array.getLength(column);
            if (in.readInt() != length) {
                throw new IOException("the state is of another society");
            }
            int perChunk = CHUNK / width(column);
            for (int from = 0; from < length; from += perChunk) {
                int cells = Math.min(perChunk, length - from);
                in.readFully(buffer.array(), 0, cells * width(column));
                buffer.clear();
                get(buffer, column, from, cells);
            }
        }
    }

    private static int width(Object column) {
        return switch (column) {
            case byte[] _ -> Byte.BYTES;
            case short[] _ -> Short.BYTES;
            case int[] _ -> Integer.BYTES;
            case float[] _ -> Float.BYTES;
            case long[] _ -> Long.BYTES;
            default -> throw new IllegalArgumentException("not a column");
        };
    }

    private static void put(ByteBuffer buffer, Object column, int from, int cells) {
        switch (column) {
            case byte[] bytes -> buffer.put(bytes, from, cells);
            case short[] shorts -> buffer.asShortBuffer().put(shorts, from, cells);
            case int[] ints -> buffer.asIntBuffer().put(ints, from, cells);
            case float[] floats -> buffer.asFloatBuffer().put(floats, from, cells);
            case long[] longs -> buffer.asLongBuffer().put(longs, from, cells);
            default -> throw new IllegalArgumentException("not a column");
        }
    }

    private static void get(ByteBuffer buffer, Object column, int from, int cells) {
        switch (column) {
            case byte[] bytes -> buffer.get(bytes, from, cells);
            case short[] shorts -> buffer.asShortBuffer().get(shorts, from, cells);
            case int[] ints -> buffer.asIntBuffer().get(ints, from, cells);
            case float[] floats -> buffer.asFloatBuffer().get(floats, from, cells);
            case long[] longs -> buffer.asLongBuffer().get(longs, from, cells);
            default -> throw new IllegalArgumentException("not a column");
        }
    }
}
