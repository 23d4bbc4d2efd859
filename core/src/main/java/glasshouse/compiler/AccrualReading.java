package glasshouse.compiler;

import glasshouse.document.Fields;
import glasshouse.document.Nearest;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Reason;
import glasshouse.scheme.SharedLimit;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads an accrual: its signals with points, fades and limits.
final class AccrualReading {
    private static final int MOST_ROWS = 1000;

    private final Reading reading;
    private final Map<String, Signal> signals;
    private final Fields fields;

    AccrualReading(Reading reading, Map<String, Signal> signals, Fields fields) {
        this.reading = reading;
        this.signals = signals;
        this.fields = fields;
    }

    Characteristic read(String name, String title, Reason reason) {
        Fade fade = CharacteristicReader.fade(reading, fields, new Fade.Never());
        int expires = Quantity.positiveDays(fields, "expires", 0);
        if (!fields.has("expires")) {
            expires = 0;
        }
        var accrued = new ArrayList<Accrued>();
        int usual = expires;
        fields.need("signals", "signals: {bill.paid: {points: 2}}");
        fields.tables(
                "signals",
                (signal, table) -> {
                    String path = "characteristics." + name + ".signals." + signal;
                    reading.positions.put(path, table.position());
                    known(signal, table.position());
                    accrued.add(accrued(signal, table, fade, usual));
                });
        List<SharedLimit> shared = shared(accrued);
        long floor = Quantity.number(fields, "floor", Long.MIN_VALUE);
        long ceiling = Quantity.number(fields, "ceiling", Long.MAX_VALUE);
        if (floor > ceiling) {
            String found = "found floor " + Micro.format(floor);
            found += ", ceiling " + Micro.format(ceiling);
            String allowed = "; the floor of a characteristic lies below its ceiling; swap them";
            reading.report(Code.SCALE, fields.position("floor"), found + allowed);
        }
        return new Characteristic.Accrual(name, title, reason, accrued, shared, floor, ceiling);
    }

    private void known(String signal, Position place) {
        if (reading.knowsSignals && !signals.containsKey(signal)) {
            String hint = Nearest.hint(signal, signals.keySet());
            reading.report(
                    Code.UNKNOWN_SIGNAL, place, "there is no signal " + signal + "; " + hint);
        }
    }

    private Accrued accrued(String signal, Fields table, Fade usual, int usualExpires) {
        Award points = award(signal, table, "points");
        Award counterparty = award(signal, table, "counterparty");
        if (points == null && counterparty == null) {
            reading.report(
                    Code.MISSING_KEY,
                    table.position(),
                    "the signal "
                            + signal
                            + " brings nothing; give it points: 2, or counterparty: 2 for the"
                            + " other party of the event");
        }
        var limits = new ArrayList<Limit>();
        for (Node.Text text : table.texts("limit")) {
            limits.add(Quantity.limit(text, reading.problems));
        }
        int expires =
                table.has("expires") ? Quantity.positiveDays(table, "expires", 1) : usualExpires;
        var accrued =
                new Accrued(
                        signal,
                        points,
                        counterparty,
                        CharacteristicReader.fade(reading, table, usual),
                        expires,
                        limits,
                        pending(signal, table));
        table.done();
        return accrued;
    }

    private @Nullable Award award(String signal, Fields table, String key) {
        Node node = table.find(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Node.Text text) {
            Quantity.Points points = Quantity.points(text, reading.problems);
            if (points.per().isEmpty() || points.per().equals("event")) {
                return new Award.PerEvent(points.micro());
            }
            checkUnit(signal, points.per(), text.position());
            return new Award.PerUnit(points.micro());
        }
        Fields inner = table.table(key, key + " of " + signal);
        if (inner == null) {
            return null;
        }
        inner.need("table", "table: [{below: 10, points: 1}, {points: 3}]");
        Award award = new Award.ByValue(rows(inner));
        inner.done();
        return award;
    }

    /// `points per day` fits the units day and days, and `per unit` fits any.
    private void checkUnit(String signal, String per, Position place) {
        Signal known = signals.get(signal);
        String unit = known == null ? per : known.unit();
        if ((per.equals("unit") && !unit.isEmpty()) || singular(unit).equals(singular(per))) {
            return;
        }
        String message =
                unit.isEmpty()
                        ? "%s has no unit; give it unit: %s, or drop the per for points an event"
                                .formatted(signal, per)
                        : "the unit of %s is %s, not %s; write per %s, or per unit"
                                .formatted(signal, unit, per, singular(unit));
        reading.report(Code.UNIT, place, message);
    }

    private static String singular(String unit) {
        return unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    }

    private List<Award.Row> rows(Fields inner) {
        var rows = new ArrayList<Award.Row>();
        List<Node> items = inner.items("table");
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Node.Table table)) {
                String allowed = "a row is {below: 10, points: 2}, the last one {points: 5}";
                reading.report(Code.WRONG_SHAPE, items.get(i).position(), allowed);
                continue;
            }
            Fields row = inner.inner(table, "a row");
            boolean last = i == items.size() - 1;
            long below = Quantity.number(row, "below", Long.MAX_VALUE);
            Node.Text points = row.needText("points", "points: 3");
            long micro = points == null ? 0 : Quantity.plainPoints(points, reading.problems);
            row.done();
            if (!rows.isEmpty() && rows.getLast().belowMicro() >= below) {
                reading.report(Code.TABLE, row.position(), "the rows of a table rise by below");
            }
            if (row.has("below") == last) {
                reading.report(
                        Code.TABLE,
                        row.position(),
                        "every row but the last has below, and the last has none");
            }
            rows.add(new Award.Row(below, micro));
        }
        if (rows.size() > MOST_ROWS) {
            reading.report(Code.TOO_MANY, inner.position(), "a table has at most 1000 rows");
        }
        return rows;
    }

    private @Nullable Pending pending(String signal, Fields table) {
        String example = "pending: {confirmed-by: work.confirmed, within: 60d}";
        Fields pending = table.table("pending", "pending", example);
        if (pending == null) {
            return null;
        }
        Node.Text confirmedBy = pending.needText("confirmed-by", "confirmed-by: work.confirmed");
        pending.need("within", "within: 60d");
        int within = Quantity.positiveDays(pending, "within", 1);
        pending.done();
        if (confirmedBy == null) {
            return null;
        }
        known(confirmedBy.value(), confirmedBy.position());
        if (confirmedBy.value().equals(signal)) {
            reading.report(
                    Code.CIRCLE,
                    confirmedBy.position(),
                    signal
                            + " cannot confirm itself; name the signal by which another source"
                            + " confirms it, or drop pending");
        }
        return new Pending(confirmedBy.value(), within);
    }

    private List<SharedLimit> shared(List<Accrued> accrued) {
        var shared = new ArrayList<SharedLimit>();
        for (Node item : fields.items("limits")) {
            if (!(item instanceof Node.Table table)) {
                String allowed =
                        "a shared limit is {signals: [a, b], at-most: 20 points per month}";
                reading.report(Code.WRONG_SHAPE, item.position(), allowed);
                continue;
            }
            Fields limit = fields.inner(table, "a shared limit");
            limit.need("signals", "signals: [bill.paid, rent.paid]");
            Node.Text most = limit.needText("at-most", "at-most: 20 points per month");
            var names = limit.texts("signals").stream().map(Node.Text::value).toList();
            limit.done();
            checkShared(names, accrued, limit.position());
            if (most != null) {
                shared.add(new SharedLimit(names, Quantity.limit(most, reading.problems)));
            }
        }
        return shared;
    }

    private void checkShared(List<String> names, List<Accrued> accrued, Position place) {
        Accrued first = null;
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                reading.report(Code.TWICE, place, "the shared limit names " + name + " twice");
            }
            Accrued found =
                    accrued.stream().filter(a -> a.signal().equals(name)).findFirst().orElse(null);
            if (found == null) {
                var here = accrued.stream().map(Accrued::signal).toList();
                String hint = Nearest.hint(name, here);
                String message = "the characteristic does not read the signal " + name + "; ";
                reading.report(Code.UNKNOWN_SIGNAL, place, message + hint);
            } else if (first == null) {
                first = found;
            } else if (!first.fade().equals(found.fade())
                    || first.expiresDays() != found.expiresDays()) {
                reading.report(
                        Code.SHARED_LIMIT,
                        place,
                        first.signal()
                                + " and "
                                + name
                                + " share a limit but fade or expire differently; give them the"
                                + " same fade and expires");
            }
        }
    }
}
