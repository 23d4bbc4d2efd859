package glasshouse.data;

/// Up to [#MOST] rows of a [ScoreTable] side by side, as columns: read once for all of them, for
/// the rows that follow one another there lie far apart in memory.
///
/// Owned by one thread. Benchmark: W1.
final class ScoreWindow {
    static final int MOST = 2048;

    private final ScoreTable scores;
    private final int width;
    private final long[] addresses = new long[MOST];
    private final long[] micros;
    private final long[] heads = new long[MOST];
    private final long[] tails = new long[MOST];
    private int firstRow = -1;
    private int size;

    /// Keeps the loads of [#approach] from being dropped as useless.
    @SuppressWarnings("unused")
    private long touched;

    ScoreWindow(ScoreTable scores, int characteristics) {
        this.scores = scores;
        width = 1 + characteristics;
        micros = new long[width * MOST];
    }

    /// Turns to `count` rows from `first` on, if it does not show them already.
    void turn(int first, int count) {
        if (first == firstRow && count == size) {
            return;
        }
        firstRow = first;
        size = count;
        approach(first, count);
        for (int i = 0; i < count; i++) {
            long address = addresses[i];
            for (int place = 0; place < width; place++) {
                micros[place * MOST + i] = Memory.get(address + (long) place * Long.BYTES);
            }
        }
        for (int i = 0; i < count; i++) {
            Dictionary names = scores.names(first + i);
            int code = scores.nameCode(first + i);
            heads[i] = names.head(code);
            tails[i] = names.tail(code);
        }
    }

    /// Loads what is then copied, so that the waits for memory overlap instead of adding up.
    private void approach(int first, int count) {
        long last = (width - 1L) * Long.BYTES;
        long seen = 0;
        for (int i = 0; i < count; i++) {
            long address = scores.address(first + i);
            addresses[i] = address;
            seen ^= Memory.get(address) ^ Memory.get(address + last);
        }
        touched = seen;
    }

    int firstRow() {
        return firstRow;
    }

    int size() {
        return size;
    }

    /// The numbers at one place of each row, the score or a partial score, are here from [#start]
    /// on.
    long[] micros() {
        return micros;
    }

    static int start(int place) {
        return place * MOST;
    }

    /// Head of the name in a row of the window, as in [Dictionary#head].
    long head(int index) {
        return heads[index];
    }

    /// Its tail, as in [Dictionary#tail].
    long tail(int index) {
        return tails[index];
    }
}
