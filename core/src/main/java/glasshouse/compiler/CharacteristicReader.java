package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Micro;
import glasshouse.scheme.RatingMethod;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Reads one characteristic of any kind.
final class CharacteristicReader {
    private static final Curve FLAT = new Curve(List.of(new Curve.Knot(0, 0)));
    private static final int DEFAULT_CLOSE_DAYS = 7;

    /// Methods that begin with ratings as if given before.
    private static final Set<RatingMethod> PRIOR =
            EnumSet.of(
                    RatingMethod.BAYES,
                    RatingMethod.FADING,
                    RatingMethod.STANDING,
                    RatingMethod.REV2);

    private final Reading reading;
    private final Map<String, Signal> signals;

    private enum Kind {
        ACCRUAL,
        BINNED,
        RATING,
        CONTACTS
    }

    CharacteristicReader(Reading reading, Map<String, Signal> signals) {
        this.reading = reading;
        this.signals = signals;
    }

    Characteristic read(String name, Fields fields) {
        reading.place("characteristics." + name, name, fields);
        fields.need("kind", "kind: accrual");
        Kind kind = reading.word(fields, "kind", Kind.values(), Kind.ACCRUAL);
        String title = fields.textOr("title", name);
        Reason reason = reading.reason(fields, new Reason(code(name), title));
        Characteristic characteristic =
                switch (kind) {
                    case ACCRUAL ->
                            new AccrualReading(reading, signals, fields).read(name, title, reason);
                    case BINNED ->
                            new BinnedReading(reading, signals, fields).read(name, title, reason);
                    case RATING -> rated(name, title, reason, fields);
                    case CONTACTS -> contacts(name, title, reason, fields);
                };
        fields.done();
        return characteristic;
    }

    private static String code(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /// The signals under a key, each known.
    static List<String> signals(
            Reading reading, Fields fields, String key, Map<String, Signal> known) {
        var names = new ArrayList<String>();
        for (Node.Text text : fields.texts(key)) {
            if (names.contains(text.value())) {
                String again = "the signal " + text.value() + " is named twice; once is enough";
                reading.report(Code.TWICE, text.position(), again);
            } else if (reading.known(text, "signal", Code.UNKNOWN_SIGNAL, known.keySet())) {
                names.add(text.value());
            }
        }
        return names;
    }

    /// A fade under a key: `never`, `half-life 180d`, `linear 2y`.
    static Fade fade(Reading reading, Fields fields, Fade otherwise) {
        Node.Text text = fields.text("fade");
        if (text == null) {
            return otherwise;
        }
        String[] words = text.value().strip().split(" ", 2);
        if (words.length == 1 && words[0].equals("never")) {
            return new Fade.Never();
        }
        boolean halfLife = words[0].equals("half-life");
        if (words.length == 2 && (halfLife || words[0].equals("linear"))) {
            OptionalInt days = Quantity.duration(words[1].strip());
            if (days.isPresent() && days.getAsInt() > 0) {
                return halfLife
                        ? new Fade.HalfLife(days.getAsInt())
                        : new Fade.Linear(days.getAsInt());
            }
        }
        reading.report(
                Code.BAD_DURATION,
                text.position(),
                "found "
                        + text.value()
                        + "; a fade is never, half-life 180d or linear 2y, in d, w, mo or y, up to"
                        + " 100y");
        return otherwise;
    }

    private Characteristic rated(String name, String title, Reason reason, Fields fields) {
        fields.need("signals", "signals: [encounter.rated]");
        List<String> read = signals(reading, fields, "signals", signals);
        fields.need("method", "method: mean");
        RatingMethod method =
                reading.word(fields, "method", RatingMethod.values(), RatingMethod.MEAN);
        Fields range = fields.table("range", "the range of ratings", "range: {from: 1, to: 5}");
        long lowest = range == null ? Micro.of(1) : Quantity.number(range, "from", Micro.of(1));
        long highest = range == null ? Micro.of(5) : Quantity.number(range, "to", Micro.of(5));
        if (range != null) {
            range.done();
        }
        if (lowest >= highest) {
            rating(fields, "range", "the range of ratings rises, such as {from: 1, to: 5}");
        }
        Fields prior = fields.table("prior", "the prior", "prior: {mean: 3, weight: 5}");
        long mean = prior == null ? 0 : Quantity.number(prior, "mean", 0);
        long weight = prior == null ? 0 : Quantity.number(prior, "weight", 0);
        if (prior != null) {
            prior.done();
        }
        if (method == RatingMethod.BAYES && weight <= 0) {
            rating(fields, "prior", "the method bayes needs prior: {mean: 3, weight: 5}");
        } else if (prior != null && (mean < lowest || mean > highest)) {
            String found = "found a mean of " + Micro.format(mean);
            rating(
                    fields,
                    "prior",
                    found + "; the mean of the prior lies within " + range(lowest, highest));
        } else if (prior != null && weight <= 0) {
            String found = "found a weight of " + Micro.format(weight);
            rating(fields, "prior", found + "; the weight of a prior is above 0, or drop prior");
        }
        if (!PRIOR.contains(method)) {
            idle(fields, "prior", method);
        }
        Fade fade = fade(reading, fields, new Fade.Never());
        if (method != RatingMethod.FADING && !(fade instanceof Fade.Never)) {
            idle(fields, "fade", method);
        }
        int halfLife = fade instanceof Fade.HalfLife life ? life.days() : 0;
        if (method == RatingMethod.FADING && halfLife == 0) {
            rating(fields, "fade", "the method fading needs fade: half-life 90d");
        }
        var trusted = fields.texts("trusted").stream().map(Node.Text::value).toList();
        if (method == RatingMethod.EIGENTRUST && trusted.isEmpty()) {
            rating(
                    fields,
                    "trusted",
                    "the method eigentrust needs trusted: [p1, p2], people"
                            + " whose ratings are believed");
        }
        if (method != RatingMethod.EIGENTRUST) {
            idle(fields, "trusted", method);
        }
        fields.need("points", "points: [[1, -100], [3, 0], [5, 100]]");
        Curve points = Curves.read(reading, fields, "points", FLAT);
        checkKnots(fields, points, lowest, highest);
        return new Characteristic.Rated(
                name,
                title,
                reason,
                read,
                method,
                lowest,
                highest,
                mean,
                weight,
                halfLife,
                Quantity.positiveDays(fields, "close", DEFAULT_CLOSE_DAYS),
                reading.yes(fields, "open"),
                trusted,
                points);
    }

    /// A corner of the curve outside the range of ratings is one that nobody reaches.
    private void checkKnots(Fields fields, Curve points, long lowest, long highest) {
        if (points.knots().size() == 1) {
            return;
        }
        for (Curve.Knot knot : points.knots()) {
            if (lowest < highest && (knot.xMicro() < lowest || knot.xMicro() > highest)) {
                String found = "found points for a rating of " + Micro.format(knot.xMicro());
                rating(fields, "points", found + "; ratings lie within " + range(lowest, highest));
            }
        }
    }

    private static String range(long lowest, long highest) {
        return "the range, from %s to %s".formatted(Micro.format(lowest), Micro.format(highest));
    }

    private void idle(Fields fields, String key, RatingMethod method) {
        if (fields.has(key)) {
            reading.report(
                    Code.NO_EFFECT,
                    fields.position(key),
                    "the method %s has no %s; drop it, or choose a method that has one"
                            .formatted(Reading.written(method), key));
        }
    }

    private void rating(Fields fields, String key, String message) {
        reading.report(Code.RATING, fields.position(key), message);
    }

    private Characteristic contacts(String name, String title, Reason reason, Fields fields) {
        fields.need("signals", "signals: [encounter.rated]");
        List<String> read = signals(reading, fields, "signals", signals);
        Node.Text pull = fields.needText("pull", "pull: 5 %");
        long share = pull == null ? 0 : Quantity.share(pull, reading.problems).orElse(0);
        if (share < 0 || share > Micro.ONE) {
            String found = pull == null ? "" : "found " + Quantity.shown(pull.value()) + "; ";
            reading.report(
                    Code.BAD_NUMBER,
                    fields.position("pull"),
                    found + "a pull lies from 0 % to 100 %");
        }
        Node.Text most = fields.needText("at-most", "at-most: 20 points");
        long points = most == null ? 1 : Quantity.plainPoints(most, reading.problems);
        if (most != null && points <= 0) {
            String found = "found " + Quantity.shown(most.value());
            reading.report(
                    Code.BAD_POINTS,
                    most.position(),
                    found + "; at-most is above 0: it holds the pull upwards and downwards");
        }
        int close = Quantity.positiveDays(fields, "close", DEFAULT_CLOSE_DAYS);
        return new Characteristic.Contacts(name, title, reason, read, share, points, close);
    }
}
