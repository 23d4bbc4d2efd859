package glasshouse.data;

import glasshouse.account.Calendar;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// The days of a time zone from a table, for instants in no order. Owned by one thread.
///
/// One offset for each UTC day on which it does not change; the few others go through [Calendar].
final class Days {
    static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int UTC_DAYS = 84_100;
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int CHANGING = Integer.MAX_VALUE;

    private final ZoneRules rules;
    private final Calendar calendar;
    private final int[] offsetSeconds = new int[UTC_DAYS];

    Days(ZoneId zone) {
        rules = zone.getRules();
        calendar = new Calendar(zone);
        Arrays.fill(offsetSeconds, UNKNOWN);
    }

    /// The epoch day of an instant from 1970 to 2200.
    int day(long epochMicros) {
        int offset = offset(epochMicros);
        return offset == CHANGING
                ? calendar.day(epochMicros)
                : (int) Math.floorDiv(epochMicros + offset * 1_000_000L, MICROS_PER_DAY);
    }

    /// Microseconds since the start of that day.
    long microsOfDay(long epochMicros) {
        int offset = offset(epochMicros);
        return offset == CHANGING
                ? calendar.microsOfDay(epochMicros)
                : Math.floorMod(epochMicros + offset * 1_000_000L, MICROS_PER_DAY);
    }

    private int offset(long epochMicros) {
        int utcDay = (int) (epochMicros / MICROS_PER_DAY);
        int known = offsetSeconds[utcDay];
        return known == UNKNOWN ? find(utcDay) : known;
    }

    private int find(int utcDay) {
        Instant start = Instant.ofEpochSecond(utcDay * 86_400L);
        ZoneOffsetTransition next = rules.nextTransition(start.minusSeconds(1));
        boolean changes = next != null && next.getInstant().isBefore(start.plusSeconds(86_400));
        int offset = changes ? CHANGING : rules.getOffset(start).getTotalSeconds();
        offsetSeconds[utcDay] = offset;
        return offset;
    }
}
