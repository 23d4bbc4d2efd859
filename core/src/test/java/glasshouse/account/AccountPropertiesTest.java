package glasshouse.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.event.Event;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Ledger;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The account is a pure function of the set of events, and forgets exactly.
class AccountPropertiesTest {
    private static final int RUNS = 1000;

    @Test
    void orderLeavesNoTrace() {
        Property.check(
                "order",
                RUNS,
                choices -> {
                    Plan plan = Plan.of(Fixture.scheme(choices));
                    List<Event> events = Fixture.events(choices);
                    assertEquals(fold(plan, events), fold(plan, shuffled(choices, events)));
                });
    }

    @Test
    void whatIsRetractedLeavesNoTrace() {
        Property.check(
                "retraction",
                RUNS,
                choices -> {
                    Plan plan = Plan.of(Fixture.scheme(choices));
                    List<Event> events = Fixture.events(choices);
                    List<Event> kept = some(choices, events);
                    Account account = fold(plan, shuffled(choices, events));
                    for (Event event : events) {
                        if (!kept.contains(event)) {
                            post(plan, account, event, false);
                        }
                    }
                    assertEquals(fold(plan, kept), account);
                });
    }

    @Test
    void partsMergeToTheWhole() {
        Property.check(
                "merge",
                RUNS,
                choices -> {
                    Plan plan = Plan.of(Fixture.scheme(choices));
                    List<Event> events = Fixture.events(choices);
                    List<Event> here = some(choices, events);
                    List<Event> there = new ArrayList<>(events);
                    there.removeAll(here);
                    Account merged = fold(plan, there);
                    merged.merge(fold(plan, here));
                    assertEquals(fold(plan, events), merged);
                });
    }

    @Test
    void bytesHoldTheWholeAccount() {
        Property.check(
                "bytes",
                RUNS,
                choices -> {
                    Account account =
                            fold(Plan.of(Fixture.scheme(choices)), Fixture.events(choices));
                    byte[] bytes = AccountBytes.of(account);
                    assertEquals(account, AccountBytes.read(bytes));
                    assertArrayEquals(bytes, AccountBytes.of(AccountBytes.read(bytes)));
                });
    }

    @Test
    void damagedBytesAreRefused() {
        Property.check(
                "damaged bytes",
                RUNS,
                choices -> {
                    Account account =
                            fold(Plan.of(Fixture.scheme(choices)), Fixture.events(choices));
                    byte[] bytes = AccountBytes.of(account);
                    int cut = choices.intBetween(0, bytes.length - 1);
                    assertThrows(
                            IllegalArgumentException.class,
                            () -> AccountBytes.read(Arrays.copyOf(bytes, cut)));
                });
    }

    /// A host has kept such bytes since version 1; a change of them needs a new version.
    @Test
    void theFormStaysAsItIs() {
        var account = new Account();
        account.add(Key.of(0, 0), 0, 5_000_000);
        account.add(Key.of(2, 20_000), 0, -1);
        account.add(Key.of(2, 20_001, 3), -7, 300);
        assertEquals(
                "03000080ade204" + "08a09c0101" + "0301030dd804",
                HexFormat.of().formatHex(AccountBytes.of(account)));
        assertEquals(1, AccountBytes.VERSION);
    }

    @Test
    void settlingChangesNoLaterScore() {
        Property.check(
                "settling",
                RUNS,
                choices -> {
                    Scheme scheme = Fixture.scheme(choices);
                    Plan plan = Plan.of(scheme);
                    List<Event> events = Fixture.events(choices);
                    int settled = Fixture.day(choices, scheme, events);
                    int day = settled + choices.intBetween(0, 1000);
                    Account account = fold(plan, events);
                    var before = new Readout(plan);
                    before.read(account, day);
                    plan.settle(account, settled);
                    var after = new Readout(plan);
                    after.read(account, day);
                    assertEquals(before.score(), after.score());
                });
    }

    @Test
    void settlingBoundsTheStateOfWhatExpires() {
        Property.check(
                "bounded state",
                RUNS / 10,
                choices -> {
                    Scheme scheme =
                            Fixture.scheme(
                                    List.of(Fixture.accrual(choices, "c")),
                                    java.time.ZoneId.of("UTC"));
                    Plan plan = Plan.of(scheme);
                    Account account = fold(plan, Fixture.events(choices));
                    plan.settle(account, 80_000);
                    boolean expires =
                            Arrays.stream(((Part.Accrual) plan.parts().getFirst()).lanes())
                                    .allMatch(lane -> lane.weights().horizon() < 50_000);
                    choices.assume(expires);
                    boolean halves = fadesWithoutEnd(plan);
                    assertTrue(halves || account.size() == 0, account::toString);
                });
    }

    private static boolean fadesWithoutEnd(Plan plan) {
        return Arrays.stream(((Part.Accrual) plan.parts().getFirst()).lanes())
                .anyMatch(lane -> lane.store() == Part.Store.HALVING);
    }

    private static List<Event> shuffled(Choices choices, List<Event> events) {
        var rest = new ArrayList<>(events);
        var shuffled = new ArrayList<Event>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(choices.intBetween(0, rest.size() - 1)));
        }
        return shuffled;
    }

    private static List<Event> some(Choices choices, List<Event> events) {
        return events.stream().filter(_ -> choices.bool()).toList();
    }

    private static Account fold(Plan plan, List<Event> events) {
        var account = new Account();
        events.forEach(event -> post(plan, account, event, true));
        return account;
    }

    private static void post(Plan plan, Account account, Event event, boolean add) {
        var occurrence = new Occurrence();
        var calendar = new Calendar(plan.scheme().header().zone());
        new Ledger(Fixture.PERSON, List.of()).see(plan, calendar, event, occurrence);
        if (add) {
            plan.add(account, occurrence);
        } else {
            plan.retract(account, occurrence);
        }
    }
}
