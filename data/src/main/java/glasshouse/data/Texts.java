package glasshouse.data;

import glasshouse.event.Event;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// UTF-8 texts in two `long`s, as DuckDB lays them out in its columns.
///
/// ```
/// head:  bits 0..31 length in bytes, bits 32..63 the first four bytes
/// tail:  up to 12 bytes: the other eight, zero where there are none; longer: their address
/// ```
///
/// Two texts of up to 12 bytes are equal where their `long`s are.
final class Texts {
    static final int MOST_INLINE = 12;
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    /// Drawn anew by each process, so that nobody can choose texts that hash alike. No result
    /// depends on them.
    private static final long FIRST = new SecureRandom().nextLong();

    private static final long SECOND = new SecureRandom().nextLong();

    private static final long ONES = 0x0101010101010101L;
    private static final long SPACES = ONES * 0x20;

    private Texts() {}

    static int length(long head) {
        return (int) head;
    }

    static boolean isInline(long head) {
        return length(head) <= MOST_INLINE;
    }

    /// 64 well-mixed bits of the text.
    static long hash(long head, long tail) {
        return isInline(head)
                ? mix(mix(head ^ FIRST) + tail)
                : hash(Duck.MEMORY, tail, length(head), FIRST);
    }

    /// [#hash] of a long text in an array.
    static long hash(MemorySegment memory, long offset, int length) {
        return hash(memory, offset, length, FIRST);
    }

    /// 64 more bits, independent of [#hash].
    static long secondHash(long head, long tail) {
        return isInline(head)
                ? mix(mix(tail ^ SECOND) - mix(head + FIRST))
                : hash(Duck.MEMORY, tail, length(head), SECOND);
    }

    private static long hash(MemorySegment memory, long address, int length, long seed) {
        long hash = seed + length;
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = mix(hash ^ memory.get(LONG, address + at)) + seed;
        }
        if (at < length) {
            hash = mix(hash ^ memory.get(LONG, address + length - Long.BYTES)) + seed;
        }
        return mix(hash);
    }

    /// [#hash] of a text by its characters, as it would be in a column.
    static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        return length <= MOST_INLINE
                ? hash(head(bytes, length), inlineTail(bytes, length))
                : hash(MemorySegment.ofArray(bytes), 0, length);
    }

    /// [#secondHash] of a text by its characters.
    static long secondHash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = bytes.length;
        return length <= MOST_INLINE
                ? secondHash(head(bytes, length), inlineTail(bytes, length))
                : hash(MemorySegment.ofArray(bytes), 0, length, SECOND);
    }

    /// Whether a text surely may be a name: 1 to 256 bytes, none of them a control character.
    static boolean isPlainName(long head, long tail) {
        int length = length(head);
        if (length <= 0 || length > Event.MOST_NAME_LENGTH) {
            return false;
        }
        if (length <= MOST_INLINE) {
            long first = (head >>> 32 | SPACES << 32) | padding(length);
            long rest = tail | padding(length - 4);
            return !hasControl(first) && !hasControl(rest);
        }
        for (int at = 0; at + Long.BYTES <= length; at += Long.BYTES) {
            if (hasControl(Duck.MEMORY.get(LONG, tail + at))) {
                return false;
            }
        }
        return !hasControl(Duck.MEMORY.get(LONG, tail + length - Long.BYTES));
    }

    /// Spaces where the first `length` of eight bytes are not.
    private static long padding(int length) {
        return length >= Long.BYTES ? 0 : length <= 0 ? SPACES : SPACES << (8 * length);
    }

    /// Whether one of eight bytes is below 0x20 or is 0x7f (Mycroft 1987).
    private static boolean hasControl(long eight) {
        long below = (eight - SPACES) & ~eight;
        long deleted = eight ^ ONES * 0x7f;
        long zero = (deleted - ONES) & ~deleted;
        return ((below | zero) & ONES << 7) != 0;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection in which each bit of the
    /// input moves half of the output's.
    static long mix(long z) {
        long mixed = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    static String toString(long head, long tail) {
        return new String(bytes(head, tail), StandardCharsets.UTF_8);
    }

    static byte[] bytes(long head, long tail) {
        int length = length(head);
        var bytes = new byte[length];
        if (isInline(head)) {
            inline(head, tail, bytes, 0);
        } else {
            MemorySegment.copy(Duck.MEMORY, ValueLayout.JAVA_BYTE, tail, bytes, 0, length);
        }
        return bytes;
    }

    /// Writes the bytes of a short text.
    static void inline(long head, long tail, byte[] target, int offset) {
        int length = length(head);
        for (int i = 0; i < length; i++) {
            target[offset + i] = (byte) (i < 4 ? head >>> (32 + 8 * i) : tail >>> (8 * (i - 4)));
        }
    }

    /// The byte at an index of a short text, unsigned.
    static int inlineByte(long head, long tail, int index) {
        return (int) (index < 4 ? head >>> (32 + 8 * index) : tail >>> (8 * (index - 4))) & 0xff;
    }

    /// The head of these bytes.
    static long head(byte[] bytes, int length) {
        long head = length;
        for (int i = 0; i < Math.min(4, length); i++) {
            head |= (bytes[i] & 0xffL) << (32 + 8 * i);
        }
        return head;
    }

    /// The tail of at most 12 bytes.
    static long inlineTail(byte[] bytes, int length) {
        long tail = 0;
        for (int i = 4; i < length; i++) {
            tail |= (bytes[i] & 0xffL) << (8 * (i - 4));
        }
        return tail;
    }
}
