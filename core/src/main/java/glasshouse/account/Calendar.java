package glasshouse.account;

import glasshouse.scheme.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// The days of a time zone, and the calendar periods of days. One per thread: it remembers the last
/// stretch of constant offset.
public final class Calendar {
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;
    private static final int DAYS_PER_WEEK = 7;

    /// 1970-01-01 was a Thursday, three days into its ISO week.
    private static final int DAYS_INTO_FIRST_WEEK = 3;

    private static final int MONTHS_PER_YEAR = 12;

    /// As many days as a [Key] can hold: until 2328.
    private static final int DAYS = 131_072;

    private final ZoneRules rules;
    private long stretchFrom;
    private long stretchTo;
    private long offsetMicros;

    public Calendar(ZoneId zone) {
        rules = zone.getRules();
    }

    /// The epoch day on which an instant falls here.
    public int day(Instant instant) {
        return day(micros(instant));
    }

    /// The epoch day of microseconds since 1970-01-01T00:00Z.
    public int day(long epochMicros) {
        return (int) Math.floorDiv(local(epochMicros), MICROS_PER_DAY);
    }

    /// Microseconds since the start of the local day, by the wall clock.
    public long microsOfDay(long epochMicros) {
        return Math.floorMod(local(epochMicros), MICROS_PER_DAY);
    }

    /// Microseconds since 1970-01-01T00:00Z; finer parts are cut off.
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / 1000;
    }

    private long local(long epochMicros) {
        if (epochMicros < stretchFrom || epochMicros >= stretchTo) {
            findStretch(epochMicros);
        }
        return epochMicros + offsetMicros;
    }

    private void findStretch(long epochMicros) {
        var instant = Instant.ofEpochSecond(Math.floorDiv(epochMicros, MICROS_PER_SECOND));
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        stretchFrom = before == null ? Long.MIN_VALUE : micros(before.getInstant());
        stretchTo = after == null ? Long.MAX_VALUE : micros(after.getInstant());
        offsetMicros = rules.getOffset(instant).getTotalSeconds() * MICROS_PER_SECOND;
    }

    /// The number of the period in which an epoch day lies; equal within a period, rising with
    /// time.
    public static int period(Period period, int day) {
        return switch (period) {
            case DAY -> day;
            case WEEK -> (day + DAYS_INTO_FIRST_WEEK) / DAYS_PER_WEEK;
            case MONTH -> month(day);
            case YEAR -> year(day);
        };
    }

    /// The most days that a period lasts.
    static int longest(Period period) {
        return switch (period) {
            case DAY -> 1;
            case WEEK -> DAYS_PER_WEEK;
            case MONTH -> 31;
            case YEAR -> 366;
        };
    }

    /// [#period] by day, for the days of a [Key]; of weeks, months and years only.
    static short[] periods(Period period) {
        return switch (period) {
            case WEEK -> Tables.WEEKS;
            case MONTH -> Tables.MONTHS;
            case YEAR -> Tables.YEARS;
            case DAY -> throw new IllegalArgumentException("a day is its own period");
        };
    }

    private static int month(int day) {
        return day < DAYS ? Tables.MONTHS[day] : monthsSince1970(LocalDate.ofEpochDay(day));
    }

    private static int year(int day) {
        return day < DAYS ? Tables.YEARS[day] : LocalDate.ofEpochDay(day).getYear() - 1970;
    }

    private static int monthsSince1970(LocalDate date) {
        return (date.getYear() - 1970) * MONTHS_PER_YEAR + date.getMonthValue() - 1;
    }

    /// The periods by day, reckoned when the first event is folded: to compile a scheme takes none.
    private static final class Tables {
        private static final short[] MONTHS = months();
        private static final short[] WEEKS = weeks();
        private static final short[] YEARS = years();

        private static short[] weeks() {
            var weeks = new short[DAYS];
            for (int day = 0; day < DAYS; day++) {
                weeks[day] = (short) ((day + DAYS_INTO_FIRST_WEEK) / DAYS_PER_WEEK);
            }
            return weeks;
        }

        private static short[] months() {
            var months = new short[DAYS];
            int day = 0;
            for (LocalDate month = LocalDate.EPOCH; day < DAYS; month = month.plusMonths(1)) {
                int end = Math.min(DAYS, day + month.lengthOfMonth());
                Arrays.fill(months, day, end, (short) monthsSince1970(month));
                day = end;
            }
            return months;
        }

        private static short[] years() {
            var years = new short[DAYS];
            for (int day = 0; day < DAYS; day++) {
                years[day] = (short) (MONTHS[day] / MONTHS_PER_YEAR);
            }
            return years;
        }
    }
}
