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

    /// Adds `addedHigh * 2^64 + addedLow`, the latter without a sign.
    void add(long addedHigh, long addedLow) {
        long sum = low + addedLow;
        high += addedHigh + carry(sum, low);
        low = sum;
    }

    /// Adds another sum.
    void add(Wide other) {
        add(other.high, other.low);
    }

    /// The sum divided by 2^30, to the nearest (half up); held within the range of a `long`.
    long points() {
        return points(high, low);
    }

    /// [#points] of `high * 2^64 + low`, the latter without a sign.
    static long points(long high, long low) {
        long half = 1L << (Weights.BITS - 1);
        long roundedLow = low + half;
        long roundedHigh = high + carry(roundedLow, low);
        long whole = roundedHigh << (64 - Weights.BITS) | roundedLow >>> Weights.BITS;
        boolean fits = roundedHigh >> (Weights.BITS - 1) == roundedHigh >> 63;
        return fits ? whole : roundedHigh < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /// What an addition carries into the next digit, from its sum and one of what it added.
    static long carry(long sum, long added) {
        return Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
    }
}
