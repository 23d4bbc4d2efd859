package glasshouse.data;

import java.lang.foreign.Arena;
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
    private static final int MOST_EVENTS = 8 << 20;
    private static final long MOST_TEXT_BYTES = 128 << 20;

    /// Room for one more batch of the longest names.
    private static final long BATCH_TEXT_BYTES = (long) Batch.MOST * 4 * 256;

    private final Shape shape;
    private final People people;
    private final Records staged;
    private Arena arena = Arena.ofShared();
    private MemorySegment texts = MemorySegment.NULL;
    private long textBytes;
    private int events;
    private final long[] hashes = new long[Pages.LONGS];
    private final long[] slots = new long[Pages.LONGS];

    /// Keeps the loads of [#approach] from being dropped as useless.
    @SuppressWarnings("unused")
    private long touched;

    private long[] block = new long[0];

    Staging(Shape shape, People people, Pages pages) {
        this.shape = shape;
        this.people = people;
        staged = new Records(pages, shape.words() + TEXT_WORDS);
    }

    /// Makes room for an event of a person; write it to [#block] from the returned index on.
    int claim(People.Column persons, int row) {
        int shard = (int) persons.hashes[row] & (People.SHARDS - 1);
        int at = staged.claim(shard);
        block = staged.block(shard);
        long head = persons.heads[row];
        long tail = persons.tails[row];
        block[at] = head;
        block[at + 1] = Texts.isInline(head) ? tail : keep(Texts.length(head), tail);
        events++;
        return at + TEXT_WORDS;
    }

    long[] block() {
        return block;
    }

    private long keep(int length, long address) {
        if (texts.byteSize() == 0) {
            texts = arena.allocate(MOST_TEXT_BYTES);
        }
        MemorySegment.copy(Duck.MEMORY, address, texts, textBytes, length);
        long kept = texts.address() + textBytes;
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
                        shard,
                        (page, from, to) -> move(page, from, to, dictionary, byPerson, shard));
            }
            staged.drop(shard);
        }
        events = 0;
        textBytes = 0;
        texts = MemorySegment.NULL;
        arena.close();
        arena = Arena.ofShared();
    }

    private void move(
            long[] page, int from, int to, Dictionary dictionary, Records byPerson, int shard) {
        int words = shape.words();
        approach(page, from, to, dictionary);
        int row = 0;
        for (int at = from; at < to; at += words + TEXT_WORDS) {
            int local = dictionary.code(page[at], page[at + 1], hashes[row++]);
            int place = byPerson.claim(shard);
            long[] target = byPerson.block(shard);
            target[place] = Shape.withPerson(page[at + TEXT_WORDS], local);
            for (int word = 1; word < words; word++) {
                target[place + word] = page[at + TEXT_WORDS + word];
            }
        }
    }

    /// Loads what the page will touch, so that the waits for memory overlap instead of adding up.
    private void approach(long[] page, int from, int to, Dictionary dictionary) {
        int stride = shape.words() + TEXT_WORDS;
        int count = 0;
        for (int at = from; at < to; at += stride) {
            long hash = Texts.hash(page[at], page[at + 1]);
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
