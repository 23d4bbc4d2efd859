package glasshouse.statement;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.close.Everyone;
import glasshouse.event.Event;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Line.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the ratings that a person got brought.
///
/// No method is a sum, so each line is the difference that leaving its ratings out makes, whatever
/// else that changes for others; what the lines together do not explain is one line more, and the
/// lines sum to the partial score exactly. Where the scheme shows raters openly a line is a rating;
/// else it is a group of whole periods between closes with ratings by at least [#LEAST] people, so
/// that no line tells what one of them gave. At most [#MOST] lines: what is older is one of them.
final class RatingLines {
    /// Fewest raters of a group.
    static final int LEAST = 5;

    /// Most lines of one characteristic.
    static final int MOST = 100;

    private final Plan plan;
    private final Characteristic.Rated rated;
    private final int index;
    private final Ledger ledger;
    private final int day;
    private final @Nullable Everyone everyone;
    private final Calendar calendar;
    private final List<Line> lines = new ArrayList<>();

    /// `everyone` is there where only a close can tell the characteristic.
    RatingLines(Plan plan, int index, Ledger ledger, int day, @Nullable Everyone everyone) {
        Scheme scheme = plan.scheme();
        this.plan = plan;
        this.index = index;
        this.ledger = ledger;
        this.day = day;
        this.everyone = everyone;
        rated = (Characteristic.Rated) scheme.characteristics().get(index);
        calendar = new Calendar(scheme.header().zone());
    }

    /// The lines; they sum to `partial`.
    List<Line> lines(long partial) {
        List<Event> ratings = ratings();
        List<Event> waiting = List.of();
        if (everyone != null) {
            Everyone.Counted counted = everyone.counted(index, ledger.person());
            ratings = counted.ratings();
            waiting = counted.waiting();
        }
        if (ratings.isEmpty()) {
            line(null, partial, "No ratings yet");
        } else {
            explain(groups(ratings), partial, ratings);
        }
        if (!waiting.isEmpty()) {
            line(null, 0, "Not yet at a close: " + ratings(waiting.size()));
        }
        return lines;
    }

    private List<Event> ratings() {
        return ledger.events().stream()
                .filter(ledger::asCounterparty)
                .filter(event -> rated.signals().contains(event.signal()))
                .toList();
    }

    private void explain(List<List<Event>> groups, long partial, List<Event> all) {
        if (groups.size() == 1) {
            boolean one = rated.open() && all.size() == 1;
            line(one ? all.getFirst() : null, partial, one ? text(all.getFirst()) : words(all));
            return;
        }
        long told = 0;
        for (List<Event> group : groups) {
            long brought = partial - without(group);
            told += brought;
            if (group.size() == 1) {
                Event event = group.getFirst();
                line(event, brought, text(event));
            } else {
                line(null, brought, words(group));
            }
        }
        if (told != partial) {
            String text = words(all) + ": what they make together, beyond each by itself";
            line(null, partial - told, text);
        }
    }

    private void line(@Nullable Event event, long points, String text) {
        lines.add(
                new Line(
                        Kind.RATING,
                        rated.name(),
                        event == null ? "" : event.signal(),
                        event == null ? null : event.happenedAt(),
                        event == null ? null : event.name(),
                        points,
                        points,
                        text));
    }

    /// The partial score had some ratings never been given.
    private long without(List<Event> gone) {
        if (everyone != null) {
            return everyone.partialWithout(index, ledger.person(), gone);
        }
        Set<Event> left = new HashSet<>(gone);
        var occurrence = new Occurrence();
        Account account = ledger.fold(plan);
        for (Event event : left) {
            if (ledger.see(plan, calendar, event, occurrence)) {
                plan.retract(account, occurrence);
            }
        }
        var readout = new Readout(plan);
        readout.read(account, day);
        return readout.partialMicro(index);
    }

    /// What each line leaves out, in order.
    private List<List<Event>> groups(List<Event> ratings) {
        List<List<Event>> groups = rated.open() ? single(ratings) : byPeriod(ratings);
        while (groups.size() > MOST) {
            List<Event> older = new ArrayList<>();
            groups.subList(0, groups.size() - MOST + 1).forEach(older::addAll);
            List<List<Event>> fewer = new ArrayList<>();
            fewer.add(older);
            fewer.addAll(groups.subList(groups.size() - MOST + 1, groups.size()));
            groups = fewer;
        }
        return groups;
    }

    private static List<List<Event>> single(List<Event> ratings) {
        return ratings.stream().map(List::of).toList();
    }

    /// Whole periods together until at least five people have rated; the rest joins the last.
    private List<List<Event>> byPeriod(List<Event> ratings) {
        List<List<Event>> groups = new ArrayList<>();
        List<Event> group = new ArrayList<>();
        Set<String> raters = new HashSet<>();
        int last = Integer.MIN_VALUE;
        for (Event event : ratings) {
            int period = period(event);
            if (period != last && raters.size() >= LEAST) {
                groups.add(group);
                group = new ArrayList<>();
                raters = new HashSet<>();
            }
            group.add(event);
            raters.add(event.person());
            last = period;
        }
        if (raters.size() >= LEAST || groups.isEmpty()) {
            groups.add(group);
        } else {
            groups.getLast().addAll(group);
        }
        return groups;
    }

    private int period(Event event) {
        int first = (int) plan.scheme().header().validFrom().toEpochDay();
        return Math.floorDiv(calendar.day(event.happenedAt()) - first, rated.closeDays());
    }

    private String text(Event event) {
        var signal = plan.scheme().signals().get(plan.signal(event.signal()));
        String amount = signal.amount(event.valueMicro());
        String said = amount.isEmpty() ? Micro.format(event.valueMicro()) : amount;
        return signal.title() + ", " + said + ", by " + event.person();
    }

    /// How many, and how well on average.
    private String words(List<Event> ratings) {
        BigDecimal average =
                ratings.stream()
                        .mapToLong(Event::valueMicro)
                        .map(value -> Math.clamp(value, rated.lowestMicro(), rated.highestMicro()))
                        .mapToObj(Micro::toDecimal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(ratings.size()), 2, RoundingMode.HALF_EVEN);
        return ratings(ratings.size()) + ", on average " + average.toPlainString();
    }

    private static String ratings(int count) {
        return count == 1 ? "1 rating" : count + " ratings";
    }
}
