package glasshouse.leaflet;

import glasshouse.leaflet.Leaflet.Row;
import glasshouse.leaflet.Leaflet.Section;
import glasshouse.leaflet.Leaflet.Tone;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What counts: each characteristic as a section.
final class Counting {
    static final String TO_OTHER = " (to you, as the other party)";

    private final Phrases phrases;
    private final Map<String, String> units = new HashMap<>();

    Counting(Scheme scheme, Phrases phrases) {
        this.phrases = phrases;
        scheme.signals().forEach(signal -> units.put(signal.name(), signal.unit()));
    }

    Section section(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> accrual(accrual);
            case Characteristic.Binned binned -> binned(binned);
            case Characteristic.Rated rated -> rated(rated);
            case Characteristic.Contacts contacts -> contacts(contacts);
        };
    }

    private Section accrual(Characteristic.Accrual accrual) {
        return accrual(accrual, alike(accrual));
    }

    /// Whether all its points count for as long, so that it is said once for all.
    static boolean alike(Characteristic.Accrual accrual) {
        return accrual.signals().stream().map(Counting::lasting).distinct().count() == 1;
    }

    Section accrual(Characteristic.Accrual accrual, boolean alike) {
        var sentences = new ArrayList<String>();
        if (alike) {
            sentences.add(lasting(accrual.signals().getFirst()));
        }
        for (SharedLimit shared : accrual.sharedLimits()) {
            List<String> titles =
                    shared.signals().stream()
                            .map(name -> Phrases.quoted(phrases.signal(name)))
                            .toList();
            sentences.add(
                    Phrases.joined(titles, "and")
                            + " together bring or cost at most "
                            + Phrases.limit(shared.limit())
                            + ".");
        }
        bounds(accrual, sentences);
        var rows = new ArrayList<Row>();
        for (Accrued accrued : accrual.signals()) {
            rows(accrued, alike, rows);
        }
        return new Section(accrual.title(), sentences, rows);
    }

    private static void bounds(Characteristic.Accrual accrual, List<String> sentences) {
        boolean most = accrual.ceilingMicro() != Long.MAX_VALUE;
        boolean least = accrual.floorMicro() != Long.MIN_VALUE;
        String top = "bring at most " + Phrases.number(accrual.ceilingMicro()) + " points";
        String bottom = "cost at most " + Phrases.number(-accrual.floorMicro()) + " points";
        top = accrual.ceilingMicro() == 0 ? "bring nothing" : top;
        bottom = accrual.floorMicro() == 0 ? "cost nothing" : bottom;
        if (most && least && accrual.floorMicro() <= 0 && accrual.ceilingMicro() >= 0) {
            sentences.add("All of it together can " + top + " and " + bottom + ".");
        } else if (most && !least && accrual.ceilingMicro() >= 0) {
            sentences.add("All of it together can " + top + ".");
        } else if (least && !most && accrual.floorMicro() <= 0) {
            sentences.add("All of it together can " + bottom + ".");
        } else if (most || least) {
            long from = accrual.floorMicro();
            long to = accrual.ceilingMicro();
            sentences.add(
                    "All of it together is held "
                            + (least ? "from " + Phrases.number(from) : "")
                            + (least && most ? " " : "")
                            + (most ? "up to " + Phrases.number(to) : "")
                            + " points.");
        }
    }

    static String lasting(Accrued accrued) {
        return Phrases.lasting(accrued.fade(), accrued.expiresDays());
    }

    private void rows(Accrued accrued, boolean alike, List<Row> rows) {
        Award award = accrued.award();
        Award other = accrued.counterparty();
        if (award != null) {
            row(accrued, award, phrases.signal(accrued.signal()), alike, rows);
        }
        if (other != null) {
            row(accrued, other, phrases.signal(accrued.signal()) + TO_OTHER, alike, rows);
        }
    }

    private void row(Accrued accrued, Award award, String what, boolean alike, List<Row> rows) {
        String unit = units.getOrDefault(accrued.signal(), "");
        List<String> notes = notes(accrued, alike);
        if (!(award instanceof Award.ByValue table)) {
            rows.add(new Row(what, Phrases.award(award, unit), Phrases.tone(award), notes));
            return;
        }
        long from = Long.MIN_VALUE;
        for (Award.Row step : table.rows()) {
            String values = BinWords.between(from, step.belowMicro(), unit);
            rows.add(
                    new Row(
                            what + ", " + values,
                            Phrases.points(step.pointsMicro()),
                            Phrases.tone(step.pointsMicro()),
                            from == Long.MIN_VALUE ? notes : List.of()));
            from = step.belowMicro();
        }
    }

    private List<String> notes(Accrued accrued, boolean alike) {
        var notes = new ArrayList<String>();
        for (Limit limit : accrued.limits()) {
            notes.add("At most " + Phrases.limit(limit) + ".");
        }
        Pending pending = accrued.pending();
        if (pending != null) {
            notes.add(
                    "Counts once “%s” is reported within %s of it."
                            .formatted(
                                    phrases.signal(pending.confirmedBy()),
                                    Phrases.days(pending.withinDays())));
        }
        if (!alike) {
            notes.add(lasting(accrued));
        }
        return notes;
    }

    private Section binned(Characteristic.Binned binned) {
        var sentences = new ArrayList<String>();
        sentences.add(measured(binned));
        var rows = new ArrayList<Row>();
        long from = Long.MIN_VALUE;
        String unit = units.getOrDefault(binned.signals().getFirst(), "");
        for (Attribute bin : binned.attributes()) {
            String words = BinWords.of(binned, from, bin.belowMicro(), unit);
            rows.add(row(bin, capital(words)));
            from = bin.belowMicro();
        }
        if (canBeMissing(binned.measure())) {
            rows.add(row(binned.missing(), "Nothing of it happened"));
        }
        return new Section(binned.title(), sentences, rows);
    }

    private static Row row(Attribute bin, String what) {
        Reason reason = bin.reason();
        List<String> notes = reason == null ? List.of() : List.of(reason.text() + ".");
        long points = bin.pointsMicro();
        return new Row(what, Phrases.points(points), Phrases.tone(points), notes);
    }

    private static boolean canBeMissing(Measure measure) {
        return switch (measure) {
            case COUNT, SUM, DISTINCT_SOURCES, DISTINCT_COUNTERPARTIES -> false;
            case MEAN, MIN, MAX, LAST, TIME_SINCE_FIRST, TIME_SINCE_LAST, SHARE -> true;
        };
    }

    String measured(Characteristic.Binned binned) {
        int days = binned.windowDays();
        String when = days == 0 ? "." : ", in the last " + Phrases.lately(days) + ".";
        String whose = binned.counterparty() ? " with you as the other party" : "";
        String what = titles(binned.signals(), "or") + whose;
        String values = titles(binned.signals(), "and") + whose + when;
        return switch (binned.measure()) {
            case COUNT -> "How often " + what + " is reported" + when;
            case SUM -> "The sum of " + values;
            case MEAN -> "The mean of " + values;
            case MIN -> "The least value of " + values;
            case MAX -> "The greatest value of " + values;
            case LAST -> "The latest value of " + values;
            case TIME_SINCE_FIRST -> "The time since the first " + what + when;
            case TIME_SINCE_LAST -> "The time since the last " + what + when;
            case SHARE -> "The share of " + what + " among " + titles(binned.of(), "and") + when;
            case DISTINCT_SOURCES -> "How many organisations report " + what + when;
            case DISTINCT_COUNTERPARTIES ->
                    "How many different people are the other party of " + what + when;
        };
    }

    private String titles(List<String> names, String last) {
        List<String> titles =
                names.stream().map(phrases::signal).distinct().map(Phrases::quoted).toList();
        return Phrases.joined(titles, last);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Section rated(Characteristic.Rated rated) {
        var sentences = new ArrayList<String>();
        sentences.add(
                "Others rate you from %s to %s: %s."
                        .formatted(
                                Phrases.number(rated.lowestMicro()),
                                Phrases.number(rated.highestMicro()),
                                titles(rated.signals(), "or")));
        sentences.add(method(rated));
        sentences.add(
                rated.open() ? "You can see who rated you." : "You cannot see who rated you.");
        var rows = new ArrayList<Row>();
        for (var knot : rated.points().knots()) {
            long points = knot.yMicro();
            String rating = "A rating of " + Phrases.number(knot.xMicro());
            rows.add(new Row(rating, Phrases.points(points), Phrases.tone(points), List.of()));
        }
        return new Section(rated.title(), sentences, rows);
    }

    static String method(Characteristic.Rated rated) {
        String closes = ", reckoned over all people every " + Phrases.lately(rated.closeDays());
        return switch (rated.method()) {
            case MEAN -> "Your rating is their mean.";
            case BAYES ->
                    "Your rating is their mean, begun with %s ratings of %s."
                            .formatted(
                                    Phrases.number(rated.priorWeightMicro()),
                                    Phrases.number(rated.priorMeanMicro()));
            case FADING ->
                    "Your rating is their mean; " + lower(fading(rated.halfLifeDays())) + ".";
            case STANDING -> "Those with a high standing count for more" + closes + ".";
            case FAIRNESS_GOODNESS, REV2 -> "Those who rate fairly count for more" + closes + ".";
            case EIGENTRUST -> "Those whom others trust count for more" + closes + ".";
        };
    }

    private static String fading(int halfLifeDays) {
        return Phrases.fade(new Fade.HalfLife(halfLifeDays)).replace("Points", "Ratings");
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private Section contacts(Characteristic.Contacts contacts) {
        String pull =
                "Your score is pulled by %s towards the mean score of those you are tied to (%s)."
                        .formatted(
                                BinWords.percent(contacts.pullMicro()),
                                titles(contacts.signals(), "or"));
        String most = "Up to " + Phrases.amount(contacts.mostMicro());
        var rows =
                List.of(
                        new Row("Their mean is above yours", most + " more", Tone.GAIN, List.of()),
                        new Row("Their mean is below yours", most + " less", Tone.LOSS, List.of()));
        return new Section(contacts.title(), List.of(pull), rows);
    }
}
