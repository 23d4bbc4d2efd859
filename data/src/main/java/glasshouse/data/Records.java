package glasshouse.data;

import java.util.Arrays;

/// Fixed-size records of `long`s in [People#SHARDS] partitions, written by one thread.
///
/// A partition is a list of [Pages]. A record never straddles two pages. Appending is a few writes
/// to a page that is likely in cache.
final class Records {
    private static final long[] NOTHING = new long[0];

    private final Pages pages;
    private final int stride;
    private final int pageLongs;
    private final long[][][] pageBlocks = new long[People.SHARDS][0][];
    private final int[][] pageOffsets = new int[People.SHARDS][0];
    private final int[] pageCounts = new int[People.SHARDS];
    private final long[][] blocks = new long[People.SHARDS][];
    private final int[] next = new int[People.SHARDS];
    private final int[] ends = new int[People.SHARDS];

    Records(Pages pages, int stride) {
        this.pages = pages;
        this.stride = stride;
        pageLongs = Pages.LONGS / stride * stride;
        Arrays.fill(blocks, NOTHING);
    }

    int stride() {
        return stride;
    }

    /// Makes room for a record; write it to [#block] from the returned index on.
    int claim(int partition) {
        int at = next[partition];
        if (at == ends[partition]) {
            at = turn(partition);
        }
        next[partition] = at + stride;
        return at;
    }

    long[] block(int partition) {
        return blocks[partition];
    }

    private int turn(int partition) {
        int count = pageCounts[partition];
        if (count == pageOffsets[partition].length) {
            int room = Math.max(4, count * 2);
            pageBlocks[partition] = Arrays.copyOf(pageBlocks[partition], room);
            pageOffsets[partition] = Arrays.copyOf(pageOffsets[partition], room);
        }
        int offset = pages.take(pageBlocks[partition], count);
        pageOffsets[partition][count] = offset;
        pageCounts[partition] = count + 1;
        blocks[partition] = pageBlocks[partition][count];
        ends[partition] = offset + pageLongs;
        return offset;
    }

    /// Number of records in a partition.
    int count(int partition) {
        int full = pageCounts[partition];
        return full == 0
                ? 0
                : full * (pageLongs / stride) - (ends[partition] - next[partition]) / stride;
    }

    /// Goes through the pages of a partition in the order of writing.
    void forEachPage(int partition, PageReader reader) {
        int last = pageCounts[partition] - 1;
        for (int i = 0; i <= last; i++) {
            int offset = pageOffsets[partition][i];
            int end = i == last ? next[partition] : offset + pageLongs;
            reader.read(pageBlocks[partition][i], offset, end);
        }
    }

    /// Gives a partition's pages back.
    void drop(int partition) {
        for (int i = 0; i < pageCounts[partition]; i++) {
            pages.give(pageBlocks[partition][i], pageOffsets[partition][i]);
        }
        pageBlocks[partition] = new long[0][];
        pageOffsets[partition] = new int[0];
        pageCounts[partition] = 0;
        blocks[partition] = NOTHING;
        next[partition] = 0;
        ends[partition] = 0;
    }

    /// Sees the records in `block[from..to)`.
    @FunctionalInterface
    interface PageReader {
        void read(long[] block, int from, int to);
    }
}
