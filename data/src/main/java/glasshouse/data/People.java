package glasshouse.data;

import java.util.Arrays;

/// Numbers all persons of a run, for several threads at once.
///
/// A person's hash picks one of [#SHARDS] dictionaries, each behind its own lock; a thread brings a
/// whole batch and takes each lock once. A code is the number within the shard and the shard:
/// `local << 8 | shard`. Codes depend on who came first, so nothing that is put out may.
final class People {
    static final int SHARD_BITS = 8;
    static final int SHARDS = 1 << SHARD_BITS;

    private final Dictionary[] shards = new Dictionary[SHARDS];

    People(Memory memory) {
        for (int shard = 0; shard < SHARDS; shard++) {
            shards[shard] = new Dictionary(memory);
        }
    }

    static int shard(int code) {
        return code & (SHARDS - 1);
    }

    static int local(int code) {
        return code >>> SHARD_BITS;
    }

    static int code(int local, int shard) {
        return (local << SHARD_BITS) | shard;
    }

    /// The dictionary of a shard; for reading once all threads are done.
    Dictionary dictionary(int shard) {
        return shards[shard];
    }

    String name(int code) {
        return shards[shard(code)].text(local(code));
    }

    /// One thread's way in.
    static final class Door {
        private final People people;
        private final int[] starts = new int[SHARDS + 1];
        private final int[] order;
        private final long[] slots;

        /// Keeps the loads of [#approach] from being dropped as useless.
        @SuppressWarnings("unused")
        private long touched;

        Door(People people, int mostRows) {
            this.people = people;
            order = new int[mostRows];
            slots = new long[mostRows];
        }

        /// Fills `codes` with those of the first `count` texts.
        void codes(Column column, int count, int[] codes) {
            long[] heads = column.heads;
            long[] tails = column.tails;
            long[] hashes = column.hashes;
            group(hashes, count);
            for (int shard = 0; shard < SHARDS; shard++) {
                int first = starts[shard];
                int end = starts[shard + 1];
                if (first < end) {
                    Dictionary dictionary = people.shards[shard];
                    synchronized (dictionary) {
                        approach(dictionary, hashes, first, end);
                        for (int i = first; i < end; i++) {
                            int row = order[i];
                            int local = dictionary.code(heads[row], tails[row], hashes[row]);
                            codes[row] = code(local, shard);
                        }
                    }
                }
            }
        }

        /// Loads what a shard's rows will touch, so that the waits for memory overlap instead of
        /// adding up: halves the cost of a look-up among millions.
        private void approach(Dictionary dictionary, long[] hashes, int first, int end) {
            for (int i = first; i < end; i++) {
                slots[i] = dictionary.approachSlot(hashes[order[i]]);
            }
            long seen = 0;
            for (int i = first; i < end; i++) {
                seen ^= dictionary.approachText(slots[i]);
            }
            touched = seen;
        }

        /// A counting sort of the rows by shard.
        private void group(long[] hashes, int count) {
            Arrays.fill(starts, 0);
            for (int row = 0; row < count; row++) {
                starts[(int) hashes[row] & (SHARDS - 1)]++;
            }
            int sum = 0;
            for (int shard = 0; shard <= SHARDS; shard++) {
                int here = starts[shard];
                starts[shard] = sum;
                sum += here;
            }
            for (int row = 0; row < count; row++) {
                order[starts[(int) hashes[row] & (SHARDS - 1)]++] = row;
            }
            for (int shard = SHARDS; shard > 0; shard--) {
                starts[shard] = starts[shard - 1];
            }
            starts[0] = 0;
        }
    }

    /// A batch of texts.
    static final class Column {
        final long[] heads;
        final long[] tails;
        final long[] hashes;

        Column(int mostRows) {
            heads = new long[mostRows];
            tails = new long[mostRows];
            hashes = new long[mostRows];
        }

        /// Sets a row to a text of any length; one beyond 12 bytes stays where it is.
        void set(int row, long head, long tail) {
            heads[row] = head;
            tails[row] = tail;
            hashes[row] = Texts.hash(head, tail);
        }

        void copyFrom(Column source, int row, int to) {
            heads[to] = source.heads[row];
            tails[to] = source.tails[row];
            hashes[to] = source.hashes[row];
        }
    }
}
