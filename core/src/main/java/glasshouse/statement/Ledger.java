package glasshouse.statement;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// One person's admissible events until an instant, in order, and the fold of them.
public record Ledger(String person, List<Event> events) {
    /// The events that name the person and happened by `asOf`, from all that count.
    public static Ledger of(String person, Collection<Event> admissible, Instant asOf) {
        return new Ledger(
                person,
                admissible.stream()
                        .filter(event -> concerns(event, person))
                        .filter(event -> !event.happenedAt().isAfter(asOf))
                        .sorted(Event.IN_ORDER)
                        .toList());
    }

    private static boolean concerns(Event event, String person) {
        return event.person().equals(person) || person.equals(event.counterparty());
    }

    /// Whether the person is the counterparty of an event rather than the one who acted.
    public boolean asCounterparty(Event event) {
        return !event.person().equals(person);
    }

    /// The account that these events add up to.
    public Account fold(Plan plan) {
        var account = new Account();
        var calendar = new Calendar(plan.scheme().header().zone());
        var occurrence = new Occurrence();
        for (Event event : events) {
            if (see(plan, calendar, event, occurrence)) {
                plan.add(account, occurrence);
            }
        }
        return account;
    }

    /// Fills an occurrence with an event as this person sees it; false where the scheme has no such
    /// signal.
    public boolean see(Plan plan, Calendar calendar, Event event, Occurrence occurrence) {
        return occurrence.see(plan, calendar, event, asCounterparty(event));
    }
}
