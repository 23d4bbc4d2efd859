package glasshouse.wire.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Local dates and times of one written form, in one zone.
///
/// A date alone is the beginning of its day. A time that a clock change skips moves forward by the
/// gap; one that occurs twice is the first. English names of months. Patterns of fixed-width digits
/// (`yyyyMMdd HH:mm:ss`) are read in place.
///
/// Owned by one thread: it remembers the last day.
public final class DatePattern {
    private final ZoneId zone;
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final boolean digitsOnly;
    private long lastDay = Long.MIN_VALUE;
    private long lastDaySecond;

    /// Throws `IllegalArgumentException` where the pattern is not one of `java.time`.
    public DatePattern(String pattern, ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
        // `u` is the year that a date of the common era means by `y`, and resolves strictly.
        this.formatter =
                DateTimeFormatter.ofPattern(properYear(pattern), Locale.ENGLISH)
                        .withChronology(IsoChronology.INSTANCE)
                        .withResolverStyle(ResolverStyle.STRICT);
        this.digitsOnly = isDigitsOnly(pattern);
    }

    private static String properYear(String pattern) {
        var changed = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < changed.length(); i++) {
            quoted ^= changed.charAt(i) == '\'';
            if (!quoted && changed.charAt(i) == 'y') {
                changed.setCharAt(i, 'u');
            }
        }
        return changed.toString();
    }

    private static boolean isDigitsOnly(String pattern) {
        String rest = pattern;
        for (String part : new String[] {"yyyy", "MM", "dd", "HH", "mm", "ss"}) {
            int at = rest.indexOf(part);
            if (at >= 0) {
                rest = rest.substring(0, at) + rest.substring(at + part.length());
            }
        }
        boolean hasDate =
                pattern.contains("yyyy") && pattern.contains("MM") && pattern.contains("dd");
        return hasDate
                && rest.chars().noneMatch(c -> Character.isLetter(c) || "'[]{}#".indexOf(c) >= 0);
    }

    public Instant read(String text, String what) throws Refused {
        return digitsOnly ? readDigits(text, what) : readFormatted(text, what);
    }

    private Instant readDigits(String text, String what) throws Refused {
        if (text.length() != pattern.length()) {
            throw mismatch(text, what);
        }
        int year = 0;
        int month = 0;
        int day = 0;
        int hour = 0;
        int minute = 0;
        int second = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            char letter = pattern.charAt(i);
            if (Character.isLetter(letter) && (digit < 0 || digit > 9)) {
                throw mismatch(text, what);
            }
            switch (letter) {
                case 'y' -> year = year * 10 + digit;
                case 'M' -> month = month * 10 + digit;
                case 'd' -> day = day * 10 + digit;
                case 'H' -> hour = hour * 10 + digit;
                case 'm' -> minute = minute * 10 + digit;
                case 's' -> second = second * 10 + digit;
                default -> {
                    if (text.charAt(i) != letter) {
                        throw mismatch(text, what);
                    }
                }
            }
        }
        boolean wrongDay =
                month < 1 || month > 12 || day < 1 || day > Times.lengthOfMonth(year, month);
        if (wrongDay || hour > 23 || minute > 59 || second > 59) {
            throw mismatch(text, what);
        }
        LocalDate date = LocalDate.of(year, month, day);
        int ofDay = hour * 3600 + minute * 60 + second;
        return ofDay == 0
                ? startOfDay(date, what)
                : at(date.atTime(LocalTime.ofSecondOfDay(ofDay)), what);
    }

    private Instant readFormatted(String text, String what) throws Refused {
        try {
            TemporalAccessor parsed = formatter.parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                Instant instant = Instant.from(parsed);
                return Times.instant(instant.getEpochSecond(), instant.getNano(), what);
            }
            LocalDate date = parsed.query(TemporalQueries.localDate());
            @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
            if (date == null) {
                throw mismatch(text, what);
            }
            @Nullable ZoneId stated = parsed.query(TemporalQueries.zone());
            if (stated != null && time != null) {
                Instant instant = ZonedDateTime.of(date, time, stated).toInstant();
                return Times.instant(instant.getEpochSecond(), instant.getNano(), what);
            }
            return time == null ? startOfDay(date, what) : at(date.atTime(time), what);
        } catch (DateTimeException mismatch) {
            throw mismatch(text, what);
        }
    }

    private Instant startOfDay(LocalDate date, String what) throws Refused {
        long day = date.toEpochDay();
        if (day != lastDay) {
            lastDaySecond = date.atStartOfDay(zone).toEpochSecond();
            lastDay = day;
        }
        return Times.instant(lastDaySecond, 0, what);
    }

    private Instant at(LocalDateTime local, String what) throws Refused {
        ZonedDateTime zoned = local.atZone(zone);
        return Times.instant(zoned.toEpochSecond(), zoned.getNano(), what);
    }

    private Refused mismatch(String text, String what) {
        return new Refused(
                EventCode.BAD_TIME,
                what + " is " + Shape.of(text) + ", not a date of the form " + pattern);
    }
}
