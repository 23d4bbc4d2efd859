package glasshouse.data;

/// Up to [#MOST] checked events side by side, on their way from a reader to the records.
final class Batch {
    static final int MOST = 2048;

    final People.Column persons = new People.Column(MOST);
    final People.Column others = new People.Column(MOST);

    /// Index in the plan, or [Shape#NO_SIGNAL]; `signalHashes` tell unknown ones apart.
    final int[] signals = new int[MOST];

    final long[] signalHashes = new long[MOST];
    final long[] values = new long[MOST];
    final long[] happened = new long[MOST];

    /// Whether a row has somebody in `others`.
    final boolean[] hasOther = new boolean[MOST];

    final int[] sources = new int[MOST];

    /// Fingerprint of the reference where the scheme asks for it; 0: none.
    final long[] references = new long[MOST];

    /// 64 bits of the reference; 0: none.
    final long[] referenceHashes = new long[MOST];

    final long[] names = new long[MOST];
    final long[] moreNames = new long[MOST];
    final long[] rows = new long[MOST];
    final boolean[] retractions = new boolean[MOST];
    int size;

    void clear() {
        size = 0;
    }
}
