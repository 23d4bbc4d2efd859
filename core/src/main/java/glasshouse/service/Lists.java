package glasshouse.service;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.close.Closes;
import glasshouse.close.EveryDay;
import glasshouse.event.Event;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Who is on which list, and since when: a pure function of a person's events, or of everybody's
/// where the scheme [needs closes](Plan#needsCloses); these are then what callers give.
///
/// At the close of each day, from the first event on, a person's score is read. Where the entry
/// condition of a list holds, notice is given; where it has held through the days of notice, the
/// person enters on the day after them (at once without notice). One leaves where the exit
/// condition holds, or when the entry expires; after that, entry begins with notice again. A
/// condition on another list sees that list as of the day before, so that the order of lists does
/// not matter.
public final class Lists {
    private final Plan plan;
    private final Scheme scheme;
    private final ListRules rules;

    /// A stretch of days on a list. `until` is the first day off it, `LocalDate.MAX` while on it.
    public record Entry(String list, LocalDate noticed, LocalDate from, LocalDate until) {}

    public Lists(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
        rules = new ListRules(scheme);
    }

    /// Every stretch on every list until an instant, as far as the events that happened by then
    /// tell.
    public List<Entry> history(String person, List<Event> admissible, Instant asOf) {
        return course(person, admissible, asOf).entries();
    }

    /// The lists of which a person has notice at an instant and on which they are not yet: `from`
    /// is the day on which they will be, if the condition goes on to hold.
    public List<Entry> noticed(String person, List<Event> admissible, Instant asOf) {
        return course(person, admissible, asOf).noticed();
    }

    /// The lists that a person is on at an instant, as bits in the order of the scheme.
    public long on(String person, List<Event> admissible, Instant asOf) {
        return course(person, admissible, asOf).on();
    }

    private ListCourse course(String person, List<Event> admissible, Instant asOf) {
        var course = new ListCourse(rules);
        Ledger ledger = Ledger.of(person, admissible, asOf);
        if (ledger.events().isEmpty() || rules.isEmpty()) {
            return course;
        }
        var calendar = new Calendar(scheme.header().zone());
        var readout = new Readout(plan);
        var account = new Account();
        var occurrence = new Occurrence();
        var standing = new Standing();
        standing.partials = new long[scheme.characteristics().size()];
        var closes = new Closes(plan);
        EveryDay everyone = plan.needsCloses() ? new EveryDay(plan, admissible, asOf) : null;
        boolean closed = false;
        int last = calendar.day(asOf);
        int next = 0;
        List<Event> events = ledger.events();
        for (int day = calendar.day(events.getFirst().happenedAt()); day <= last; day++) {
            while (next < events.size() && calendar.day(events.get(next).happenedAt()) <= day) {
                if (ledger.see(plan, calendar, events.get(next++), occurrence)) {
                    plan.add(account, occurrence);
                }
            }
            readout.read(account, day);
            if (everyone != null) {
                if (!closed || closes.fallOn(day)) {
                    everyone.to(day);
                    closed = true;
                }
                everyone.complete(readout, person);
            }
            standing.of(readout);
            course.close(day, standing);
        }
        return course;
    }
}
