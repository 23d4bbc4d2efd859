package glasshouse.data;

import java.lang.foreign.MemorySegment;

/// Events whose persons have no number yet, by shard.
///
/// A look-up among ten million persons waits for memory twice. So events gather here, up to
/// [#MOST_EVENTS], and are then looked up shard after shard, in a dictionary that fits the cache;
/// that takes a third of the time. Texts beyond 12 bytes are copied, for their place in a reader's
/// chunk is soon used again.
///
/// A staged record is head and tail of the person and then what will be the record. Owned by one
/// thread at a time.
final class Staging {
    private static final int TEXT_WORDS = 2;
    private static final int MOST_EVENTS = 2 << 20;
    private static final long MOST_TEXT_BYTES = 64 << 20;

    /// Room for one more batch of the longest names.
    private static final long BATCH_TEXT_BYTES = (long) Batch.MOST * 4 * 256;

    private final Shape shape;
    private final People people;
    private final Memory memory;
    private final Records staged;

    /// Address of the bytes of long texts; 0: none came yet.
    private long texts;

    private long textBytes;
    private int events;
    private final long[] hashes = new long[Pages.LONGS];
    private final long[] slots = new long[Pages.LONGS];

    /// Keeps the loads of [#approach] from being dropped as useless.
    @SuppressWarnings("unused")
    private long touched;

    Staging(Shape shape, People people, Memory memory, Pages pages) {
        this.shape = shape;
        this.people = people;
        this.memory = memory;
        staged = new Records(pages, shape.words() + TEXT_WORDS);
    }

    /// Makes room for an event of a person; write it to the returned address.
    long claim(long head, long tail) {
        int shard = (int) Texts.hash(head, tail) & (People.SHARDS - 1);
        long at = staged.claim(shard);
        Memory.set(at, head);
        Memory.set(at + Long.BYTES, Texts.isInline(head) ? tail : keep(Texts.length(head), tail));
        events++;
        return at + TEXT_WORDS * Long.BYTES;
    }

    private long keep(int length, long address) {
        if (texts == 0) {
            texts = memory.take(MOST_TEXT_BYTES);
        }
        long kept = texts + textBytes;
        MemorySegment.copy(Duck.MEMORY, address, Duck.MEMORY, kept, length);
        textBytes += length;
        return kept;
    }

    void flushIfFull(Records byPerson) {
        if (events >= MOST_EVENTS || textBytes + BATCH_TEXT_BYTES > MOST_TEXT_BYTES) {
            flush(byPerson);
        }
    }

    /// Looks all persons up and moves the events on. Starts at a shard of its own, so that threads
    /// seldom meet.
    void flush(Records byPerson) {
        int first = System.identityHashCode(this);
        for (int i = 0; i < People.SHARDS; i++) {
            int shard = (first + i) & (People.SHARDS - 1);
            Dictionary dictionary = people.dictionary(shard);
            synchronized (dictionary) {
                staged.forEachPage(
                        shard, (from, to) -> move(from, to, dictionary, byPerson, shard));
            }
            staged.drop(shard);
        }
        events = 0;
        textBytes = 0;
    }

    private void move(long from, long to, Dictionary dictionary, Records byPerson, int shard) {
        long bytes = shape.words() * (long) Long.BYTES;
        approach(from, to, dictionary);
        int row = 0;
        for (long at = from; at < to; at += bytes + TEXT_WORDS * Long.BYTES) {
            long hash = hashes[row++];
            int local = dictionary.code(Memory.get(at), Memory.get(at + Long.BYTES), hash);
            long record = at + TEXT_WORDS * Long.BYTES;
            long place = byPerson.claim(shard);
            Memory.set(place, Shape.withPerson(Memory.get(record), local));
            for (long word = Long.BYTES; word < bytes; word += Long.BYTES) {
                Memory.set(place + word, Memory.get(record + word));
            }
        }
    }

    /// Loads what the page will touch, so that the waits for memory overlap instead of adding up.
    private void approach(long from, long to, Dictionary dictionary) {
        long stride = (shape.words() + TEXT_WORDS) * (long) Long.BYTES;
        int count = 0;
        for (long at = from; at < to; at += stride) {
            long hash = Texts.hash(Memory.get(at), Memory.get(at + Long.BYTES));
            hashes[count] = hash;
            slots[count++] = dictionary.approachSlot(hash);
        }
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= dictionary.approachText(slots[i]);
        }
        touched = seen;
    }
}
