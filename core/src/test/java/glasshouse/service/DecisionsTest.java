package glasshouse.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Period;
import glasshouse.scheme.Quota;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.statement.Ledger;
import glasshouse.testkit.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a service answers, why, and what would change it; and who is on a list when.
class DecisionsTest {
    private static final Scheme SCHEME = scheme();
    private static final Plan PLAN = Plan.of(SCHEME);
    private static final Instant DAY = Instant.parse("2020-06-30T12:00:00Z");

    private static Scheme scheme() {
        String text =
                """
                scheme: decisions
                version: 1
                realm: synthetic
                valid-from: 2020-01-01
                scale: {floor: 300, initial: 600, ceiling: 900}
                bands:
                  low: {from: 300, colour: "#b2182b"}
                  high: {from: 650, colour: "#1a9850"}
                signals:
                  late: {context: credit}
                  paid: {context: credit}
                  asked: {context: credit}
                characteristics:
                  payments:
                    kind: accrual
                    reason: {code: P1, text: Payments were late}
                    signals:
                      late: {points: -50, fade: half-life 30d}
                      paid: {points: 25}
                  inquiries:
                    kind: binned
                    measure: count
                    signals: [asked]
                    bins:
                      - {below: 2, points: 10}
                      - {points: -15, reason: {code: Q1, text: Credit was asked for often}}
                services:
                  loan:
                    context: credit
                    effect: price
                    unit: "% a year"
                    significant: true
                    rules:
                      - {when: {list: slow}, outcome: refused, reason: {code: L1, text: Listed}}
                      - {when: {score: {below: 550}}, outcome: refused}
                      - {when: {score: {below: 580}}, outcome: review}
                      - {price: [[580, 12], [700, 4]]}
                  seat:
                    context: travel
                    effect: access
                    rules: [{outcome: granted}]
                lists:
                  slow:
                    kind: blacklist
                    enter: {score: {below: 520}}
                    exit: {score: {at-least: 560}}
                    notice: 5d
                """;
        return switch (SchemeCompiler.compile("decisions.yaml", text, Library.EMPTY)) {
            case Compilation.Compiled compiled -> compiled.scheme();
            case Compilation.Refused refused -> fail(refused.problems().toString());
        };
    }

    @Test
    void whoHasTheBestGetsNoReasons() {
        Decision decision = decide("loan", 0, paid(4));
        assertEquals(Outcome.GRANTED, decision.outcome());
        assertEquals(Micro.of(4), decision.priceMicro());
        assertEquals(List.of(), decision.reasons());
        assertNull(decision.change());
    }

    @Test
    void aRefusalNamesWhatCostMostFirstAndWhatWouldChangeIt() {
        var events = new ArrayList<>(late(2));
        events.addAll(asked(3));
        Decision decision = decide("loan", 0, events);
        assertEquals(Outcome.REFUSED, decision.outcome());
        assertEquals(List.of("P1", "Q1"), codes(decision));
        assertEquals(
                new Decision.Change(Micro.of(550), Outcome.REVIEW, false, 0), decision.change());
        assertTrue(decision.humanReview());
    }

    @Test
    void aListedPersonIsToldSoFirst() {
        assertEquals(List.of("L1", "P1"), codes(decide("loan", 1, late(1))));
    }

    @Test
    void aWorsePriceHasReasonsAndABetterOneIsNamed() {
        Decision decision = decide("loan", 0, asked(2));
        assertEquals(Outcome.GRANTED, decision.outcome());
        assertEquals(List.of("Q1"), codes(decision));
        assertEquals(
                new Decision.Change(Micro.of(700), Outcome.GRANTED, true, Micro.of(4)),
                decision.change());
    }

    @Test
    void theDecisionIsThatOfThePlainRules() {
        Service loan = service("loan");
        Property.check(
                "decision",
                2000,
                choices -> {
                    var events = new ArrayList<>(late(choices.intBetween(0, 4)));
                    events.addAll(paid(choices.intBetween(0, 4)));
                    events.addAll(asked(choices.intBetween(0, 4)));
                    long lists = choices.intBetween(0, 1);
                    Readout readout = read(events);
                    Decision decision = new Decisions(PLAN, loan).decide(readout, lists);
                    Rule rule =
                            loan.rules().stream()
                                    .filter(each -> holds(each.when(), readout, lists))
                                    .findFirst()
                                    .orElseThrow();
                    assertEquals(rule.outcome(), decision.outcome());
                    Curve price = rule.price();
                    assertEquals(
                            price == null ? 0 : price.at(readout.scoreMicro()),
                            decision.priceMicro());
                    for (Reason reason : decision.reasons()) {
                        boolean cost =
                                switch (reason.code()) {
                                    case "P1" -> readout.partialMicro(0) < 0;
                                    case "Q1" -> readout.partialMicro(1) < 0;
                                    default -> lists == 1;
                                };
                        assertTrue(cost, () -> reason + " cost nothing");
                    }
                });
    }

    /// The plain twin of [Check].
    private static boolean holds(Condition condition, Readout readout, long lists) {
        return switch (condition) {
            case Condition.Always _ -> true;
            case Condition.Score score ->
                    readout.scoreMicro() >= score.atLeastMicro()
                            && readout.scoreMicro() < score.belowMicro();
            case Condition.InBand in -> in.bands().contains(readout.score().band().name());
            case Condition.OnList _ -> lists == 1;
            case Condition.Partial partial -> {
                int index =
                        IntStream.range(0, SCHEME.characteristics().size())
                                .filter(
                                        i ->
                                                SCHEME.characteristics()
                                                        .get(i)
                                                        .name()
                                                        .equals(partial.characteristic()))
                                .findFirst()
                                .orElseThrow();
                long points = readout.partialMicro(index);
                yield points >= partial.atLeastMicro() && points < partial.belowMicro();
            }
            case Condition.All all ->
                    all.conditions().stream().allMatch(each -> holds(each, readout, lists));
            case Condition.Any any ->
                    any.conditions().stream().anyMatch(each -> holds(each, readout, lists));
            case Condition.Not not -> !holds(not.condition(), readout, lists);
        };
    }

    @Test
    void aListIsEnteredAfterItsNoticeAndLeftWhenItsExitHolds() {
        List<Lists.Entry> history =
                new Lists(PLAN).history("ann", late(3), DAY.plusSeconds(86_400L * 60));
        assertEquals(
                List.of(
                        new Lists.Entry(
                                "slow",
                                LocalDate.parse("2020-06-01"),
                                LocalDate.parse("2020-06-06"),
                                LocalDate.parse("2020-07-19"))),
                history);
    }

    @Test
    void whoRecoversWithinTheNoticeIsNotListed() {
        var events = new ArrayList<>(late(3));
        for (int i = 0; i < 5; i++) {
            events.add(event("paid", "2020-06-03", i));
        }
        assertEquals(List.of(), new Lists(PLAN).history("ann", events, DAY));
    }

    @Test
    void aQuotaServesTheBestWhateverTheOrder() {
        Property.check(
                "ranking",
                500,
                choices -> {
                    List<Ranking.Applicant> applicants =
                            choices.listOf(
                                    0,
                                    12,
                                    c ->
                                            new Ranking.Applicant(
                                                    "p" + c.intBetween(0, 99),
                                                    Micro.of(c.intBetween(300, 305)),
                                                    DAY.plusSeconds(c.intBetween(0, 2))));
                    var quota = new Quota(3, Period.DAY);
                    List<Ranking.Applicant> served = Ranking.served(applicants, quota);
                    assertEquals(Math.min(3, applicants.size()), served.size());
                    assertEquals(served, Ranking.served(applicants.reversed(), quota));
                    long last = served.isEmpty() ? 0 : served.getLast().scoreMicro();
                    assertTrue(applicants.stream().filter(a -> a.scoreMicro() > last).count() <= 3);
                });
    }

    private static Service service(String name) {
        return SCHEME.services().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Decision decide(String service, long lists, List<Event> events) {
        return new Decisions(PLAN, service(service)).decide(read(events), lists);
    }

    private static Readout read(List<Event> events) {
        var readout = new Readout(PLAN);
        int day = new Calendar(SCHEME.header().zone()).day(Instant.parse("2020-06-01T12:00:00Z"));
        readout.read(Ledger.of("ann", events, DAY).fold(PLAN), day);
        return readout;
    }

    private static List<String> codes(Decision decision) {
        return decision.reasons().stream().map(Reason::code).toList();
    }

    private static List<Event> late(int count) {
        return events("late", count);
    }

    private static List<Event> paid(int count) {
        return events("paid", count);
    }

    private static List<Event> asked(int count) {
        return events("asked", count);
    }

    private static List<Event> events(String signal, int count) {
        return IntStream.range(0, count).mapToObj(i -> event(signal, "2020-06-01", i)).toList();
    }

    private static Event event(String signal, String date, int number) {
        Instant at = Instant.parse(date + "T10:00:00Z");
        return new Event(
                new EventName("bank", signal + date + number),
                "ann",
                null,
                signal,
                0,
                at,
                at,
                null);
    }
}
