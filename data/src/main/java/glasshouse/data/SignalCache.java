package glasshouse.data;

import java.util.Arrays;

/// Signals of one chunk by where their texts lie: equal `long`s are the same text as long as the
/// chunk is there. A signal that finds its place taken is looked up anew.
final class SignalCache {
    static final int NONE = Integer.MIN_VALUE;
    private static final int SIZE = 256;

    private final long[] heads = new long[SIZE];
    private final long[] tails = new long[SIZE];
    private final int[] known = new int[SIZE];

    SignalCache() {
        clear();
    }

    void clear() {
        Arrays.fill(known, NONE);
    }

    int get(long head, long tail) {
        int at = place(head, tail);
        return heads[at] == head && tails[at] == tail ? known[at] : NONE;
    }

    void put(long head, long tail, int signal) {
        int at = place(head, tail);
        heads[at] = head;
        tails[at] = tail;
        known[at] = signal;
    }

    private static int place(long head, long tail) {
        return (int) (((head ^ tail) * 0x9E3779B97F4A7C15L) >>> 56);
    }
}
