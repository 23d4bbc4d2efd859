package glasshouse.stream.form;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The pieces that forms are made of: whole numbers of seven bits a byte, texts, instants.
public final class Primitives {
    private static final int MOST_BYTES = 1 << 26;

    private Primitives() {}

    /// A number from 0 up; small ones are short.
    public static void writeCount(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    public static long readCount(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("a number of more than 64 bits");
    }

    /// A number of either sign; those near 0 are short.
    public static void writeNumber(DataOutput out, long value) throws IOException {
        writeCount(out, value << 1 ^ value >> 63);
    }

    public static long readNumber(DataInput in) throws IOException {
        long bits = readCount(in);
        return bits >>> 1 ^ -(bits & 1);
    }

    public static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        writeCount(out, bytes.length);
        out.write(bytes);
    }

    public static byte[] readBytes(DataInput in) throws IOException {
        long length = readCount(in);
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("bytes of a length beyond all measure");
        }
        var bytes = new byte[(int) length];
        in.readFully(bytes);
        return bytes;
    }

    public static void writeText(DataOutput out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    /// A text or nothing; an empty text is nothing.
    public static void writeOptional(DataOutput out, @Nullable String text) throws IOException {
        writeText(out, text == null ? "" : text);
    }

    public static @Nullable String readOptional(DataInput in) throws IOException {
        String text = readText(in);
        return text.isEmpty() ? null : text;
    }

    /// An instant to the nanosecond.
    public static void writeInstant(DataOutput out, Instant instant) throws IOException {
        writeNumber(out, instant.getEpochSecond());
        writeCount(out, instant.getNano());
    }

    public static Instant readInstant(DataInput in) throws IOException {
        long second = readNumber(in);
        return Instant.ofEpochSecond(second, readCount(in));
    }
}
