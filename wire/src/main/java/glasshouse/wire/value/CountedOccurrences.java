package glasshouse.wire.value;

import java.util.HashMap;
import java.util.Map;

/// Counts contents by 64 bits of their hash.
///
/// Most contents occur once, so the first occurrence is a bare `long` in one of [#SHARDS]
/// open-addressing tables, and only a repeated content has an entry with a count. That is 10 to 21
/// bytes for each distinct content, and about 70 more for each that repeats; tables grow one at a
/// time, so that growing never doubles the whole.
///
/// Two contents that agree in these 64 bits would share a count; their ids still differ, by the
/// full hash. With 100 million contents that happens with a probability of 0.0003, and then one
/// event is called `…-2` where another order of lines would have called the other one so.
///
/// Owned by one thread.
public final class CountedOccurrences implements Occurrences {
    private static final int SHARDS = 256;
    private static final int FIRST_SIZE = 16;

    private final long[][] tables = new long[SHARDS][FIRST_SIZE];
    private final int[] counts = new int[SHARDS];
    private final Map<Long, Integer> repeated = new HashMap<>();

    @Override
    public int next(long high, long low) {
        // 0 marks a free slot.
        long key = low == 0 ? 1 : low;
        int shard = (int) (key >>> 56);
        if (add(shard, key)) {
            return 1;
        }
        return repeated.merge(key, 2, (before, _) -> before + 1);
    }

    /// Number of distinct contents.
    public long size() {
        long size = 0;
        for (int count : counts) {
            size += count;
        }
        return size;
    }

    private boolean add(int shard, long key) {
        long[] table = tables[shard];
        if (!insert(table, key)) {
            return false;
        }
        counts[shard]++;
        if (counts[shard] > table.length / 4 * 3) {
            long[] larger = new long[table.length * 2];
            for (long kept : table) {
                if (kept != 0) {
                    insert(larger, kept);
                }
            }
            tables[shard] = larger;
        }
        return true;
    }

    private static boolean insert(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) key & mask;
        while (table[slot] != 0) {
            if (table[slot] == key) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = key;
        return true;
    }
}
