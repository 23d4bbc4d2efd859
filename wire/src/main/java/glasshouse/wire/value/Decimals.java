package glasshouse.wire.value;

import glasshouse.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Exact decimals from text: plain (`-12.50`) or with an exponent (`5e+05`).
///
/// Nothing here takes time or memory beyond the length of the text, whatever its exponent.
public final class Decimals {
    private static final int MOST_DIGITS = 40;
    private static final int MOST_EXPONENT = 40;
    private static final int PLACES = 6;

    private Decimals() {}

    /// Millionths, exactly; refused beyond six places or a billion units.
    public static long micro(String text, String what) throws Refused {
        int length = text.length();
        int i = 0;
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            i++;
        }
        // At most 16 digits in all: 1e16 cannot overflow.
        if (length - i > 17 || length == i) {
            return slowMicro(text, what);
        }
        long digits = 0;
        int places = -1;
        int count = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
                if (places >= 0) {
                    places++;
                }
            } else if (c == '.' && places < 0) {
                places = 0;
            } else {
                return slowMicro(text, what);
            }
        }
        places = Math.max(places, 0);
        if (count == 0 || count > 16 || places > PLACES || count - places > 9) {
            return slowMicro(text, what);
        }
        long micro = digits * POWERS[PLACES - places];
        return negative ? -micro : micro;
    }

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private static long slowMicro(String text, String what) throws Refused {
        BigDecimal value = number(text.strip(), what);
        if (value.scale() > PLACES && value.stripTrailingZeros().scale() > PLACES) {
            throw new Refused(
                    EventCode.BAD_NUMBER,
                    what
                            + " has more than six decimals, "
                            + Shape.of(text)
                            + "; values are exact to a millionth: round it, or in a mapping write"
                            + " round(column, 6)");
        }
        return rounded(value, what);
    }

    /// Millionths of a computed number, rounded half even; refused beyond a billion units.
    public static long rounded(BigDecimal value, String what) throws Refused {
        if (value.signum() != 0 && value.precision() - (long) value.scale() > 10) {
            throw tooLarge(what);
        }
        // A scale this large is zero after rounding; setScale would build the power of ten.
        if (value.signum() == 0 || value.precision() - (long) value.scale() < -PLACES) {
            return 0;
        }
        long micro =
                value.setScale(PLACES, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        if (Math.abs(micro) > Event.MOST_VALUE_MICRO) {
            throw tooLarge(what);
        }
        return micro;
    }

    private static Refused tooLarge(String what) {
        return new Refused(
                EventCode.BAD_NUMBER, what + " is beyond a billion units; check the unit");
    }

    /// Any decimal of at most 40 digits and an exponent within ±40.
    public static BigDecimal number(String text, String what) throws Refused {
        if (text.isEmpty()) {
            throw new Refused(EventCode.MISSING, what + " is empty; a number is needed");
        }
        if (!isDecimal(text)) {
            throw new Refused(
                    EventCode.BAD_NUMBER,
                    what
                            + " is "
                            + Shape.of(text)
                            + ", not a decimal number such as 12.5 or 5e+05"
                            + (text.indexOf(',') < 0
                                    ? ""
                                    : "; a mapping reads a decimal comma by"
                                            + " number(column, \",\")"));
        }
        var value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > MOST_EXPONENT + MOST_DIGITS) {
            throw tooLarge(what);
        }
        return value;
    }

    /// Whether [#number] would take the text.
    public static boolean isNumber(String text) {
        return !text.isEmpty() && isDecimal(text);
    }

    private static boolean isDecimal(String text) {
        int length = text.length();
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return false;
        }
        return i == length || isExponent(text, i);
    }

    private static boolean isExponent(String text, int from) {
        int i = from;
        if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
            return false;
        }
        i++;
        if (i < text.length() && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int digits = text.length() - i;
        if (digits < 1 || digits > 3) {
            return false;
        }
        for (; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
