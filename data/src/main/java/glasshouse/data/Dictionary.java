package glasshouse.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers distinct texts 0, 1, 2… in the order in which they first come.
///
/// An open-addressing table of 8-byte slots, each with 32 bits of the hash and the code, points
/// into a columns of heads and tails ([Texts]); texts beyond 12 bytes keep their bytes in one
/// array. Texts are told apart by their bytes, never by their hash alone. 27 to 37 bytes a text,
/// and the bytes of long ones.
///
/// Owned by one thread, or guarded by its owner. A look-up touches two cache lines, which a batch
/// can have brought near beforehand. Benchmark: W1.
final class Dictionary {
    private static final int FIRST_SLOTS = 64;
    private static final long TAG = 0xFFFFFFFF00000000L;

    private long[] slots = new long[FIRST_SLOTS];

    /// Head and tail of code c at 2c and 2c + 1.
    private long[] texts = new long[FIRST_SLOTS];

    private byte[] longTexts = new byte[0];
    private int longBytes;
    private int size;

    int size() {
        return size;
    }

    /// The code of a text, new or known. `hash` is [Texts#hash].
    int code(long head, long tail, long hash) {
        long[] table = slots;
        int mask = table.length - 1;
        int slot = (int) (hash >>> 8) & mask;
        while (true) {
            long found = table[slot];
            if (found == 0) {
                return insert(slot, head, tail, hash);
            }
            int code = (int) found - 1;
            if (((found ^ hash) & TAG) == 0 && is(code, head, tail)) {
                return code;
            }
            slot = slot + 1 & mask;
        }
    }

    private boolean is(int code, long head, long tail) {
        long[] known = texts;
        if (known[2 * code] != head) {
            return false;
        }
        long offset = known[2 * code + 1];
        if (Texts.isInline(head)) {
            return offset == tail;
        }
        int length = Texts.length(head);
        MemorySegment kept = MemorySegment.ofArray(longTexts).asSlice(offset, length);
        return kept.mismatch(Duck.MEMORY.asSlice(tail, length)) < 0;
    }

    private int insert(int slot, long head, long tail, long hash) {
        int code = size++;
        slots[slot] = (hash & TAG) | (code + 1L);
        if (2 * code == texts.length) {
            texts = Arrays.copyOf(texts, code * 4);
        }
        texts[2 * code] = head;
        texts[2 * code + 1] = Texts.isInline(head) ? tail : keep(Texts.length(head), tail);
        if (size > slots.length / 2) {
            grow();
        }
        return code;
    }

    private long keep(int length, long address) {
        int offset = longBytes;
        if (offset + length > longTexts.length) {
            int room = Math.addExact(Math.max(longTexts.length, 1024), longTexts.length / 2);
            longTexts = Arrays.copyOf(longTexts, Math.max(room, offset + length));
        }
        MemorySegment.copy(Duck.MEMORY, ValueLayout.JAVA_BYTE, address, longTexts, offset, length);
        longBytes += length;
        return offset;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (int code = 0; code < size; code++) {
            long hash = hash(code);
            int slot = (int) (hash >>> 8) & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = (hash & TAG) | (code + 1L);
        }
        slots = larger;
    }

    private long hash(int code) {
        long head = head(code);
        return Texts.isInline(head)
                ? Texts.hash(head, tail(code))
                : Texts.hash(MemorySegment.ofArray(longTexts), tail(code), Texts.length(head));
    }

    /// Eight bytes from `depth` on, zero where there are none, so that comparing them unsigned
    /// compares the texts.
    long eightBytes(int code, int depth) {
        long head = head(code);
        long tail = tail(code);
        int length = Texts.length(head);
        boolean inline = Texts.isInline(head);
        if (inline && depth == 0) {
            return Long.reverseBytes(head >>> 32 | tail << 32);
        }
        long eight = 0;
        for (int i = depth; i < depth + Long.BYTES; i++) {
            int next =
                    i >= length
                            ? 0
                            : inline
                                    ? Texts.inlineByte(head, tail, i)
                                    : longTexts[(int) tail + i] & 0xff;
            eight = eight << 8 | next;
        }
        return eight;
    }

    /// Head of a text, as in [Texts].
    long head(int code) {
        return texts[2 * code];
    }

    /// Tail of a text of up to 12 bytes, as in [Texts]; else where its bytes begin.
    long tail(int code) {
        return texts[2 * code + 1];
    }

    /// Brings the slot of a hash near; what it answers goes to [#approachText]. Both may be called
    /// without the lock, for they only touch memory.
    long approachSlot(long hash) {
        long[] table = slots;
        return table[(int) (hash >>> 8) & table.length - 1];
    }

    /// Brings the text near that a slot points to.
    long approachText(long slot) {
        long[] known = texts;
        int at = 2 * ((int) slot - 1);
        return at >= 0 && at < known.length ? known[at] : 0;
    }

    int length(int code) {
        return Texts.length(head(code));
    }

    /// Writes the bytes of a text; [#length] says how many.
    void copy(int code, byte[] target, int offset) {
        long head = head(code);
        if (Texts.isInline(head)) {
            Texts.inline(head, tail(code), target, offset);
        } else {
            System.arraycopy(longTexts, (int) tail(code), target, offset, Texts.length(head));
        }
    }

    String text(int code) {
        var bytes = new byte[length(code)];
        copy(code, bytes, 0);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
