package glasshouse.account;

/// The layout of an entry's key in one `long`, named here once.
///
/// ```
///  63   62..54   53..37   36..0
///   0 |  slot  |   day  | micros of the day
/// ```
///
/// Slots 0..510, epoch days 0..131071 (1970 to 2328), micros up to 38 hours. Keys sort by slot,
/// then day, then time of day. A slot that needs no day has 0 there; one that holds a fading sum
/// has the digit's index.
final class Key {
    static final int MOST_SLOTS = 511;

    private static final int SLOT_SHIFT = 54;
    private static final int DAY_SHIFT = 37;
    private static final long MICROS_MASK = (1L << DAY_SHIFT) - 1;
    private static final long DAY_MASK = (1L << (SLOT_SHIFT - DAY_SHIFT)) - 1;

    private Key() {}

    static long of(int slot, int day) {
        return (long) slot << SLOT_SHIFT | (long) day << DAY_SHIFT;
    }

    static long of(int slot, int day, long microsOfDay) {
        return of(slot, day) | microsOfDay;
    }

    static int slot(long key) {
        return (int) (key >>> SLOT_SHIFT);
    }

    static int day(long key) {
        return (int) (key >>> DAY_SHIFT & DAY_MASK);
    }

    static long microsOfDay(long key) {
        return key & MICROS_MASK;
    }

    /// Whether a key can hold these.
    static boolean holds(long slot, long day, long micros) {
        return slot >= 0
                && slot < MOST_SLOTS
                && day >= 0
                && day <= DAY_MASK
                && micros >= 0
                && micros <= MICROS_MASK;
    }
}
