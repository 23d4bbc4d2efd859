package glasshouse.statement;

import glasshouse.account.Calendar;
import glasshouse.account.Weights;
import glasshouse.event.Event;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Period;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import glasshouse.scheme.Signal;
import glasshouse.statement.Line.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The lines of one accrual, event by event: each with its points then and today, and what each
/// limit cut in each period, from the latest event back.
final class AccrualLines {
    private final Characteristic.Accrual accrual;
    private final Ledger ledger;
    private final int day;
    private final Calendar calendar;
    private final Map<String, Signal> signals = new HashMap<>();
    private final Map<Accrued, Weights> weights = new HashMap<>();
    private final Map<Confirmation, TreeSet<Integer>> confirmed = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /// What confirms: a signal, the reference, and in which role the person has it.
    private record Confirmation(String signal, String reference, boolean counterparty) {}

    /// One event's points in one role, and what limits have left of them.
    private static final class Row {
        private final Accrued accrued;
        private final Event event;
        private final int eventDay;
        private final long weight;
        private long left;

        Row(Accrued accrued, Event event, int eventDay, long weight, long points) {
            this.accrued = accrued;
            this.event = event;
            this.eventDay = eventDay;
            this.weight = weight;
            left = points;
        }
    }

    AccrualLines(Scheme scheme, Characteristic.Accrual accrual, Ledger ledger, int day) {
        this.accrual = accrual;
        this.ledger = ledger;
        this.day = day;
        calendar = new Calendar(scheme.header().zone());
        for (Signal signal : scheme.signals()) {
            signals.put(signal.name(), signal);
        }
        for (Event event : ledger.events()) {
            String reference = event.reference();
            if (reference != null) {
                boolean counterparty = ledger.asCounterparty(event);
                var confirmation = new Confirmation(event.signal(), reference, counterparty);
                confirmed
                        .computeIfAbsent(confirmation, _ -> new TreeSet<>())
                        .add(calendar.day(event.happenedAt()));
            }
        }
    }

    List<Line> lines() {
        for (Event event : ledger.events()) {
            for (Accrued accrued : accrual.signals()) {
                if (accrued.signal().equals(event.signal())) {
                    book(event, accrued);
                }
            }
        }
        for (Accrued accrued : accrual.signals()) {
            for (boolean counterparty : new boolean[] {false, true}) {
                for (Limit limit : accrued.limits()) {
                    cut(limit, row -> isOf(row, accrued, counterparty), title(accrued.signal()));
                }
            }
        }
        for (SharedLimit shared : accrual.sharedLimits()) {
            cut(
                    shared.limit(),
                    row -> shared.signals().contains(row.accrued.signal()),
                    accrual.title());
        }
        return lines;
    }

    private String title(String signal) {
        Signal known = signals.get(signal);
        return known == null ? signal : known.title();
    }

    /// What happened, how much of it, and whether another did it.
    private String words(Event event, boolean counterparty) {
        Signal signal = signals.get(event.signal());
        String amount = signal == null ? "" : signal.amount(event.valueMicro());
        return title(event.signal())
                + (amount.isEmpty() ? "" : ", " + amount)
                + (counterparty ? ", by another" : "");
    }

    private boolean isOf(Row row, Accrued accrued, boolean counterparty) {
        return row.accrued.equals(accrued) && ledger.asCounterparty(row.event) == counterparty;
    }

    private void book(Event event, Accrued accrued) {
        boolean counterparty = ledger.asCounterparty(event);
        Award award = counterparty ? accrued.counterparty() : accrued.award();
        if (award == null) {
            return;
        }
        var titled = new Line.Event(event, words(event, counterparty));
        long points = award.micro(event.valueMicro());
        int eventDay = calendar.day(event.happenedAt());
        Pending pending = accrued.pending();
        if (pending != null && !isConfirmed(event, eventDay, pending)) {
            var none = new Line.Points(points, 0);
            var waiting = new Line.Event(event, titled.text() + waits(event, eventDay, pending));
            lines.add(Line.of(Kind.PENDING, accrual.name(), waiting, none));
            return;
        }
        Weights worth =
                weights.computeIfAbsent(accrued, key -> Weights.of(key.fade(), key.expiresDays()));
        long weight = worth.at(day - eventDay);
        var now = new Line.Points(points, weighted(points, weight));
        lines.add(Line.of(Kind.EVENT, accrual.name(), titled, now));
        rows.add(new Row(accrued, event, eventDay, weight, points));
    }

    /// What an event waits for that is not confirmed, or why it waits in vain.
    private String waits(Event event, int eventDay, Pending pending) {
        if (event.reference() == null) {
            return " (without a reference nothing can confirm it)";
        }
        int lastDay = eventDay + pending.withinDays();
        String date = LocalDate.ofEpochDay(lastDay).toString();
        return lastDay < day
                ? " (was not confirmed by " + date + ")"
                : " (waits until " + date + " for: " + title(pending.confirmedBy()) + ")";
    }

    private boolean isConfirmed(Event event, int eventDay, Pending pending) {
        String reference = event.reference();
        if (reference == null) {
            return false;
        }
        boolean counterparty = ledger.asCounterparty(event);
        var needed = new Confirmation(pending.confirmedBy(), reference, counterparty);
        TreeSet<Integer> days = confirmed.getOrDefault(needed, new TreeSet<>());
        int within = pending.withinDays();
        return !days.subSet(eventDay - within, true, eventDay + within, true).isEmpty();
    }

    private void cut(Limit limit, Predicate<Row> concerned, String title) {
        Map<Integer, List<Row>> periods = new TreeMap<>();
        for (Row row : rows) {
            if (concerned.test(row)) {
                int period = Calendar.period(limit.period(), row.eventDay);
                periods.computeIfAbsent(period, _ -> new ArrayList<>()).add(row);
            }
        }
        for (List<Row> period : periods.values()) {
            long total = period.stream().mapToLong(row -> row.left).sum();
            long held = Math.clamp(total, -limit.pointsMicro(), limit.pointsMicro());
            if (held != total) {
                lines.add(cut(limit, period, total - held, title));
            }
        }
    }

    private Line cut(Limit limit, List<Row> period, long surplus, String title) {
        long left = surplus;
        BigInteger cut = BigInteger.ZERO;
        for (Row row : period.reversed()) {
            if (Long.signum(row.left) == Long.signum(left)) {
                long taken = left > 0 ? Math.min(row.left, left) : Math.max(row.left, left);
                row.left -= taken;
                left -= taken;
                cut = cut.add(product(taken, row.weight));
            }
        }
        return Line.of(Kind.LIMIT, accrual.name(), -rounded(cut), text(limit, period, title));
    }

    private static String text(Limit limit, List<Row> period, String title) {
        LocalDate date = LocalDate.ofEpochDay(period.getFirst().eventDay);
        String when =
                switch (limit.period()) {
                    case DAY -> date.toString();
                    case WEEK -> "the week of " + date.with(java.time.DayOfWeek.MONDAY);
                    case MONTH -> date.toString().substring(0, 7);
                    case YEAR -> date.toString().substring(0, 4);
                };
        return "%s: at most %s points per %s, %s"
                .formatted(title, Micro.format(limit.pointsMicro()), word(limit.period()), when);
    }

    private static String word(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static long weighted(long points, long weight) {
        return rounded(product(points, weight));
    }

    private static BigInteger product(long points, long weight) {
        return BigInteger.valueOf(points).multiply(BigInteger.valueOf(weight));
    }

    private static long rounded(BigInteger weighted) {
        return weighted.add(BigInteger.ONE.shiftLeft(Weights.BITS - 1))
                .shiftRight(Weights.BITS)
                .longValueExact();
    }
}
