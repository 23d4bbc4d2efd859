package glasshouse.leaflet;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.List;

/// The bins of a characteristic in words: `1 to 2`, `50 euros or more`, `less than a year ago`.
public final class BinWords {
    private BinWords() {}

    /// What was measured where this attribute applied; `unit` is that of the values, or empty.
    public static String of(Characteristic.Binned binned, Attribute attribute, String unit) {
        List<Attribute> bins = binned.attributes();
        int index = bins.indexOf(attribute);
        if (index < 0) {
            return "nothing of it happened";
        }
        long from = index == 0 ? Long.MIN_VALUE : bins.get(index - 1).belowMicro();
        return of(binned, from, attribute.belowMicro(), unit);
    }

    /// Measures from one value to below another.
    static String of(Characteristic.Binned binned, long from, long below, String unit) {
        return switch (binned.measure()) {
            case COUNT, DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES -> counted(from, below);
            case SUM, MEAN, MIN, MAX, LAST -> between(from, below, unit);
            case SHARE -> shares(from, below);
            case TIME_SINCE_FIRST, TIME_SINCE_LAST -> ages(from, below);
        };
    }

    /// Values as said of a step: `below 10 days`, `from 10 to below 50 days`, `50 days or more`.
    static String between(long from, long below, String unit) {
        String of = unit.isEmpty() ? "" : " " + unit;
        if (from == Long.MIN_VALUE) {
            return below == Long.MAX_VALUE ? "any value" : "below " + Phrases.number(below) + of;
        }
        return below == Long.MAX_VALUE
                ? Phrases.number(from) + of + " or more"
                : Phrases.number(from) + " to below " + Phrases.number(below) + of;
    }

    private static String counted(long from, long below) {
        long first = from == Long.MIN_VALUE ? 0 : Math.ceilDiv(Math.max(0, from), Micro.ONE);
        if (below == Long.MAX_VALUE) {
            return first == 0 ? "any number" : first + " or more";
        }
        long last = Math.ceilDiv(below, Micro.ONE) - 1;
        return last <= first ? (first == 0 ? "none" : "" + first) : first + " to " + last;
    }

    private static String shares(long from, long below) {
        if (from == Long.MIN_VALUE) {
            return below == Long.MAX_VALUE ? "any share" : "below " + percent(below);
        }
        if (below == Long.MAX_VALUE) {
            return from == Micro.ONE ? "all of it" : percent(from) + " or more";
        }
        return percent(from) + " to below " + percent(below);
    }

    static String percent(long micro) {
        return Phrases.number(micro * 100) + " %";
    }

    private static String ages(long from, long below) {
        if (from == Long.MIN_VALUE) {
            return below == Long.MAX_VALUE ? "any time" : "less than " + age(below) + " ago";
        }
        return below == Long.MAX_VALUE
                ? age(from) + " ago or more"
                : age(from) + " to less than " + age(below) + " ago";
    }

    private static String age(long micro) {
        return Phrases.days((int) (micro / Micro.ONE));
    }
}
