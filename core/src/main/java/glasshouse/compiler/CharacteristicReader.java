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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Reads one characteristic of any kind.
final class CharacteristicReader {
    private static final Curve FLAT = new Curve(List.of(new Curve.Knot(0, 0)));
    private static final int DEFAULT_CLOSE_DAYS = 7;

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
        Fields range = fields.table("range", "the range of ratings");
        long lowest = range == null ? Micro.of(1) : Quantity.number(range, "from", Micro.of(1));
        long highest = range == null ? Micro.of(5) : Quantity.number(range, "to", Micro.of(5));
        if (range != null) {
            range.done();
        }
        if (lowest >= highest) {
            rating(fields, "range", "the range of ratings rises, such as {from: 1, to: 5}");
        }
        Fields prior = fields.table("prior", "the prior");
        long mean = prior == null ? 0 : Quantity.number(prior, "mean", 0);
        long weight = prior == null ? 0 : Quantity.number(prior, "weight", 0);
        if (prior != null) {
            prior.done();
        }
        if (method == RatingMethod.BAYES && weight <= 0) {
            rating(fields, "prior", "the method bayes needs prior: {mean: 3, weight: 5}");
        } else if (weight > 0 && (mean < lowest || mean > highest)) {
            rating(fields, "prior", "the mean of the prior lies within the range of ratings");
        }
        Fade fade = fade(reading, fields, new Fade.Never());
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
        fields.need("points", "points: [[1, -100], [3, 0], [5, 100]]");
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
                Curves.read(reading, fields, "points", FLAT));
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
            reading.report(
                    Code.BAD_NUMBER, fields.position("pull"), "a pull lies from 0 % to 100 %");
        }
        Node.Text most = fields.needText("at-most", "at-most: 20 points");
        long points = most == null ? 0 : Quantity.points(most, reading.problems).micro();
        int close = Quantity.positiveDays(fields, "close", DEFAULT_CLOSE_DAYS);
        return new Characteristic.Contacts(name, title, reason, read, share, points, close);
    }
}
