package glasshouse.account;

/// A 128-bit sum of points times weights; exact, and free of allocation.
final class Wide {
    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    /// Adds `a * b`.
    void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /// Adds `value * 2^shift`. Of a shift below zero only the bits from 2^0 up are kept, so parts
    /// that do not overlap add up to the whole rounded down.
    void addShifted(long value, int shift) {
        if (shift >= 64) {
            add(value << (shift - 64), 0);
        } else if (shift > 0) {
            add(value >> (64 - shift), value << shift);
        } else if (shift > -64) {
            add(value >> 63, value >> -shift);
        } else {
            add(value >> 63, value >> 63);
        }
    }

    private void add(long addedHigh, long addedLow) {
        long sum = low + addedLow;
        high += addedHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    /// Adds another sum.
    void add(Wide other) {
        add(other.high, other.low);
    }

    /// The sum divided by 2^30, to the nearest (half up); held within the range of a `long`.
    long points() {
        long half = 1L << (Weights.BITS - 1);
        long roundedLow = low + half;
        long roundedHigh = high + (Long.compareUnsigned(roundedLow, low) < 0 ? 1 : 0);
        long whole = roundedHigh << (64 - Weights.BITS) | roundedLow >>> Weights.BITS;
        boolean fits = roundedHigh >> (Weights.BITS - 1) == roundedHigh >> 63;
        return fits ? whole : roundedHigh < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
