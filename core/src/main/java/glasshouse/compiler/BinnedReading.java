package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads a binned characteristic: its measure, window and bins.
final class BinnedReading {
    private static final int MOST_BINS = 1000;

    /// Measures that have a value, zero, even where nothing happened.
    private static final Set<Measure> NEVER_MISSING =
            EnumSet.of(
                    Measure.COUNT,
                    Measure.SUM,
                    Measure.DISTINCT_SOURCES,
                    Measure.DISTINCT_COUNTERPARTIES);

    /// Measures of the values of events.
    private static final Set<Measure> VALUES =
            EnumSet.of(Measure.SUM, Measure.MEAN, Measure.MIN, Measure.MAX, Measure.LAST);

    private static final Set<Measure> TIMES =
            EnumSet.of(Measure.TIME_SINCE_FIRST, Measure.TIME_SINCE_LAST);

    private final Reading reading;
    private final Map<String, Signal> signals;
    private final Fields fields;

    BinnedReading(Reading reading, Map<String, Signal> signals, Fields fields) {
        this.reading = reading;
        this.signals = signals;
        this.fields = fields;
    }

    Characteristic read(String name, String title, Reason reason) {
        fields.need("measure", "measure: count");
        Measure measure = reading.word(fields, "measure", Measure.values(), Measure.COUNT);
        fields.need("signals", "signals: [bill.paid-late]");
        List<String> read = CharacteristicReader.signals(reading, fields, "signals", signals);
        List<String> of = CharacteristicReader.signals(reading, fields, "of", signals);
        if (measure == Measure.SHARE != !of.isEmpty()) {
            reading.report(
                    Code.BINS,
                    fields.position("of"),
                    measure == Measure.SHARE
                            ? "a share needs of: [the signals of the whole], those counted included"
                            : "only a share has of; drop it, or write measure: share");
        }
        if (measure == Measure.SHARE && !of.isEmpty() && !of.containsAll(read)) {
            var outside = new ArrayList<>(read);
            outside.removeAll(of);
            reading.report(
                    Code.BINS,
                    fields.position("of"),
                    "of leaves out %s, so that the share could exceed 100 %%; of names the whole,"
                                    .formatted(String.join(", ", outside))
                            + " those counted included");
        }
        checkUnits(measure, read);
        fields.need("bins", "bins: [{below: 1, points: 10}, {points: -10}]");
        List<Attribute> bins = bins(measure, reason);
        return new Characteristic.Binned(
                name,
                title,
                reason,
                measure,
                read,
                of,
                reading.yes(fields, "counterparty"),
                window(),
                bins,
                missing(measure, reason));
    }

    /// Values of different units have no sum, mean, least, greatest or last.
    private void checkUnits(Measure measure, List<String> read) {
        var units = new TreeSet<String>();
        for (String name : read) {
            Signal signal = signals.get(name);
            String unit = signal == null ? "" : signal.unit();
            units.add(unit.isEmpty() ? "no unit" : unit);
        }
        if (VALUES.contains(measure) && units.size() > 1) {
            reading.report(
                    Code.UNIT,
                    fields.position("signals"),
                    "the %s is taken of values in %s; take signals of one unit"
                            .formatted(Reading.written(measure), String.join(" and ", units)));
        }
    }

    private int window() {
        Node.Text text = fields.text("window");
        if (text == null || text.value().equals("all")) {
            return 0;
        }
        return Quantity.positiveDays(fields, "window", 1);
    }

    private Attribute missing(Measure measure, Reason reason) {
        Fields missing = fields.table("missing", "missing", "missing: {points: 0}");
        if (missing == null) {
            return new Attribute(Long.MAX_VALUE, 0, null);
        }
        if (NEVER_MISSING.contains(measure)) {
            reading.report(
                    Code.BINS,
                    missing.position(),
                    "a "
                            + Reading.written(measure)
                            + " is 0 where nothing happened, never missing; use a bin below 1");
        }
        return attribute(missing, Long.MAX_VALUE, reason, ".missing");
    }

    private List<Attribute> bins(Measure measure, Reason reason) {
        var bins = new ArrayList<Attribute>();
        List<Node> items = fields.items("bins");
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Node.Table table)) {
                String allowed = "a bin is {below: 3, points: 10}, the last one {points: -5}";
                reading.report(Code.WRONG_SHAPE, items.get(i).position(), allowed);
                continue;
            }
            Fields bin = fields.inner(table, "a bin");
            boolean last = i == items.size() - 1;
            long below = below(bin, measure);
            if (bin.has("below") == last) {
                reading.report(
                        Code.BINS,
                        bin.position(),
                        "every bin but the last has below, and the last has none");
            }
            if (!bins.isEmpty() && bins.getLast().belowMicro() >= below) {
                reading.report(
                        Code.BINS,
                        bin.position(),
                        "bins are written from the lowest below to the highest");
            }
            bins.add(attribute(bin, below, reason, "." + (i + 1)));
        }
        if (bins.size() > MOST_BINS) {
            String message = "a characteristic has at most 1000 bins";
            reading.report(Code.TOO_MANY, fields.position("bins"), message);
        }
        return bins.isEmpty() ? List.of(new Attribute(Long.MAX_VALUE, 0, null)) : bins;
    }

    private long below(Fields bin, Measure measure) {
        Node.Text text = bin.text("below");
        if (text == null) {
            return Long.MAX_VALUE;
        }
        if (TIMES.contains(measure) && !Quantity.isNumber(text)) {
            return Micro.of(Quantity.days(text, reading.problems).orElse(0));
        }
        if (measure == Measure.SHARE) {
            long share = Quantity.share(text, reading.problems).orElse(0);
            if (share < 0 || share > Micro.ONE) {
                String found = "found " + text.value();
                String allowed = "; a share lies from 0 % to 100 %: write 50 % or 0.5";
                reading.report(Code.BINS, text.position(), found + allowed);
            }
            return share;
        }
        return Quantity.number(text, reading.problems).orElse(0);
    }

    private Attribute attribute(Fields bin, long below, Reason whole, String suffix) {
        Node.Text points = bin.needText("points", "points: 10");
        long micro = points == null ? 0 : Quantity.plainPoints(points, reading.problems);
        @Nullable Reason reason =
                bin.has("reason")
                        ? reading.reason(bin, new Reason(whole.code() + suffix, whole.text()))
                        : null;
        bin.done();
        return new Attribute(below, micro, reason);
    }
}
