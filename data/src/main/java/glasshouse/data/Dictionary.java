package glasshouse.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

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

    private static final int TEXT_BYTES = 2 * Long.BYTES;

    private final Memory memory;
    private int slotCount = FIRST_SLOTS;

    /// Address of the table.
    private long slots;

    /// Address of the texts: head and tail of code c at c times [#TEXT_BYTES].
    private long texts;

    private int room = FIRST_SLOTS / 2;

    /// Address of the bytes of long texts.
    private long longTexts;

    private long longBytes;
    private long longRoom;
    private int size;

    Dictionary(Memory memory) {
        this.memory = memory;
        slots = empty(FIRST_SLOTS);
        texts = memory.take((long) room * TEXT_BYTES);
    }

    private long empty(int count) {
        long bytes = (long) count * Long.BYTES;
        long table = memory.take(bytes);
        Duck.MEMORY.asSlice(table, bytes).fill((byte) 0);
        return table;
    }

    int size() {
        return size;
    }

    /// The code of a text, new or known. `hash` is [Texts#hash].
    int code(long head, long tail, long hash) {
        long table = slots;
        int mask = slotCount - 1;
        int slot = (int) (hash >>> 8) & mask;
        while (true) {
            long found = Memory.get(table + (long) slot * Long.BYTES);
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
        if (head(code) != head) {
            return false;
        }
        long known = tail(code);
        if (Texts.isInline(head)) {
            return known == tail;
        }
        int length = Texts.length(head);
        MemorySegment kept = Duck.MEMORY.asSlice(longTexts + known, length);
        return kept.mismatch(Duck.MEMORY.asSlice(tail, length)) < 0;
    }

    private int insert(int slot, long head, long tail, long hash) {
        int code = size++;
        Memory.set(slots + (long) slot * Long.BYTES, (hash & TAG) | (code + 1L));
        if (code == room) {
            texts = memory.grow(texts, (long) code * TEXT_BYTES, 2L * code * TEXT_BYTES);
            room = 2 * code;
        }
        long at = texts + (long) code * TEXT_BYTES;
        Memory.set(at, head);
        Memory.set(at + Long.BYTES, Texts.isInline(head) ? tail : keep(Texts.length(head), tail));
        if (size > slotCount / 2) {
            grow();
        }
        return code;
    }

    private long keep(int length, long address) {
        long offset = longBytes;
        if (offset + length > longRoom) {
            longRoom = Math.max(1024, longRoom + longRoom / 2) + length;
            longTexts = memory.grow(longTexts, longBytes, longRoom);
        }
        MemorySegment.copy(Duck.MEMORY, address, Duck.MEMORY, longTexts + offset, length);
        longBytes += length;
        return offset;
    }

    private void grow() {
        int count = slotCount * 2;
        long larger = empty(count);
        int mask = count - 1;
        for (int code = 0; code < size; code++) {
            long hash = hash(code);
            int slot = (int) (hash >>> 8) & mask;
            while (Memory.get(larger + (long) slot * Long.BYTES) != 0) {
                slot = slot + 1 & mask;
            }
            Memory.set(larger + (long) slot * Long.BYTES, (hash & TAG) | (code + 1L));
        }
        memory.give(slots);
        slots = larger;
        slotCount = count;
    }

    private long hash(int code) {
        long head = head(code);
        return Texts.isInline(head)
                ? Texts.hash(head, tail(code))
                : Texts.hash(head, longTexts + tail(code));
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
        if (inline && depth == Long.BYTES) {
            return Long.reverseBytes(tail >>> 32);
        }
        if (!inline && depth + Long.BYTES <= length) {
            return Long.reverseBytes(Duck.MEMORY.get(Texts.LONG, longTexts + tail + depth));
        }
        long eight = 0;
        for (int i = depth; i < depth + Long.BYTES; i++) {
            int next =
                    i >= length
                            ? 0
                            : inline
                                    ? Texts.inlineByte(head, tail, i)
                                    : Duck.MEMORY.get(ValueLayout.JAVA_BYTE, longTexts + tail + i)
                                            & 0xff;
            eight = eight << 8 | next;
        }
        return eight;
    }

    /// Head of a text, as in [Texts].
    long head(int code) {
        return Memory.get(texts + (long) code * TEXT_BYTES);
    }

    /// Tail of a text of up to 12 bytes, as in [Texts]; else where its bytes begin.
    long tail(int code) {
        return Memory.get(texts + (long) code * TEXT_BYTES + Long.BYTES);
    }

    /// Brings the slot of a hash near; what it answers goes to [#approachText].
    long approachSlot(long hash) {
        return Memory.get(slots + (long) ((int) (hash >>> 8) & slotCount - 1) * Long.BYTES);
    }

    /// Brings the text near that a slot points to.
    long approachText(long slot) {
        return slot == 0 ? 0 : head((int) slot - 1);
    }

    /// The address of the bytes of a text beyond 12 bytes.
    long longText(int code) {
        return longTexts + tail(code);
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
            int length = Texts.length(head);
            long from = longTexts + tail(code);
            MemorySegment.copy(Duck.MEMORY, ValueLayout.JAVA_BYTE, from, target, offset, length);
        }
    }

    String text(int code) {
        var bytes = new byte[length(code)];
        copy(code, bytes, 0);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
