package glasshouse.leaflet;

import glasshouse.scheme.Award;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The parts of a scheme as parts of English sentences.
final class Phrases {
    private static final int WEEK = 7;
    private static final int MOST_WEEKS = 8;

    /// Fewer months are said in days, which are exact.
    private static final int LEAST_MONTHS = 3;

    private static final int MOST_MONTHS = 23;

    private final Map<String, String> bands = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, String> characteristics = new HashMap<>();
    private final Map<String, String> signals = new HashMap<>();

    Phrases(Scheme scheme) {
        scheme.bands().forEach(band -> bands.put(band.name(), band.title()));
        scheme.lists().forEach(list -> lists.put(list.name(), list.title()));
        scheme.characteristics().forEach(c -> characteristics.put(c.name(), c.title()));
        scheme.signals().forEach(signal -> signals.put(signal.name(), signal.title()));
    }

    String signal(String name) {
        return signals.getOrDefault(name, name);
    }

    String list(String name) {
        return quoted(lists.getOrDefault(name, name));
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /// A number with a true minus sign.
    static String number(long micro) {
        return Micro.format(micro).replace("-", "−");
    }

    /// `+2 points`, `−1 point`, `0 points`.
    static String points(long micro) {
        String sign = micro > 0 ? "+" : "";
        return sign + number(micro) + noun(micro);
    }

    /// `2 points`, without a sign.
    static String amount(long micro) {
        return number(Math.abs(micro)) + noun(micro);
    }

    private static String noun(long micro) {
        return Math.abs(micro) == Micro.ONE ? " point" : " points";
    }

    static Leaflet.Tone tone(long micro) {
        return micro > 0 ? Leaflet.Tone.GAIN : micro < 0 ? Leaflet.Tone.LOSS : Leaflet.Tone.PLAIN;
    }

    /// A duration as people say it: `2 weeks`, `6 months`, `5 years`, `180 days`.
    static String days(int days) {
        for (int years = 1; years <= 100; years++) {
            if (years * 36_525L / 100 == days) {
                return count(years, "year");
            }
        }
        if (days % WEEK == 0 && days / WEEK <= MOST_WEEKS && days > 0) {
            return count(days / WEEK, "week");
        }
        for (int months = LEAST_MONTHS; months <= MOST_MONTHS; months++) {
            if (months * 304_375L / 10_000 == days) {
                return count(months, "month");
            }
        }
        return count(days, "day");
    }

    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// The `year` of `1 year`, the `2 years` of `2 years`: after `the last` or `every`.
    static String lately(int days) {
        String said = days(days);
        return said.startsWith("1 ") ? said.substring(2) : said;
    }

    static String fade(Fade fade) {
        return switch (fade) {
            case Fade.Never _ -> "Points do not fade";
            case Fade.HalfLife(int days) -> "Points lose half their weight every " + lately(days);
            case Fade.Linear(int days) ->
                    "Points lose weight day by day, until nothing is left after " + days(days);
        };
    }

    /// How long points count, in a sentence.
    static String lasting(Fade fade, int expiresDays) {
        String gone = expiresDays == 0 ? "" : " and are gone after " + days(expiresDays);
        if (fade instanceof Fade.Never && expiresDays != 0) {
            return "Points keep their weight for " + days(expiresDays) + ", then they are gone.";
        }
        if (fade instanceof Fade.Linear(int days) && expiresDays >= days) {
            gone = "";
        }
        return fade(fade) + gone + ".";
    }

    /// What an award brings, of a signal with this unit.
    static String award(Award award, String unit) {
        return switch (award) {
            case Award.PerEvent(long micro) -> points(micro);
            case Award.PerUnit(long micro) ->
                    points(micro) + " for each " + (unit.isEmpty() ? "unit" : singular(unit));
            case Award.ByValue table -> "by its value";
        };
    }

    /// Whether an award is a gain or a loss, by an event of value 1.
    static Leaflet.Tone tone(Award award) {
        return award instanceof Award.ByValue table
                ? tone(table.rows().isEmpty() ? 0 : table.rows().getLast().pointsMicro())
                : tone(award.micro(Micro.ONE));
    }

    static String singular(String unit) {
        return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    static String limit(Limit limit) {
        return amount(limit.pointsMicro()) + " a " + limit.period().name().toLowerCase(Locale.ROOT);
    }

    /// `a`, `a and b`, `a, b and c`.
    static String joined(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1))
                + " "
                + last
                + " "
                + items.getLast();
    }

    /// A range as said of something: `below 500`, `at least 80`, `from 80 to below 120`.
    static String range(long atLeastMicro, long belowMicro) {
        if (atLeastMicro == Long.MIN_VALUE) {
            return "below " + number(belowMicro);
        }
        return belowMicro == Long.MAX_VALUE
                ? "at least " + number(atLeastMicro)
                : "from " + number(atLeastMicro) + " to below " + number(belowMicro);
    }

    /// A condition after `if`.
    String condition(Condition condition) {
        return switch (condition) {
            case Condition.Always _ -> "always";
            case Condition.Score(long atLeast, long below) ->
                    "your score is " + range(atLeast, below);
            case Condition.InBand in -> "your band is " + joined(titles(in), "or");
            case Condition.OnList(String list) -> "you are on the list " + list(list);
            case Condition.Partial(String name, long atLeast, long below) ->
                    "your points for "
                            + quoted(characteristics.getOrDefault(name, name))
                            + " are "
                            + range(atLeast, below);
            case Condition.All(List<Condition> all) ->
                    all.stream().map(this::part).collect(Collectors.joining(" and "));
            case Condition.Any(List<Condition> any) ->
                    any.stream().map(this::part).collect(Collectors.joining(" or "));
            case Condition.Not(Condition inner) -> not(inner);
        };
    }

    private String part(Condition condition) {
        boolean joint = condition instanceof Condition.All || condition instanceof Condition.Any;
        return joint ? "(" + condition(condition) + ")" : condition(condition);
    }

    private List<String> titles(Condition.InBand in) {
        var titles = new ArrayList<String>();
        in.bands().stream().sorted().forEach(band -> titles.add(bands.getOrDefault(band, band)));
        return titles;
    }

    private String not(Condition inner) {
        return switch (inner) {
            case Condition.Score(long atLeast, long below) when atLeast == Long.MIN_VALUE ->
                    condition(new Condition.Score(below, Long.MAX_VALUE));
            case Condition.Score(long atLeast, long below) when below == Long.MAX_VALUE ->
                    condition(new Condition.Score(Long.MIN_VALUE, atLeast));
            case Condition.Partial(String name, long atLeast, long below)
                    when atLeast == Long.MIN_VALUE ->
                    condition(new Condition.Partial(name, below, Long.MAX_VALUE));
            case Condition.Partial(String name, long atLeast, long below)
                    when below == Long.MAX_VALUE ->
                    condition(new Condition.Partial(name, Long.MIN_VALUE, atLeast));
            case Condition.OnList(String list) -> "you are not on the list " + list(list);
            case Condition.InBand in -> "your band is not " + joined(titles(in), "or");
            case Condition.Not(Condition twice) -> condition(twice);
            case Condition.Always _,
                    Condition.Score _,
                    Condition.Partial _,
                    Condition.All _,
                    Condition.Any _ ->
                    "it is not so that " + condition(inner);
        };
    }
}
