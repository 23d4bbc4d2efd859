package glasshouse.data;

import java.util.Arrays;

/// Fixed-size records of `long`s in [People#SHARDS] partitions, written by one thread.
///
/// A partition is a list of [Pages]. A record never straddles two pages. Appending is a few writes
/// to a page that is likely in cache.
final class Records {
    private final Pages pages;
    private final int stride;
    private final int pageRecords;
    private final long strideBytes;
    private final long pageBytes;
    private final long[][] starts = new long[People.SHARDS][0];
    private final int[] counts = new int[People.SHARDS];
    private final long[] next = new long[People.SHARDS];
    private final long[] ends = new long[People.SHARDS];

    Records(Pages pages, int stride) {
        this.pages = pages;
        this.stride = stride;
        pageRecords = Pages.LONGS / stride;
        strideBytes = (long) stride * Long.BYTES;
        pageBytes = pageRecords * strideBytes;
    }

    int stride() {
        return stride;
    }

    /// The address of a new record.
    long claim(int partition) {
        long at = next[partition];
        if (at == ends[partition]) {
            at = turn(partition);
        }
        next[partition] = at + strideBytes;
        return at;
    }

    private long turn(int partition) {
        int count = counts[partition];
        if (count == starts[partition].length) {
            starts[partition] = Arrays.copyOf(starts[partition], Math.max(4, count * 2));
        }
        long page = pages.take();
        starts[partition][count] = page;
        counts[partition] = count + 1;
        ends[partition] = page + pageBytes;
        return page;
    }

    /// Number of records in a partition.
    int count(int partition) {
        int full = counts[partition];
        return full == 0
                ? 0
                : full * pageRecords - (int) ((ends[partition] - next[partition]) / strideBytes);
    }

    /// Goes through the pages of a partition in the order of writing.
    void forEachPage(int partition, PageReader reader) {
        int last = counts[partition] - 1;
        for (int i = 0; i <= last; i++) {
            long start = starts[partition][i];
            reader.read(start, i == last ? next[partition] : start + pageBytes);
        }
    }

    /// Gives a partition's pages back.
    void drop(int partition) {
        for (int i = 0; i < counts[partition]; i++) {
            pages.give(starts[partition][i]);
        }
        starts[partition] = new long[0];
        counts[partition] = 0;
        next[partition] = 0;
        ends[partition] = 0;
    }

    /// Sees the records from one address to another.
    @FunctionalInterface
    interface PageReader {
        void read(long from, long to);
    }
}
