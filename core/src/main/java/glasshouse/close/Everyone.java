package glasshouse.close;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/// Everybody's admissible events until an instant, and the closes over them.
///
/// For questions about one person, and as the plain twin of hosts that keep columns: people are
/// numbered in the order of their names, and every account is folded anew for each day.
public final class Everyone {
    private final Plan plan;
    private final int day;
    private final List<Event> events;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Encounters encounters;
    private final List<Event> met = new ArrayList<>();
    private final Closed closed;

    private Everyone(Plan plan, Collection<Event> admissible, Instant asOf) {
        this.plan = plan;
        var calendar = new Calendar(plan.scheme().header().zone());
        day = calendar.day(asOf);
        events =
                admissible.stream()
                        .filter(event -> !event.happenedAt().isAfter(asOf))
                        .sorted(Event.IN_ORDER)
                        .toList();
        for (Event event : events) {
            number(event.person());
            if (event.counterparty() != null) {
                number(event.counterparty());
            }
        }
        var builder = new Encounters.Builder(numbers.size());
        for (Event event : events) {
            int signal = plan.signal(event.signal());
            String other = event.counterparty();
            if (signal != Plan.UNKNOWN && other != null) {
                met.add(event);
                int happened = Math.max(0, calendar.day(event.happenedAt()));
                builder.add(
                        number(event.person()),
                        number(other),
                        signal,
                        event.valueMicro(),
                        happened);
            }
        }
        encounters = builder.build();
        var closes = new Closes(plan);
        long[][] raw = accounts(closes.days(day), calendar);
        closed = closes.of(encounters, (person, at) -> raw[at][person], this::find, day);
    }

    /// Closes over events that count, as of an instant.
    public static Everyone of(Plan plan, Collection<Event> admissible, Instant asOf) {
        return new Everyone(plan, admissible, asOf);
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, _ -> numbers.size());
    }

    private int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /// The scores of all accounts on some days, from what happened before each.
    private long[][] accounts(int[] days, Calendar calendar) {
        var raw = new long[days.length][numbers.size()];
        var accounts = new Account[numbers.size()];
        java.util.Arrays.setAll(accounts, _ -> new Account());
        var readout = new Readout(plan);
        var occurrence = new Occurrence();
        int next = 0;
        for (int at = 0; at < days.length; at++) {
            for (; next < events.size(); next++) {
                Event event = events.get(next);
                if (calendar.day(event.happenedAt()) >= days[at]) {
                    break;
                }
                post(accounts, event, calendar, occurrence);
            }
            for (int person = 0; person < accounts.length; person++) {
                readout.read(accounts[person], days[at]);
                raw[at][person] = readout.rawMicro();
            }
        }
        return raw;
    }

    private void post(Account[] accounts, Event event, Calendar calendar, Occurrence occurrence) {
        if (occurrence.see(plan, calendar, event, false)) {
            plan.add(accounts[number(event.person())], occurrence);
        }
        String other = event.counterparty();
        if (other != null && occurrence.see(plan, calendar, event, true)) {
            plan.add(accounts[number(other)], occurrence);
        }
    }

    /// Gives the account of a person, just read on the day, its closed points.
    public void complete(Readout readout, String person) {
        int number = find(person);
        if (number >= 0) {
            closed.complete(readout, number);
        }
    }

    /// A person's points of a characteristic by the last close.
    public long partialMicro(int characteristic, String person) {
        int number = find(person);
        return number < 0 ? 0 : closed.partialMicro(characteristic, number);
    }

    /// The events that made up a person's rating at the last close, in order; what came since waits
    /// for the next.
    public Counted counted(int characteristic, String person) {
        RatedClose close = new Closes(plan).rated(characteristic, this::find);
        int closeDay = close.lastClose(day);
        int number = find(person);
        var counted = new ArrayList<Event>();
        var waiting = new ArrayList<Event>();
        for (int row = 0; row < encounters.size(); row++) {
            if (encounters.counterparty(row) == number && close.reads(encounters, row)) {
                (close.counts(encounters, row, closeDay) ? counted : waiting).add(met.get(row));
            }
        }
        return new Counted(closeDay, counted, waiting);
    }

    /// Ratings of a person that counted at the last close, and those that wait for the next.
    public record Counted(int closeDay, List<Event> ratings, List<Event> waiting) {
        public Counted {
            ratings = List.copyOf(ratings);
            waiting = List.copyOf(waiting);
        }
    }

    /// What a person's rating would bring had some ratings never been given, to anybody's standing.
    public long partialWithout(int characteristic, String person, Collection<Event> gone) {
        RatedClose close = new Closes(plan).rated(characteristic, this::find);
        Set<Event> left = new HashSet<>(gone);
        IntPredicate kept = row -> !left.contains(met.get(row));
        return close.points(encounters, close.lastClose(day), kept)[find(person)];
    }
}
