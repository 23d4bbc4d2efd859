package glasshouse.bureau.inquiry;

import glasshouse.account.Account;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import glasshouse.statement.Ledger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How a person's score went: every day on which it changed.
public final class Readings {
    private Readings() {}

    /// From this day on the score was this.
    public record Reading(LocalDate day, long scoreMicro, int band) {}

    /// The course of a score until an instant, from the events that count; `plan` is that of the
    /// edition asked about. One read-out a day.
    public static List<Reading> course(
            Plan plan, String person, List<Event> admissible, Instant asOf) {
        var ledger = Ledger.of(person, admissible, asOf);
        var readings = new ArrayList<Reading>();
        if (ledger.events().isEmpty()) {
            return readings;
        }
        var calendar = new Calendar(plan.scheme().header().zone());
        var readout = new Readout(plan);
        var account = new Account();
        var occurrence = new Occurrence();
        List<Event> events = ledger.events();
        int next = 0;
        int last = calendar.day(asOf);
        for (int day = calendar.day(events.getFirst().happenedAt()); day <= last; day++) {
            while (next < events.size() && calendar.day(events.get(next).happenedAt()) <= day) {
                if (ledger.see(plan, calendar, events.get(next++), occurrence)) {
                    plan.add(account, occurrence);
                }
            }
            readout.read(account, day);
            if (readings.isEmpty() || readings.getLast().scoreMicro() != readout.scoreMicro()) {
                readings.add(
                        new Reading(
                                LocalDate.ofEpochDay(day),
                                readout.scoreMicro(),
                                readout.bandIndex()));
            }
        }
        return readings;
    }
}
