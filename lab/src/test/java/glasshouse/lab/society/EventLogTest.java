package glasshouse.lab.society;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Account;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.event.Event;
import glasshouse.lab.Schemes;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.service.Offer;
import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The events of a society, folded exactly, give the scores that its people lived with.
class EventLogTest {
    private static final int PEOPLE = 1_500;
    private static final int LISTENED = 1_200;
    private static final int STEPS = 60;

    private static Society society(Scheme scheme, int threads) {
        var world =
                new World(
                        PopulationFile.city(),
                        PEOPLE,
                        5,
                        7,
                        LocalDate.of(2020, 1, 6),
                        Optional.of(scheme),
                        Set.of(),
                        Optional.empty());
        return new Society(world, threads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fico", "schufa-2026", "lender", "rongcheng-classic"})
    void foldedExactlyTheyGiveThePublishedScores(String name) {
        Scheme scheme = Schemes.shipped(name);
        Plan plan = Plan.of(scheme);
        var accounts = new Account[LISTENED];
        Arrays.setAll(accounts, _ -> new Account());
        try (var society = society(scheme, 2)) {
            EventLog log = society.listen(LISTENED);
            for (int step = 0; step < STEPS; step++) {
                society.step();
                log.take().forEach(event -> fold(plan, accounts, event, scheme));
            }
            var readout = new Readout(plan);
            int day = society.step(STEPS - 1).day();
            for (int person = 0; person < LISTENED; person++) {
                readout.read(accounts[person], day);
                long lived = Offer.micro(scheme.scale(), society.people().score(person));
                long apart = Math.abs(readout.scoreMicro() - lived);
                assertTrue(
                        apart <= scheme.scale().precisionMicro(),
                        name + ", person " + person + ": apart by " + apart);
            }
        }
    }

    private static void fold(Plan plan, Account[] accounts, Event event, Scheme scheme) {
        var occurrence = new Occurrence();
        occurrence.signal = plan.signal(event.signal());
        occurrence.asCounterparty = event.person().equals(EventLog.SOMEBODY_ELSE);
        String who = occurrence.asCounterparty ? event.counterparty() : event.person();
        occurrence.valueMicro = event.valueMicro();
        var at = event.happenedAt().atZone(scheme.header().zone());
        occurrence.day = (int) at.toLocalDate().toEpochDay();
        occurrence.microsOfDay = at.toLocalTime().toNanoOfDay() / 1000;
        occurrence.source = 1;
        String tie = event.reference() == null ? event.name().id() : event.reference();
        occurrence.reference = tie.hashCode();
        if (who != null) {
            plan.add(accounts[Integer.parseInt(who)], occurrence);
        }
    }

    @Test
    void threadsLeaveNoTrace() {
        assertEquals(events(1), events(3));
    }

    @Test
    void ratingsAreReportedWhereASchemeHasThem() {
        List<Event> events = new ArrayList<>();
        Scheme nosedive = Schemes.shipped("nosedive");
        try (var society = society(nosedive, 1)) {
            EventLog log = society.listen(100);
            society.step();
            events.addAll(log.take());
        }
        assertTrue(
                events.stream()
                        .anyMatch(
                                each ->
                                        each.counterparty() != null
                                                && each.valueMicro() >= 1_000_000
                                                && each.valueMicro() <= 5_000_000));
    }

    private static List<Event> events(int threads) {
        var events = new ArrayList<Event>();
        try (var society = society(Schemes.shipped("sesame-2017"), threads)) {
            EventLog log = society.listen(LISTENED);
            for (int step = 0; step < 4; step++) {
                society.step();
                events.addAll(log.take());
            }
        }
        return events;
    }
}
