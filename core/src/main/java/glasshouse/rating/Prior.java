package glasshouse.rating;

/// What is held of a person before anybody has rated them, as if `weight` ratings of `mean` had
/// been given; both [Fixed], the mean from -1 to 1. A weight of 0 is no prior.
public record Prior(long mean, long weight) {
    /// Nothing is held of anybody; the middle of the range stands where a number is needed.
    public static final Prior NONE = new Prior(0, 0);

    /// The most imaginary ratings.
    private static final long MOST = 1_000_000L << Fixed.BITS;

    public Prior {
        if (mean < -Fixed.ONE || mean > Fixed.ONE || weight < 0 || weight > MOST) {
            throw new IllegalArgumentException(
                    "a prior has a mean from -1 to 1 and a weight from 0 to a million");
        }
    }

    /// The prior as a sum of products: `mean * weight`.
    long points() {
        long whole = weight >> Fixed.BITS;
        long part = weight & (Fixed.ONE - 1);
        return ((whole * mean) << (Fixed.PRODUCT_BITS - Fixed.BITS)) + Fixed.product(part, mean);
    }
}
