package glasshouse.close;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everybody's admissible events until an instant, and the closes over them on one day after
/// another.
///
/// For questions about one person, and as the plain twin of hosts that keep columns: people are
/// numbered in the order of the events. Days that rise cost least: accounts are folded on, and what
/// earlier days came to is kept as long as contacts look back. Owned by one thread.
public final class EveryDay {
    private static final int MOST_KEPT = 2 * Closes.HORIZON;

    private final Plan plan;
    private final Calendar calendar;
    private final List<Event> events;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Encounters encounters;
    private final List<Event> met = new ArrayList<>();
    private final Closes closes;
    private final RatedInTurn rated;
    private final TreeMap<Integer, long[]> raw = new TreeMap<>();
    private Account[] accounts = new Account[0];
    private int folded;
    private int foldedDay = Integer.MIN_VALUE;
    private Closed closed = new Closed(new long[0][]);

    public EveryDay(Plan plan, Collection<Event> admissible, Instant asOf) {
        this.plan = plan;
        calendar = new Calendar(plan.scheme().header().zone());
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
        closes = new Closes(plan);
        rated = new RatedInTurn(closes, encounters, this::find);
    }

    private int number(String name) {
        return numbers.computeIfAbsent(name, _ -> numbers.size());
    }

    private int find(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /// Turns to what the last closes on or before a day say.
    public void to(int day) {
        int[] days = closes.days(day);
        long[][] scores = Arrays.stream(days).mapToObj(this::raw).toArray(long[][]::new);
        closed = closes.of(encounters, (person, at) -> scores[at][person], rated, day);
    }

    /// The scores of all accounts on a day, from what happened before it.
    private long[] raw(int day) {
        long[] known = raw.get(day);
        if (known != null) {
            return known;
        }
        foldTo(day);
        var readout = new Readout(plan);
        var scores = new long[accounts.length];
        for (int person = 0; person < accounts.length; person++) {
            readout.read(accounts[person], day);
            scores[person] = readout.rawMicro();
        }
        raw.put(day, scores);
        if (raw.size() > MOST_KEPT) {
            raw.pollFirstEntry();
        }
        return scores;
    }

    private void foldTo(int day) {
        if (day < foldedDay || accounts.length == 0) {
            accounts = new Account[numbers.size()];
            Arrays.setAll(accounts, _ -> new Account());
            folded = 0;
        }
        foldedDay = day;
        var occurrence = new Occurrence();
        while (folded < events.size() && calendar.day(events.get(folded).happenedAt()) < day) {
            post(events.get(folded++), occurrence);
        }
    }

    private void post(Event event, Occurrence occurrence) {
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

    /// How a person's rating came about at the last close on or before a day.
    Explanation explain(int characteristic, String person, int day) {
        RatedClose close = closes.rated(characteristic, this::find);
        return new Explanation(close, encounters, met, find(person), close.lastClose(day));
    }
}
