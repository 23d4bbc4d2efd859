package glasshouse.data;

import java.util.Arrays;

/// The memory of a run's records: pages of [#BYTES] bytes, cut from blocks of a few large pages of
/// the machine, and used again once given back. For several threads at once.
final class Pages {
    static final int LONGS = 2048;
    static final long BYTES = (long) LONGS * Long.BYTES;

    private static final int BLOCK_PAGES = 1024;

    private final Memory memory;
    private long[] given = new long[64];
    private int free;
    private long nextAddress;
    private int left;

    Pages(Memory memory) {
        this.memory = memory;
    }

    /// The address of a page, with anything in it.
    synchronized long take() {
        if (free > 0) {
            return given[--free];
        }
        if (left == 0) {
            nextAddress = memory.take(BLOCK_PAGES * BYTES);
            left = BLOCK_PAGES;
        }
        left--;
        long page = nextAddress;
        nextAddress += BYTES;
        return page;
    }

    /// Takes a page back.
    synchronized void give(long page) {
        if (free == given.length) {
            given = Arrays.copyOf(given, free * 2);
        }
        given[free++] = page;
    }
}
