package glasshouse.rating;

/// Fractions as integers: [#ONE] is 1. Every result is a function of its integers alone.
public final class Fixed {
    /// Bits after the point.
    public static final int BITS = 30;

    /// The number 1.
    public static final long ONE = 1L << BITS;

    /// No number: nobody has rated, or nothing weighs.
    public static final long NONE = Long.MIN_VALUE;

    /// Bits after the point of a [#product]; four million of them add up within a `long`.
    static final int PRODUCT_BITS = 40;

    private static final int CUT = 2 * BITS - PRODUCT_BITS;
    private static final long HALF_CUT = 1L << (CUT - 1);

    private static final long MOST_WEIGHT = ONE << 22;

    private Fixed() {}

    /// A number of micro-units that is not negative, rounded down.
    public static long fromMicro(long micro) {
        return ((micro / 1_000_000) << BITS) + ((micro % 1_000_000) << BITS) / 1_000_000;
    }

    /// `a * b` of numbers within ±1, with [#PRODUCT_BITS] after the point.
    static long product(long a, long b) {
        return (a * b + HALF_CUT) >> CUT;
    }

    /// `a * b` of numbers within ±1, to the nearest.
    public static long times(long a, long b) {
        return (a * b + (1L << (BITS - 1))) >> BITS;
    }

    /// A sum divided by a count, to the nearest (half up).
    static long mean(long sum, long count) {
        return Math.floorDiv(2 * sum + count, 2 * count);
    }

    /// A sum of products divided by a count.
    static long meanOfProducts(long sum, long count) {
        return Math.floorDiv(sum + (count << (PRODUCT_BITS - BITS - 1)), count)
                >> (PRODUCT_BITS - BITS);
    }

    /// A sum of products divided by a positive sum of weights, within ±1, to about 30 bits.
    ///
    /// Throws `ArithmeticException` beyond four million full weights: the sums would not hold them.
    static long weightedMean(long sumOfProducts, long sumOfWeights) {
        if (sumOfWeights > MOST_WEIGHT) {
            throw new ArithmeticException("at most four million ratings of one person");
        }
        return quotient(sumOfProducts, sumOfWeights, CUT);
    }

    /// `a / b` for a positive `b`, within ±1, to about 30 bits.
    static long ratio(long a, long b) {
        return quotient(a, b, BITS);
    }

    /// `a * 2^bits / b`. Where that is too wide, the bits come off `b`, which is wide then, too.
    private static long quotient(long a, long b, int bits) {
        int room = Long.numberOfLeadingZeros(Math.abs(a)) - 2;
        int up = Math.clamp(room, 0, bits);
        long divisor = Math.max(1, b >> (bits - up));
        return Math.clamp(Math.floorDiv((a << up) + (divisor >> 1), divisor), -ONE, ONE);
    }
}
