package glasshouse.bureau;

/// How much the bureau takes at a time, so that one caller cannot take it from the others, and all
/// of them together cannot exhaust its memory.
///
/// Rates are requests a second: of one organisation, and of anybody else. `bodyMegabytes` is what
/// the bodies of all requests under way may come to, decompressed.
public record Limits(int organisationRate, int personRate, int bodyMegabytes) {
    /// What stands for no limit on a rate.
    public static final int NONE = 0;

    private static final int ORGANISATION_RATE = 5_000;
    private static final int PERSON_RATE = 20;
    private static final int LEAST_MEGABYTES = 64;

    /// A parsed event takes several times its text, so bodies get a sixteenth of the heap.
    private static final int SHARE_OF_HEAP = 16;

    public Limits {
        if (organisationRate < 0 || personRate < 0 || bodyMegabytes < LEAST_MEGABYTES) {
            throw new IllegalArgumentException("limits are not negative, and 64 MB of bodies fit");
        }
    }

    /// What is taken where nothing is configured.
    public static Limits usual() {
        long heapMegabytes = Runtime.getRuntime().maxMemory() >> 20;
        int bodies = (int) Math.min(Integer.MAX_VALUE, heapMegabytes / SHARE_OF_HEAP);
        return new Limits(ORGANISATION_RATE, PERSON_RATE, Math.max(LEAST_MEGABYTES, bodies));
    }

    /// The same without limits on rates, for measurements.
    public Limits anyRate() {
        return new Limits(NONE, NONE, bodyMegabytes);
    }
}
