package glasshouse.data;

import glasshouse.account.Calendar;
import glasshouse.event.Event;
import glasshouse.scheme.Micro;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import glasshouse.wire.value.Times;
import java.math.BigDecimal;

/// Values and times of cells, in millionths and microseconds.
final class Cells {
    private static final String VALUE = "value";
    private static final long LATEST_MICROS = Calendar.micros(Event.LATEST);
    private static final long MOST_WHOLE = Event.MOST_VALUE_MICRO / Micro.ONE;

    private Cells() {}

    static long micro(long micro) throws Refused {
        if (micro < -Event.MOST_VALUE_MICRO || micro > Event.MOST_VALUE_MICRO) {
            throw tooLarge();
        }
        return micro;
    }

    static long whole(long units) throws Refused {
        if (units < -MOST_WHOLE || units > MOST_WHOLE) {
            throw tooLarge();
        }
        return units * Micro.ONE;
    }

    static long decimal(String text) throws Refused {
        return Decimals.micro(text.strip(), VALUE);
    }

    /// The nearest millionth, ties to even, of the number's shortest decimal.
    static long floating(double value) throws Refused {
        if (!(Math.abs(value) <= MOST_WHOLE)) {
            if (Double.isFinite(value)) {
                throw tooLarge();
            }
            throw new Refused(
                    EventCode.BAD_NUMBER, "value is not a finite number; every value is one");
        }
        double scaled = value * Micro.ONE;
        double nearest = Math.rint(scaled);
        // The product is off by less than an eighth, so only near a tie the decimal must decide.
        return Math.abs(scaled - nearest) < 0.25
                ? (long) nearest
                : Decimals.rounded(new BigDecimal(Double.toString(value)), VALUE);
    }

    /// Whether an event may happen then.
    static boolean isTime(long micros) {
        return micros >= 0 && micros < LATEST_MICROS;
    }

    static long micros(long micros, String what) throws Refused {
        if (!isTime(micros)) {
            throw new Refused(
                    EventCode.BAD_TIME,
                    what + " lies outside 1970 to 2200; check the date and its unit");
        }
        return micros;
    }

    static long micros(String text, String what) throws Refused {
        return Calendar.micros(Times.rfc3339(text, what));
    }

    private static Refused tooLarge() {
        return new Refused(EventCode.BAD_NUMBER, "value is beyond a billion units; check the unit");
    }
}
