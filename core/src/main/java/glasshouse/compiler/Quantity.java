package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problems;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Period;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads quantities with their units: `4 points per hour`, `180d`, `20 points per month`, `2.9 %`.
final class Quantity {
    /// Largest number in a scheme, in units, either way.
    static final long MOST = 1_000_000;

    private static final long MOST_MICRO = MOST * Micro.ONE;

    /// Digits before the point, and a sign, that [Micro] reads whatever they are.
    private static final int MOST_DIGITS = 12;

    /// What a number looks like, for messages.
    static final String NUMBER = "a number such as 12 or -2.5";

    private static final int MOST_DAYS = 36_525;
    private static final String DIGITS = "[+-]?\\d+(?:\\.\\d+)?";
    private static final Pattern PLAIN = Pattern.compile(DIGITS);
    private static final Pattern DURATION = Pattern.compile("(\\d+) ?(d|w|mo|y)");
    private static final Pattern POINTS =
            Pattern.compile("(" + DIGITS + ")(?: points?)?(?: per ([a-z-]+))?");
    private static final Pattern PERCENT = Pattern.compile("(" + DIGITS + ") ?%");
    private static final List<String> PERIODS = List.of("day", "week", "month", "year");

    private Quantity() {}

    /// Points, alone or per a unit (empty: per event).
    record Points(long micro, String per) {}

    /// Whether a text is a plain number.
    static boolean isNumber(Node.Text text) {
        return PLAIN.matcher(text.value().strip().replace("_", "")).matches();
    }

    /// A number, held within a million either way.
    static OptionalLong number(Node.Text text, Problems problems) {
        return number(text, NUMBER, problems);
    }

    private static OptionalLong number(Node.Text text, String allowed, Problems problems) {
        String written = text.value().strip().replace("_", "");
        if (!PLAIN.matcher(written).matches()) {
            return bad(Code.BAD_NUMBER, text, allowed, problems);
        }
        return bounded(written, text, problems);
    }

    private static OptionalLong bounded(String written, Node.Text text, Problems problems) {
        int point = written.indexOf('.');
        if (point >= 0 && written.length() - point - 1 > 6) {
            return bad(Code.BAD_NUMBER, text, "a number with up to six decimals", problems);
        }
        String number = written.startsWith("+") ? written.substring(1) : written;
        int whole = number.contains(".") ? number.indexOf('.') : number.length();
        boolean readable = whole <= MOST_DIGITS;
        if (!readable || Math.abs(Micro.parse(number)) > MOST_MICRO) {
            return bad(Code.BAD_NUMBER, text, "a number from -1000000 to 1000000", problems);
        }
        return OptionalLong.of(Micro.parse(number));
    }

    /// A number under a key, or a stand-in.
    static long number(Fields fields, String key, long otherwise) {
        Node.Text text = fields.text(key);
        return text == null ? otherwise : number(text, fields.problems()).orElse(otherwise);
    }

    /// A number of percent (with or without the sign) or a plain number, as written; a message says
    /// what else is `allowed`.
    static OptionalLong price(Node.Text text, String allowed, Problems problems) {
        Matcher percent = PERCENT.matcher(text.value().strip());
        if (percent.matches()) {
            return bounded(percent.group(1), text, problems);
        }
        return number(text, allowed, problems);
    }

    /// A share: `5 %` or `0.05`.
    static OptionalLong share(Node.Text text, Problems problems) {
        Matcher percent = PERCENT.matcher(text.value().strip());
        if (percent.matches()) {
            OptionalLong number = bounded(percent.group(1), text, problems);
            return number.isPresent()
                    ? OptionalLong.of(Micro.divide(number.getAsLong(), Micro.of(100)))
                    : number;
        }
        return number(text, problems);
    }

    /// A duration in whole days: d, w, mo (30.4375 days) or y (365.25 days), rounded down.
    static OptionalInt days(Node.Text text, Problems problems) {
        OptionalInt days = duration(text.value().strip());
        if (days.isEmpty()) {
            String allowed = "a duration such as 30d, 2w, 6mo or 5y, up to 100y";
            bad(Code.BAD_DURATION, text, allowed, problems);
        }
        return days;
    }

    /// The days of a duration, where it is one.
    static OptionalInt duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (matcher.matches() && matcher.group(1).length() <= 6) {
            long count = Long.parseLong(matcher.group(1));
            long days =
                    switch (matcher.group(2)) {
                        case "d" -> count;
                        case "w" -> count * 7;
                        case "mo" -> count * 304_375 / 10_000;
                        default -> count * 36_525 / 100;
                    };
            if (days <= MOST_DAYS) {
                return OptionalInt.of((int) days);
            }
        }
        return OptionalInt.empty();
    }

    /// A duration under a key, or a stand-in.
    static int days(Fields fields, String key, int otherwise) {
        Node.Text text = fields.text(key);
        return text == null ? otherwise : days(text, fields.problems()).orElse(otherwise);
    }

    /// A duration of at least a day under a key, or a stand-in.
    static int positiveDays(Fields fields, String key, int otherwise) {
        Node.Text text = fields.text(key);
        if (text == null) {
            return otherwise;
        }
        OptionalInt days = days(text, fields.problems());
        if (days.isPresent() && days.getAsInt() == 0) {
            bad(Code.BAD_DURATION, text, "at least 1d", fields.problems());
        }
        return Math.max(1, days.orElse(otherwise));
    }

    /// Points: `4`, `-2.5 points`, `4 points per hour`.
    static Points points(Node.Text text, Problems problems) {
        Matcher matcher = POINTS.matcher(text.value().strip());
        if (!matcher.matches()) {
            String allowed = "points such as 4, -2.5 points or 4 points per hour";
            bad(Code.BAD_POINTS, text, allowed, problems);
            return new Points(0, "");
        }
        long micro = bounded(matcher.group(1), text, problems).orElse(0);
        String per = matcher.group(2);
        return new Points(micro, per == null ? "" : per);
    }

    /// Points that are not per anything: those of a bin, of a row.
    static long plainPoints(Node.Text text, Problems problems) {
        Points points = points(text, problems);
        if (!points.per().isEmpty()) {
            bad(Code.BAD_POINTS, text, "points that stand alone here, such as 4 or -2.5", problems);
        }
        return points.micro();
    }

    /// A limit: `20 points per month`.
    static Limit limit(Node.Text text, Problems problems) {
        Matcher matcher = POINTS.matcher(text.value().strip());
        if (matcher.matches() && PERIODS.contains(String.valueOf(matcher.group(2)))) {
            long micro = bounded(matcher.group(1), text, problems).orElse(1);
            if (micro > 0) {
                String period = matcher.group(2).toUpperCase(Locale.ROOT);
                return new Limit(micro, Period.valueOf(period));
            }
        }
        String allowed =
                "a limit above 0 such as 20 points per month (per day, week, month or year); it"
                        + " holds losses as well as gains";
        bad(Code.BAD_LIMIT, text, allowed, problems);
        return new Limit(1, Period.YEAR);
    }

    private static OptionalLong bad(Code code, Node.Text text, String allowed, Problems problems) {
        report(code, text.position(), text.value(), allowed, problems);
        return OptionalLong.empty();
    }

    private static void report(
            Code code, Position place, String found, String allowed, Problems problems) {
        problems.add(code.id(), place, "found " + shown(found) + "; allowed is " + allowed);
    }

    /// What was found, as a message says it.
    static String shown(String found) {
        String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
        return shown.isEmpty() ? "nothing" : shown;
    }
}
