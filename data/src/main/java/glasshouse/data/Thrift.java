package glasshouse.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes structs in Thrift's compact protocol, in which Parquet keeps its headers.
///
/// Fields go in rising order of their ids. Owned by one thread.
final class Thrift {
    private static final int BYTE_LIST_LIMIT = 15;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int MOST_DEPTH = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] lastIds = new int[MOST_DEPTH];
    private int depth;

    Thrift i32(int id, int value) {
        field(id, I32);
        varint(zigzag(value));
        return this;
    }

    Thrift i64(int id, long value) {
        field(id, I64);
        varint(zigzag(value));
        return this;
    }

    Thrift bool(int id, boolean value) {
        field(id, value ? 1 : 2);
        return this;
    }

    Thrift text(int id, String value) {
        field(id, BINARY);
        return bytes(value);
    }

    private Thrift bytes(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /// Opens a struct in a field; [#end] closes it.
    Thrift struct(int id) {
        field(id, STRUCT);
        return open();
    }

    /// Opens a struct in a list.
    Thrift open() {
        lastIds[++depth] = 0;
        return this;
    }

    /// Closes the struct at hand; the outermost too.
    Thrift end() {
        out.write(0);
        depth--;
        return this;
    }

    Thrift structs(int id, int count) {
        return list(id, STRUCT, count);
    }

    Thrift i32s(int id, int... values) {
        list(id, I32, values.length);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    Thrift texts(int id, String value) {
        list(id, BINARY, 1);
        return bytes(value);
    }

    private Thrift list(int id, int type, int count) {
        field(id, LIST);
        if (count < BYTE_LIST_LIMIT) {
            out.write((count << 4) | type);
        } else {
            out.write(0xf0 | type);
            varint(count);
        }
        return this;
    }

    private void field(int id, int type) {
        out.write(((id - lastIds[depth]) << 4) | type);
        lastIds[depth] = id;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
