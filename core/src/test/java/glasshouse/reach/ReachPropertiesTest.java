package glasshouse.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Fixture;
import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.scheme.Band;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import glasshouse.statement.Statements;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a way promises comes true when its events happen, and nothing is made of nothing.
class ReachPropertiesTest {
    private record Case(Scheme scheme, Plan plan, List<Event> events, Instant asOf, Band band) {}

    @Test
    void eachWayReachesTheBandOnItsDay() {
        Property.check(
                "ways arrive",
                150,
                choices -> {
                    Case given = given(choices);
                    Outlook outlook = outlook(given);
                    if (outlook instanceof Outlook.Reachable(_, List<Way> ways)) {
                        assertFalse(ways.isEmpty());
                        for (Way way : ways) {
                            assertTrue(score(given, way) >= given.band().fromMicro());
                        }
                    }
                });
    }

    @Test
    void whatComesNearestIsNotTheBandAndIsTrue() {
        Property.check(
                "nearest",
                100,
                choices -> {
                    Case given = given(choices);
                    if (outlook(given) instanceof Outlook.OutOfReach(_, Way nearest)) {
                        assertEquals(nearest.statement().scoreMicro(), score(given, nearest));
                        assertTrue(score(given, nearest) < given.band().fromMicro());
                    }
                });
    }

    @Test
    void aWayKeepsToThePaceAndToTwelveMonths() {
        Property.check(
                "pace",
                100,
                choices -> {
                    Case given = given(choices);
                    if (outlook(given) instanceof Outlook.Reachable(_, List<Way> ways)) {
                        ways.forEach(way -> keepsPace(given, way));
                    }
                });
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Property.check(
                "deterministic",
                30,
                choices -> {
                    Case given = given(choices);
                    assertEquals(outlook(given).toString(), outlook(given).toString());
                });
    }

    @Test
    void whatIfOfNothingChangesNothing() {
        Property.check(
                "nothing",
                500,
                choices -> {
                    Case given = given(choices);
                    Difference difference =
                            new WhatIf(given.plan())
                                    .of(Fixture.PERSON, given.events(), List.of(), given.asOf());
                    assertEquals(List.of(), difference.changes());
                    assertEquals(difference.before(), difference.after());
                });
    }

    @Test
    void whatIfOfARealEventIsItsStatement() {
        Property.check(
                "what-if",
                500,
                choices -> {
                    Case given = given(choices);
                    var rest = new ArrayList<>(given.events());
                    choices.assume(!rest.isEmpty());
                    Event taken = rest.removeLast();
                    choices.assume(!taken.happenedAt().isAfter(given.asOf()));
                    choices.assume(taken.person().equals(Fixture.PERSON));
                    var hypothesis =
                            new Hypothesis(
                                    taken.signal(),
                                    taken.valueMicro(),
                                    taken.happenedAt(),
                                    null,
                                    taken.counterparty(),
                                    taken.reference());
                    Difference difference =
                            new WhatIf(given.plan())
                                    .of(Fixture.PERSON, rest, List.of(hypothesis), given.asOf());
                    // A further source is a further source: measures of distinct ones may differ.
                    choices.assume(
                            given.scheme().characteristics().stream()
                                    .noneMatch(ReachPropertiesTest::countsSources));
                    long real =
                            new Statements(given.plan())
                                    .of(Fixture.PERSON, given.events(), given.asOf())
                                    .scoreMicro();
                    assertEquals(real, difference.after().scoreMicro());
                });
    }

    private static boolean countsSources(glasshouse.scheme.Characteristic characteristic) {
        return characteristic instanceof glasshouse.scheme.Characteristic.Binned binned
                && (binned.measure() == glasshouse.scheme.Measure.DISTINCT_SOURCES
                        || binned.measure() == glasshouse.scheme.Measure.LAST);
    }

    private static Case given(Choices choices) {
        Scheme bare = Fixture.scheme(choices);
        var signals = bare.signals().stream().map(signal -> effort(choices, signal)).toList();
        var scheme =
                new Scheme(
                        bare.header(),
                        bare.terms(),
                        bare.scale(),
                        bare.bands(),
                        signals,
                        bare.characteristics(),
                        bare.services(),
                        bare.lists(),
                        bare.positions());
        Instant asOf = Fixture.START.plus(Duration.ofDays(choices.intBetween(0, 5000)));
        long from = scheme.scale().floorMicro() + choices.longBetween(250, 600) * 1_000_000;
        return new Case(
                scheme,
                Plan.of(scheme),
                Fixture.events(choices),
                asOf,
                new Band("goal", "Goal", from, "#000000"));
    }

    private static Signal effort(Choices choices, Signal signal) {
        Effort effort =
                choices.bool()
                        ? new Effort(
                                choices.longBetween(0, 5_000_000),
                                choices.longBetween(0, 9_000_000),
                                choices.longBetween(10_000, 12_000_000))
                        : null;
        return new Signal(
                signal.name(),
                signal.title(),
                signal.context(),
                signal.unit(),
                signal.nature(),
                signal.gravity(),
                effort);
    }

    private static Outlook outlook(Case given) {
        return new Reach(given.plan())
                .to(given.band(), Fixture.PERSON, given.events(), given.asOf());
    }

    private static long score(Case given, Way way) {
        var all = new ArrayList<Event>();
        for (Event event : given.events()) {
            if (!event.happenedAt().isAfter(given.asOf())) {
                all.add(event);
            }
        }
        all.addAll(Hypothesis.events(Fixture.PERSON, way.events(), all));
        return new Statements(given.plan())
                .of(Fixture.PERSON, all, way.statement().asOf())
                .scoreMicro();
    }

    private static void keepsPace(Case given, Way way) {
        LocalDate today = given.asOf().atZone(given.scheme().header().zone()).toLocalDate();
        assertFalse(way.day().isAfter(today.plusYears(1)));
        for (Step step : way.steps()) {
            assertTrue(step.first().isAfter(today));
            assertFalse(step.last().isAfter(way.day()));
            Effort effort = step.signal().effort();
            long perWeek = effort == null ? 1_000_000 : effort.perWeekMicro();
            assertTrue(step.mostInWeek() <= Math.ceilDiv(perWeek, 1_000_000L));
            assertEquals(step.stated(), effort != null);
        }
    }
}
