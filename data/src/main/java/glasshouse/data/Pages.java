package glasshouse.data;

import java.util.Arrays;

/// The memory of a run's records: pages of [#LONGS] `long`s, cut from blocks so large that the
/// garbage collector leaves them where they are, and used again once given back. For several
/// threads at once.
final class Pages {
    static final int LONGS = 2048;

    /// Just under 4 MiB, header included.
    private static final int BLOCK_PAGES = 255;

    private long[][] blocks = new long[64][];
    private int[] offsets = new int[64];
    private int free;

    /// Puts a page's block into `target[index]` and returns where in it the page begins.
    synchronized int take(long[][] target, int index) {
        if (free == 0) {
            var block = new long[BLOCK_PAGES * LONGS];
            for (int page = BLOCK_PAGES - 1; page >= 0; page--) {
                give(block, page * LONGS);
            }
        }
        free--;
        target[index] = blocks[free];
        return offsets[free];
    }

    /// Takes a page back.
    synchronized void give(long[] block, int offset) {
        if (free == offsets.length) {
            blocks = Arrays.copyOf(blocks, free * 2);
            offsets = Arrays.copyOf(offsets, free * 2);
        }
        blocks[free] = block;
        offsets[free] = offset;
        free++;
    }
}
