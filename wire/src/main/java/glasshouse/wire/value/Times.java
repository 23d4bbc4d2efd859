package glasshouse.wire.value;

import glasshouse.event.Event;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/// Instants from text. Digits finer than a microsecond are cut off, because databases and columnar
/// files keep no more and every engine must see the same instant.
public final class Times {
    private static final long EARLIEST_SECOND = Event.EARLIEST.getEpochSecond();
    private static final long LATEST_SECOND = Event.LATEST.getEpochSecond();
    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private Times() {}

    /// An RFC 3339 timestamp such as `2024-05-31T18:30:00.25+02:00`; a leap second is the second
    /// before it.
    public static Instant rfc3339(String text, String what) throws Refused {
        int length = text.length();
        if (length < 20 || length > 40 || !hasSeparators(text)) {
            throw notRfc3339(text, what);
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        int i = 19;
        int nanos = 0;
        if (text.charAt(i) == '.') {
            int from = ++i;
            int value = 0;
            while (i < length && isDigit(text.charAt(i))) {
                if (i - from < 9) {
                    value = value * 10 + (text.charAt(i) - '0');
                }
                i++;
            }
            nanos = value * NANOS[Math.min(i - from, 9)];
            if (i == from) {
                throw notRfc3339(text, what);
            }
        }
        int offset = offset(text, i);
        boolean wrong =
                (year | month | day | hour | minute | second) < 0
                        || hour > 23
                        || minute > 59
                        || second > 60
                        || offset == NO_OFFSET;
        if (wrong || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            throw notRfc3339(text, what);
        }
        long seconds =
                epochDay(year, month, day) * 86_400L
                        + hour * 3600L
                        + minute * 60L
                        + Math.min(second, 59)
                        - offset;
        return instant(seconds, nanos, what);
    }

    /// Seconds since 1970 with a fraction.
    public static Instant epochSecond(BigDecimal seconds, String what) throws Refused {
        if (seconds.signum() != 0 && seconds.precision() - (long) seconds.scale() > 12) {
            throw outside(what);
        }
        if (seconds.precision() - (long) seconds.scale() < -9) {
            return Instant.EPOCH;
        }
        BigDecimal micros = seconds.setScale(6, RoundingMode.FLOOR);
        long total = micros.unscaledValue().longValueExact();
        return instant(
                Math.floorDiv(total, 1_000_000L),
                (int) Math.floorMod(total, 1_000_000L) * 1_000,
                what);
    }

    /// The instant, cut to microseconds; refused outside the years of [Event].
    public static Instant instant(long epochSecond, int nanos, String what) throws Refused {
        if (epochSecond < EARLIEST_SECOND || epochSecond >= LATEST_SECOND) {
            throw outside(what);
        }
        return Instant.ofEpochSecond(epochSecond, nanos - nanos % 1_000);
    }

    private static Refused outside(String what) {
        return new Refused(
                EventCode.BAD_TIME,
                what + " lies outside 1970-01-02 to 2199; check the date, pattern and unit");
    }

    private static Refused notRfc3339(String text, String what) {
        return new Refused(
                EventCode.BAD_TIME,
                what
                        + " is "
                        + Shape.of(text)
                        + ", not an RFC 3339 timestamp such as 2024-05-31T18:30:00Z or"
                        + " 2024-05-31T18:30:00+02:00; for other forms use date(…) in a mapping");
    }

    private static boolean hasSeparators(String text) {
        char t = text.charAt(10);
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (t == 'T' || t == 't' || t == ' ')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private static int offset(String text, int from) {
        int left = text.length() - from;
        if (left == 1 && (text.charAt(from) == 'Z' || text.charAt(from) == 'z')) {
            return 0;
        }
        if (left != 6 || text.charAt(from + 3) != ':') {
            return NO_OFFSET;
        }
        int hours = digits(text, from + 1, 2);
        int minutes = digits(text, from + 4, 2);
        if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
            return NO_OFFSET;
        }
        int seconds = hours * 3600 + minutes * 60;
        return switch (text.charAt(from)) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> NO_OFFSET;
        };
    }

    /// The number of `count` digits from `from`, or -1.
    static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static int lengthOfMonth(int year, int month) {
        return switch (month) {
            case 2 -> (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static long epochDay(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay();
    }
}
