package glasshouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.event.Event;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Ledger;
import glasshouse.testkit.Property;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The dense reckoning against the account that is its plain twin.
class ReckonerTest {
    private static final int RUNS = 3000;

    @Test
    void reckonsWhatTheAccountReads() {
        var reckoned = new AtomicInteger();
        Property.check(
                "reckoning is reading an account",
                RUNS,
                choices -> {
                    Scheme scheme = Fixture.scheme(choices);
                    Plan plan = Plan.of(scheme);
                    List<Event> events = Fixture.events(choices);
                    int day = Fixture.day(choices, scheme, events);
                    var found = Reckoner.of(plan, day);
                    if (found.isPresent()) {
                        reckoned.incrementAndGet();
                        Reckoner reckoner = found.get();
                        check(plan, reckoner, List.of(), day);
                        check(plan, reckoner, events, day);
                        check(
                                plan,
                                reckoner,
                                events.subList(events.size() / 2, events.size()),
                                day);
                    }
                });
        assertTrue(reckoned.get() > RUNS / 10, reckoned + " schemes were reckoned");
    }

    private static void check(Plan plan, Reckoner reckoner, List<Event> events, int day) {
        var account = new Account();
        var calendar = new Calendar(plan.scheme().header().zone());
        var occurrence = new Occurrence();
        reckoner.clear();
        for (Event event : events) {
            new Ledger(Fixture.PERSON, List.of()).see(plan, calendar, event, occurrence);
            plan.add(account, occurrence);
            reckoner.add(
                    occurrence.signal,
                    occurrence.asCounterparty,
                    occurrence.valueMicro,
                    occurrence.day);
        }
        var readout = new Readout(plan);
        readout.read(account, day);
        reckoner.read();
        for (int i = 0; i < plan.scheme().characteristics().size(); i++) {
            String name = plan.scheme().characteristics().get(i).name();
            assertEquals(readout.partialMicro(i), reckoner.partialMicro(i), name);
        }
        assertEquals(readout.scoreMicro(), reckoner.scoreMicro());
        assertEquals(readout.bandIndex(), reckoner.bandIndex());
    }
}
