package glasshouse.scheme;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Exact decimals with six places, held in a `long`: points, values of events and prices.
///
/// One unit is a million micro-units, so `12.5` points are `12_500_000`.
public final class Micro {
    /// Micro-units in one unit.
    public static final long ONE = 1_000_000L;

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,12}(?:\\.\\d{1,6})?");
    private static final String ZEROS = "000000";

    private Micro() {}

    /// Micro-units of a whole number of units.
    public static long of(long units) {
        return Math.multiplyExact(units, ONE);
    }

    /// Micro-units of a decimal such as `-2.5`; digits beyond the sixth place round half even.
    ///
    /// Throws `ArithmeticException` beyond about ±9.2e12 units and `NumberFormatException` where
    /// the text is not a decimal.
    public static long parse(String decimal) {
        if (PLAIN.matcher(decimal).matches()) {
            return plain(decimal);
        }
        var value = new BigDecimal(decimal);
        if (value.precision() - value.scale() > 13) {
            throw new ArithmeticException("beyond 9.2e12");
        }
        return value.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /// Nearly all that people write; [BigDecimal] takes longer to load than a scheme to read.
    private static long plain(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String places = point < 0 ? "" : decimal.substring(point + 1);
        return Long.parseLong(whole + places + ZEROS.substring(places.length()));
    }

    /// The shortest decimal of a number of micro-units: `12.5`, `-3`, `0.000001`.
    public static String format(long micro) {
        return toDecimal(micro).toPlainString();
    }

    /// The exact decimal, without trailing zeros.
    public static BigDecimal toDecimal(long micro) {
        var value = BigDecimal.valueOf(micro, 6).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /// `a * b` of two micro numbers as micro, rounded half up towards positive infinity and held
    /// within ±`bound`.
    public static long multiply(long a, long b, long bound) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == low >> 63) {
            return Math.clamp(
                    Math.floorDiv(low, ONE) + (Math.floorMod(low, ONE) >= 500_000 ? 1 : 0),
                    -bound,
                    bound);
        }
        var exact =
                BigDecimal.valueOf(a)
                        .multiply(BigDecimal.valueOf(b))
                        .movePointLeft(6)
                        .add(new BigDecimal("0.5"))
                        .setScale(0, RoundingMode.FLOOR);
        var limit = BigDecimal.valueOf(bound);
        return exact.min(limit).max(limit.negate()).longValueExact();
    }

    /// `a / b` of two micro numbers as micro, to the nearest (half up); `b` is positive.
    public static long divide(long a, long b) {
        if (Math.abs(a) < Long.MAX_VALUE / (4 * ONE) && b < Long.MAX_VALUE / 4) {
            return Math.floorDiv(2 * ONE * a + b, 2 * b);
        }
        var two = BigInteger.TWO;
        var numerator = BigInteger.valueOf(a).multiply(BigInteger.valueOf(ONE)).multiply(two);
        var denominator = BigInteger.valueOf(b).multiply(two);
        var parts = numerator.add(BigInteger.valueOf(b)).divideAndRemainder(denominator);
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }
}
