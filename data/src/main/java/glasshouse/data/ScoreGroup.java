package glasshouse.data;

import com.github.luben.zstd.Zstd;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A row group of scores: the pages of its columns, in order. Owned by one thread at a time.
final class ScoreGroup {
    private static final int DATA_PAGE = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int ZSTD = 6;
    private static final int LEVEL = 1;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int rows;
    private final List<Page> pages = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();
    private final List<Long> plainLengths = new ArrayList<>();
    private byte[] plain = new byte[0];
    private byte[] packed = new byte[0];
    private long offset;

    /// An encoded page of one column; `bytes` has the header and the packed values.
    private static final class Page {
        private final byte[] bytes;
        private final long plainBytes;

        Page(byte[] bytes, long plainBytes) {
            this.bytes = bytes;
            this.plainBytes = plainBytes;
        }
    }

    ScoreGroup(int rows) {
        this.rows = rows;
    }

    /// The names of the persons from a row on.
    void person(ScoreTable scores, int from) {
        int length = 0;
        for (int row = 0; row < rows; row++) {
            length += Integer.BYTES + scores.nameLength(from + row);
        }
        reserve(length);
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int bytes = scores.nameLength(from + row);
            INTS.set(plain, at, bytes);
            scores.copyName(from + row, plain, at + Integer.BYTES);
            at += Integer.BYTES + bytes;
        }
        page(plain, at);
    }

    /// The points of all rows, one buffer for each cell; filled row by row, for rows lie scattered.
    byte[][] points(ScoreTable scores, int from, int cells) {
        var buffers = new byte[cells][rows * Long.BYTES];
        for (int row = 0; row < rows; row++) {
            long[] shard = scores.shard(from + row);
            int start = scores.start(from + row);
            for (int cell = 0; cell < cells; cell++) {
                LONGS.set(buffers[cell], row * Long.BYTES, shard[start + cell]);
            }
        }
        return buffers;
    }

    void band(byte[] points, Scheme scheme, byte[][] names) {
        int longest = Arrays.stream(names).mapToInt(name -> name.length).max().orElse(0);
        reserve(rows * (Integer.BYTES + longest));
        int at = 0;
        for (int row = 0; row < rows; row++) {
            long score = (long) LONGS.get(points, row * Long.BYTES);
            byte[] name = names[ScoreFiles.band(scheme, score)];
            INTS.set(plain, at, name.length);
            System.arraycopy(name, 0, plain, at + Integer.BYTES, name.length);
            at += Integer.BYTES + name.length;
        }
        page(plain, at);
    }

    void constant(long value) {
        reserve(rows * Long.BYTES);
        for (int row = 0; row < rows; row++) {
            LONGS.set(plain, row * Long.BYTES, value);
        }
        page(plain, rows * Long.BYTES);
    }

    private void reserve(int length) {
        if (plain.length < length) {
            plain = new byte[length];
        }
    }

    /// Adds the next column: so many bytes of plain values.
    void page(byte[] values, int length) {
        int most = (int) Zstd.compressBound(length);
        if (packed.length < most) {
            packed = new byte[most];
        }
        int packedLength = (int) Zstd.compressByteArray(packed, 0, most, values, 0, length, LEVEL);
        byte[] header =
                new Thrift()
                        .i32(1, DATA_PAGE)
                        .i32(2, length)
                        .i32(3, packedLength)
                        .struct(5)
                        .i32(1, rows)
                        .i32(2, PLAIN)
                        .i32(3, RLE)
                        .i32(4, RLE)
                        .end()
                        .end()
                        .bytes();
        byte[] bytes = Arrays.copyOf(header, header.length + packedLength);
        System.arraycopy(packed, 0, bytes, header.length, packedLength);
        pages.add(new Page(bytes, header.length + (long) length));
    }

    /// Gives up what only encoding needs.
    void finish() {
        plain = new byte[0];
        packed = new byte[0];
    }

    /// Writes the pages; returns where the file goes on.
    long writeTo(OutputStream out, long start) throws IOException {
        offset = start;
        long end = start;
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            out.write(page.bytes);
            end += page.bytes.length;
            lengths.add((long) page.bytes.length);
            plainLengths.add(page.plainBytes);
        }
        pages.clear();
        return end;
    }

    /// Its element of the footer.
    void describe(Thrift thrift, List<ScoreColumn> columns) {
        thrift.open().structs(1, columns.size());
        long at = offset;
        long total = 0;
        for (int i = 0; i < columns.size(); i++) {
            ScoreColumn column = columns.get(i);
            thrift.open().i64(2, at).struct(3).i32(1, column.type()).i32s(2, PLAIN, RLE);
            thrift.texts(3, column.name()).i32(4, ZSTD).i64(5, rows);
            thrift.i64(6, plainLengths.get(i)).i64(7, lengths.get(i)).i64(9, at).end().end();
            at += lengths.get(i);
            total += plainLengths.get(i);
        }
        thrift.i64(2, total).i64(3, rows).end();
    }
}
