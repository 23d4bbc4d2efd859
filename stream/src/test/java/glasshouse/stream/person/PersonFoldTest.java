package glasshouse.stream.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glasshouse.account.Account;
import glasshouse.account.AccountBytes;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.service.Lists;
import glasshouse.stream.name.Booking;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Move;
import glasshouse.stream.person.Result.Published;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A person in the stream has the score and the lists that the core gives them, however events come
/// and whenever days are closed.
class PersonFoldTest {
    private static final int FIRST = (int) LocalDate.of(2026, 1, 1).toEpochDay();
    private static final int DAYS = 120;

    private static final Plan PLAN =
            plan(
                    """
                    scheme: shop
                    version: "1"
                    realm: live
                    title: A shop
                    description: Bills at a shop.
                    valid-from: 2026-01-01
                    time-zone: Europe/Amsterdam
                    operator: A shop
                    purpose: paying later
                    enrolment: contract
                    scale: {floor: 350, initial: 600, ceiling: 950}
                    bands:
                      low: {from: 350, colour: "#b2182b", title: Low}
                      high: {from: 600, colour: "#1a9850", title: High}
                    signals:
                      bill.paid: {context: credit, nature: payment, gravity: good, title: Paid}
                      bill.missed:
                        context: credit
                        nature: payment
                        gravity: breach
                        title: Bill missed
                    characteristics:
                      paying:
                        kind: accrual
                        title: Paying
                        reason: {code: P1, text: Bills were missed}
                        fade: linear 60d
                        signals:
                          bill.paid: {points: 10, limit: 20 points per month}
                          bill.missed: {points: -40}
                      misses:
                        kind: binned
                        title: Bills missed this month
                        measure: count
                        signals: [bill.missed]
                        window: 30d
                        bins:
                          - {below: 1, points: 10}
                          - {points: -30, reason: {code: M1, text: A bill was missed this month}}
                    lists:
                      prepay:
                        title: Pays before
                        kind: blacklist
                        notice: 5d
                        enter: {score: {below: 560}}
                        exit: {score: {at-least: 580}}
                        expires: 30d
                        review: 10d
                    rights:
                      statement: yes
                      explanation: yes
                      dispute: 30d
                      human-review: yes
                      rectification: yes
                      erasure: yes
                      withdrawal: yes
                      export: yes
                    """);

    private static Plan plan(String text) {
        return switch (SchemeCompiler.compile("shop.yaml", text, Library.EMPTY)) {
            case Compilation.Compiled(var scheme) -> Plan.of(scheme);
            case Compilation.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Test
    void listsAreThoseOfTheWholeHistoryHoweverDaysAreClosed() {
        Property.check(
                "lists",
                1000,
                choices -> {
                    List<Event> events = choices.listOf(1, 14, PersonFoldTest::event);
                    int until = FIRST + DAYS;
                    List<Result> results = run(choices, events, until);
                    Instant end = begin(until).minusNanos(1000);
                    List<Event> sorted = events.stream().sorted(Event.IN_ORDER).toList();
                    assertEquals(
                            stretches(new Lists(PLAN).history("ann", sorted, end)),
                            stretches(results));
                });
    }

    @Test
    void theScoreIsThatOfAllEventsHoweverDaysAreClosed() {
        Property.check(
                "scores",
                1000,
                choices -> {
                    List<Event> events = choices.listOf(1, 14, PersonFoldTest::event);
                    int until = FIRST + DAYS;
                    List<Result> results = run(choices, events, until);
                    long last = 0;
                    for (Result result : results) {
                        last = result instanceof Published score ? score.scoreMicro() : last;
                    }
                    assertEquals(score(events, until), last);
                });
    }

    @Test
    void whatExpiredLeavesTheState() {
        var fold = new PersonFold(PLAN);
        Life life = fold.born("ann");
        fold.book(life, new Booking(event(FIRST, "bill.missed", 1), false, false));
        fold.close(life, FIRST + 500, _ -> {});
        assertEquals(0, fold.state(life).open().size());
        assertEquals(new Account(), AccountBytes.read(fold.state(life).settled()));
    }

    @Test
    void aScoreIsPublishedOfADay() {
        var fold = new PersonFold(PLAN);
        Life life = fold.born("ann");
        fold.book(life, new Booking(event(FIRST, "unheard.of", 1), false, false));
        assertThrows(
                IllegalArgumentException.class, () -> new PersonState.Last(PersonState.NONE, 0, 0));
        fold.publish(life, FIRST, _ -> {});
        PersonState state = fold.state(life);
        assertEquals(state.last(), fold.of("ann", state).last);
    }

    @Test
    void whoseEventsAreAllTakenBackIsGone() {
        var fold = new PersonFold(PLAN);
        Life life = fold.born("ann");
        Event event = event(FIRST, "bill.missed", 1);
        var results = new ArrayList<Result>();
        fold.book(life, new Booking(event, false, false));
        fold.publish(life, FIRST, results::add);
        fold.book(life, new Booking(event, false, true));
        fold.publish(life, FIRST, results::add);
        assertEquals(new Result.Gone("ann"), results.getLast());
    }

    /// Books events as they come, out of order within some days, and closes days that no event may
    /// come for any more, now and then, each time from the bytes that were kept.
    private static List<Result> run(Choices choices, List<Event> events, int until) {
        var fold = new PersonFold(PLAN);
        var results = new ArrayList<Result>();
        Life life = fold.born("ann");
        var waiting = new ArrayList<>(events.stream().sorted(Event.IN_ORDER).toList());
        while (!waiting.isEmpty()) {
            int next = choices.intBetween(0, Math.min(2, waiting.size() - 1));
            Event event = waiting.remove(next);
            fold.book(life, new Booking(event, false, false));
            int day = fold.day(event.happenedAt().toEpochMilli());
            if (choices.bool()) {
                fold.publish(life, day, results::add);
            }
            int oldest =
                    waiting.stream()
                            .mapToInt(each -> fold.day(each.happenedAt().toEpochMilli()))
                            .min()
                            .orElse(until);
            if (choices.bool()) {
                fold.close(life, Math.min(day, oldest - 1), results::add);
            }
            life = fold.of("ann", fold.state(life));
        }
        fold.close(life, until - 1, results::add);
        fold.publish(life, until, results::add);
        return results;
    }

    private static long score(List<Event> events, int day) {
        var account = new Account();
        var occurrence = new Occurrence();
        for (Event event : events) {
            occurrence.see(PLAN, new Calendar(PLAN.scheme().header().zone()), event, false);
            PLAN.add(account, occurrence);
        }
        var readout = new Readout(PLAN);
        readout.read(account, day);
        return readout.scoreMicro();
    }

    private static Set<String> stretches(List<Lists.Entry> entries) {
        var stretches = new TreeSet<String>();
        for (Lists.Entry entry : entries) {
            stretches.add("ENTERED " + entry.from());
            if (!entry.until().equals(LocalDate.MAX)) {
                stretches.add("LEFT " + entry.until());
            }
        }
        return stretches;
    }

    private static Set<String> stretches(Iterable<Result> results) {
        var stretches = new TreeSet<String>();
        for (Result result : results) {
            if (result instanceof ListMove(_, LocalDate day, _, Move move)
                    && (move == Move.ENTERED || move == Move.LEFT)) {
                stretches.add(move + " " + day);
            }
        }
        return stretches;
    }

    private static Event event(Choices choices) {
        return event(
                FIRST + choices.intBetween(0, DAYS - 1),
                choices.oneOf(List.of("bill.paid", "bill.missed")),
                choices.longBetween(0, Long.MAX_VALUE));
    }

    private static Event event(int day, String signal, long id) {
        Instant at = begin(day).plus(Duration.ofHours(9));
        return new Event(
                new EventName("shop", String.valueOf(id)), "ann", null, signal, 0, at, at, null);
    }

    private static Instant begin(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(PLAN.scheme().header().zone()).toInstant();
    }
}
