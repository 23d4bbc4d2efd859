package glasshouse.statement;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.close.Everyone;
import glasshouse.close.Explanation;
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
/// that no line tells what one of them gave; ratings by fewer than that, since the last group, are
/// told with what all make together. At most [#MOST] lines: what is older is one of them.
final class RatingLines {
    /// Fewest raters of a group.
    static final int LEAST = 5;

    /// Most lines of one characteristic.
    static final int MOST = 100;

    /// Most lines of a method that runs from the beginning for each.
    static final int MOST_ANEW = 20;

    private final Plan plan;
    private final Characteristic.Rated rated;
    private final int index;
    private final Ledger ledger;
    private final int day;
    private final @Nullable Explanation explanation;
    private final Calendar calendar;
    private final List<Line> lines = new ArrayList<>();

    /// `everyone` is there where only a close can tell the characteristic.
    RatingLines(Plan plan, int index, Ledger ledger, int day, @Nullable Everyone everyone) {
        Scheme scheme = plan.scheme();
        this.plan = plan;
        this.index = index;
        this.ledger = ledger;
        this.day = day;
        explanation = everyone == null ? null : everyone.explain(index, ledger.person());
        rated = (Characteristic.Rated) scheme.characteristics().get(index);
        calendar = new Calendar(scheme.header().zone());
    }

    /// The lines; they sum to `partial`.
    List<Line> lines(long partial) {
        List<Event> ratings = ratings();
        List<Event> waiting = List.of();
        if (explanation != null) {
            ratings = explanation.ratings();
            waiting = explanation.waiting();
        }
        if (ratings.isEmpty()) {
            line(null, partial, "No ratings yet");
        } else {
            explain(ratings, partial);
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

    private void explain(List<Event> ratings, long partial) {
        if (rated.open() && ratings.size() == 1) {
            line(ratings.getFirst(), partial, text(ratings.getFirst()));
            return;
        }
        List<List<Event>> groups = fewer(rated.open() ? single(ratings) : byPeriod(ratings));
        if (groups.isEmpty()) {
            line(null, partial, ratings(ratings.size()) + " by fewer than five people");
            return;
        }
        int grouped = groups.stream().mapToInt(List::size).sum();
        if (groups.size() == 1 && grouped == ratings.size()) {
            line(null, partial, words(ratings));
            return;
        }
        long told = 0;
        for (List<Event> group : groups) {
            long brought = partial - without(group);
            told += brought;
            if (rated.open() && group.size() == 1) {
                line(group.getFirst(), brought, text(group.getFirst()));
            } else {
                line(null, brought, words(group));
            }
        }
        int alone = ratings.size() - grouped;
        if (told != partial || alone > 0) {
            line(null, partial - told, together(ratings, alone));
        }
    }

    /// What is told of the ratings that no group could hold, and of what goes beyond each.
    private String together(List<Event> all, int alone) {
        if (alone == 0) {
            return words(all) + ": what they make together, beyond each by itself";
        }
        return ratings(alone)
                + " more by fewer than five people, and what all "
                + all.size()
                + " make together, beyond each group by itself";
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
        if (explanation != null) {
            return explanation.without(gone);
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

    /// At most so many lines as are told: the oldest become one.
    private List<List<Event>> fewer(List<List<Event>> groups) {
        boolean anew = explanation != null && explanation.beginsAnew();
        int beyond = groups.size() - (anew ? MOST_ANEW : MOST);
        if (beyond <= 0) {
            return groups;
        }
        List<Event> older = new ArrayList<>();
        groups.subList(0, beyond + 1).forEach(older::addAll);
        List<List<Event>> fewer = new ArrayList<>();
        fewer.add(older);
        fewer.addAll(groups.subList(beyond + 1, groups.size()));
        return fewer;
    }

    private static List<List<Event>> single(List<Event> ratings) {
        return ratings.stream().map(List::of).toList();
    }

    /// Whole periods together until at least five people have rated; what is left since is in none.
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
        if (raters.size() >= LEAST) {
            groups.add(group);
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
