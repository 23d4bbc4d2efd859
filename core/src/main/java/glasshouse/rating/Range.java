package glasshouse.rating;

import java.math.BigInteger;

/// The least and the greatest rating of a scheme, in micro-units, and the way to -1 to 1 and back.
public record Range(long lowestMicro, long highestMicro) {
    public Range {
        if (lowestMicro >= highestMicro) {
            throw new IllegalArgumentException("a range of ratings rises");
        }
    }

    /// A rating from -1 to 1, to the nearest; beyond the range it is the end of the range.
    public long scaled(long micro) {
        long held = Math.clamp(micro, lowestMicro, highestMicro);
        if (isShort()) {
            long size = highestMicro - lowestMicro;
            long above = (held - lowestMicro) << (Fixed.BITS + 2);
            return (above + size) / (2 * size) - Fixed.ONE;
        }
        BigInteger span = BigInteger.valueOf(highestMicro - lowestMicro);
        BigInteger above = BigInteger.valueOf(held - lowestMicro).shiftLeft(Fixed.BITS + 2);
        return above.add(span).divide(span.shiftLeft(1)).longValueExact() - Fixed.ONE;
    }

    /// The rating in micro-units of a number from -1 to 1, to the nearest.
    public long micro(long scaled) {
        if (isShort()) {
            long above = (highestMicro - lowestMicro) * (scaled + Fixed.ONE);
            return lowestMicro + ((above + Fixed.ONE) >> (Fixed.BITS + 1));
        }
        BigInteger span = BigInteger.valueOf(highestMicro - lowestMicro);
        BigInteger above = span.multiply(BigInteger.valueOf(scaled + Fixed.ONE));
        BigInteger half = BigInteger.ONE.shiftLeft(Fixed.BITS);
        return lowestMicro + above.add(half).shiftRight(Fixed.BITS + 1).longValueExact();
    }

    /// Whether products of it and of [Fixed] numbers fit a `long`.
    private boolean isShort() {
        return highestMicro - lowestMicro < 1L << Fixed.BITS;
    }
}
