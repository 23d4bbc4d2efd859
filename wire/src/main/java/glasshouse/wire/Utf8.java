package glasshouse.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Looks at bytes eight at a time.
final class Utf8 {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer discarded = CharBuffer.allocate(4096);

    /// The index of the first line feed in `[from, to)`, or `to`.
    static int newline(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORD.get(bytes, i) ^ NEWLINES;
            long hit = (word - ONES) & ~word & HIGHS;
            if (hit != 0) {
                return i + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        long any = 0;
        for (; i + 8 <= to; i += 8) {
            any |= (long) WORD.get(bytes, i);
        }
        for (; i < to; i++) {
            any |= bytes[i];
        }
        return (any & HIGHS) == 0;
    }

    /// Whether the bytes are well-formed UTF-8, overlong forms and surrogates excluded.
    boolean isValid(byte[] bytes, int from, int to) {
        var input = ByteBuffer.wrap(bytes, from, to - from);
        decoder.reset();
        while (true) {
            discarded.clear();
            CoderResult result = decoder.decode(input, discarded, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }
}
