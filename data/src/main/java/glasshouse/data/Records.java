package glasshouse.data;

import java.util.Arrays;

/// Fixed-size records of `long`s in [People#SHARDS] partitions, written by one thread.
///
/// A partition is a list of pages; pages are cut from large blocks, which the garbage collector
/// leaves where they are. A record never straddles two pages. Appending is a few writes to a page
/// that is likely in cache.
final class Records {
    private static final int PAGE_LONGS = 2048;

    /// Just under 4 MiB, header included.
    private static final int BLOCK_LONGS = 256 * PAGE_LONGS - 8;

    private final int stride;
    private final int pageLongs;
    private final long[][][] pageBlocks = new long[People.SHARDS][0][];
    private final int[][] pageOffsets = new int[People.SHARDS][0];
    private final int[] pageCounts = new int[People.SHARDS];
    private final long[][] blocks = new long[People.SHARDS][];
    private final int[] next = new int[People.SHARDS];
    private final int[] ends = new int[People.SHARDS];
    private long[] block = new long[0];
    private int blockUsed;

    Records(int stride) {
        this.stride = stride;
        pageLongs = PAGE_LONGS / stride * stride;
        Arrays.fill(blocks, block);
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
        if (blockUsed + pageLongs > block.length) {
            block = new long[BLOCK_LONGS];
            blockUsed = 0;
        }
        int count = pageCounts[partition];
        if (count == pageOffsets[partition].length) {
            int room = Math.max(4, count * 2);
            pageBlocks[partition] = Arrays.copyOf(pageBlocks[partition], room);
            pageOffsets[partition] = Arrays.copyOf(pageOffsets[partition], room);
        }
        pageBlocks[partition][count] = block;
        pageOffsets[partition][count] = blockUsed;
        pageCounts[partition] = count + 1;
        blocks[partition] = block;
        next[partition] = blockUsed;
        blockUsed += pageLongs;
        ends[partition] = blockUsed;
        return next[partition];
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

    /// Gives a partition's pages up.
    void drop(int partition) {
        pageBlocks[partition] = new long[0][];
        pageOffsets[partition] = new int[0];
        pageCounts[partition] = 0;
        blocks[partition] = new long[0];
        next[partition] = 0;
        ends[partition] = 0;
    }

    /// Sees the records in `block[from..to)`.
    @FunctionalInterface
    interface PageReader {
        void read(long[] block, int from, int to);
    }
}
