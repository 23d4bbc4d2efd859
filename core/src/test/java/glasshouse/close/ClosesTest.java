package glasshouse.close;

import static glasshouse.close.Circles.contacts;
import static glasshouse.close.Circles.day;
import static glasshouse.close.Circles.deed;
import static glasshouse.close.Circles.deeds;
import static glasshouse.close.Circles.event;
import static glasshouse.close.Circles.rated;
import static glasshouse.close.Circles.scheme;
import static glasshouse.close.Circles.stars;
import static glasshouse.close.Circles.tie;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.event.Event;
import glasshouse.scheme.Micro;
import glasshouse.scheme.RatingMethod;
import glasshouse.scheme.Scheme;
import glasshouse.statement.Line;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// One rule of closes each, and what holds of all.
final class ClosesTest {
    private static double points(Scheme scheme, List<Event> events, String person, int day) {
        int last = scheme.characteristics().size() - 1;
        return Everyone.of(Plan.of(scheme), events, day(day)).partialMicro(last, person) / 1e6;
    }

    @Test
    void aCloseCountsWhatHappenedBeforeItsDay() {
        Scheme scheme = scheme(stars(RatingMethod.STANDING, 7, true));
        List<Event> events = List.of(rated("ann", "bob", 5, 6, 1), rated("cem", "bob", 5, 7, 2));
        assertEquals(0, points(scheme, events, "bob", 6), "its period has not closed");
        // A rating of weight a half among a prior of two.
        assertEquals(200 * 0.5 / 2.5, points(scheme, events, "bob", 7), 1e-4);
        assertEquals(200 * 0.5 / 2.5, points(scheme, events, "bob", 13), 1e-4);
        assertEquals(200 * 1 / 3.0, points(scheme, events, "bob", 14), 1e-4);
    }

    @Test
    void contactsPullTowardsTheirMean() {
        Scheme scheme = scheme(deeds(), contacts(10, 40, 7));
        List<Event> events =
                List.of(
                        deed("bob", 100, 0, 1),
                        deed("cem", 300, 0, 2),
                        tie("ann", "bob", 3),
                        tie("cem", "ann", 4));
        // Once: a tenth of the mean of 100 and 300, and a tenth of the way back for these.
        assertEquals(20, points(scheme, events, "ann", 7), 1e-9);
        assertEquals(-10, points(scheme, events, "bob", 7), 1e-9);
        // Later all of them move together, to rest: a = .1 (200 + (b + c) / 2), b = .1 (a - 100).
        double ann = 18 / 0.99;
        assertEquals(ann, points(scheme, events, "ann", 200), 0.01);
        assertEquals(0.1 * (ann - 100), points(scheme, events, "bob", 200), 0.01);
    }

    @Test
    void aPullIsBounded() {
        Scheme scheme = scheme(deeds(), contacts(100, 15, 7));
        List<Event> events = List.of(deed("bob", 400, 0, 1), tie("ann", "bob", 2));
        assertEquals(15, points(scheme, events, "ann", 70));
        assertEquals(-15, points(scheme, events, "bob", 70));
    }

    @Test
    void closerTiesPullMoreAndATieCanEnd() {
        Scheme scheme = scheme(deeds(), contacts(10, 40, 7));
        var events =
                new ArrayList<>(
                        List.of(
                                deed("bob", 100, 0, 1),
                                event("ann", "bob", "tied", 3, 0, 2),
                                event("cem", "ann", "tied", 1, 0, 3)));
        assertEquals(7.5, points(scheme, events, "ann", 7), 1e-9);
        events.add(event("bob", "ann", "tied", -3, 0, 4));
        assertEquals(0, points(scheme, events, "ann", 7), 1e-9);
    }

    @Test
    void contactsComeToRestFromAnywhere() {
        // Whoever pulled long ago makes no difference once ties and deeds stand still.
        Scheme scheme = scheme(deeds(), contacts(50, 400, 1));
        List<Event> calm =
                List.of(tie("ann", "bob", 1), tie("bob", "cem", 2), deed("cem", 90, 0, 3));
        var stormy = new ArrayList<>(calm);
        stormy.add(deed("ann", 400, 1, 4));
        stormy.add(deed("ann", -400, 5, 5));
        for (String person : List.of("ann", "bob", "cem")) {
            assertEquals(
                    points(scheme, calm, person, 30), points(scheme, stormy, person, 30), 0.01);
        }
    }

    @Test
    void aNewcomerWithoutTiesIsNotPulled() {
        Scheme scheme = scheme(deeds(), contacts(10, 40, 7));
        assertEquals(0, points(scheme, List.of(deed("ann", 5, 0, 1)), "ann", 30));
        assertEquals(0, points(scheme, List.of(deed("ann", 5, 0, 1)), "nobody", 30));
    }

    @Test
    void orderLeavesNoTrace() {
        Property.check(
                "closes do not depend on the order of events",
                400,
                choices -> {
                    Scheme scheme = scheme(choices);
                    List<Event> events = Circles.events(choices);
                    var shuffled = new ArrayList<>(events);
                    Collections.shuffle(shuffled, new Random(choices.intBetween(0, 1 << 20)));
                    int day = choices.intBetween(0, 90);
                    Plan plan = Plan.of(scheme);
                    Everyone one = Everyone.of(plan, events, day(day));
                    Everyone other = Everyone.of(plan, shuffled, day(day));
                    for (int i = 0; i < scheme.characteristics().size(); i++) {
                        for (String person : Circles.PEOPLE) {
                            assertEquals(
                                    one.partialMicro(i, person), other.partialMicro(i, person));
                        }
                    }
                });
    }

    @Test
    void dayAfterDayIsAsEachDayAnew() {
        Property.check(
                "closes on one day after another are those of each day by itself",
                200,
                choices -> {
                    Scheme scheme = scheme(choices);
                    Plan plan = Plan.of(scheme);
                    List<Event> events = Circles.events(choices);
                    var everyDay = new EveryDay(plan, events, day(100));
                    for (int times = 0; times < 6; times++) {
                        int day = choices.intBetween(0, 100);
                        everyDay.to((int) Circles.FIRST.toEpochDay() + day);
                        Everyone anew = Everyone.of(plan, events, day(day));
                        for (int i = 0; i < scheme.characteristics().size(); i++) {
                            for (String person : Circles.PEOPLE) {
                                assertEquals(
                                        anew.partialMicro(i, person),
                                        everyDay.partialMicro(i, person));
                            }
                        }
                    }
                });
    }

    @Test
    void statementsAddUp() {
        Property.check(
                "statements under closes add up, each rating line being what leaving it out makes",
                400,
                choices -> {
                    Scheme scheme = scheme(choices);
                    List<Event> events = Circles.events(choices);
                    int day = choices.intBetween(0, 90);
                    String person = choices.oneOf(Circles.PEOPLE);
                    Statement statement =
                            new Statements(Plan.of(scheme)).of(person, events, day(day));
                    long sum = statement.lines().stream().mapToLong(Line::pointsMicro).sum();
                    assertEquals(statement.scoreMicro(), sum);
                });
    }

    @Test
    void anErasedRaterLeavesNoTraceInThirdParties() {
        Property.check(
                "a rater erased is as if never there",
                200,
                choices -> {
                    Scheme scheme = scheme(choices);
                    List<Event> events = Circles.events(choices);
                    String gone = choices.oneOf(Circles.PEOPLE);
                    List<Event> left =
                            events.stream()
                                    .filter(e -> !e.person().equals(gone))
                                    .filter(e -> !gone.equals(e.counterparty()))
                                    .toList();
                    Everyone one = Everyone.of(Plan.of(scheme), left, day(90));
                    var reversed = new ArrayList<>(left).reversed();
                    Everyone other = Everyone.of(Plan.of(scheme), reversed, day(90));
                    for (int i = 0; i < scheme.characteristics().size(); i++) {
                        for (String person : Circles.PEOPLE) {
                            assertEquals(
                                    one.partialMicro(i, person), other.partialMicro(i, person));
                        }
                    }
                });
    }

    private static List<Line> ratingLines(boolean open, List<Event> events) {
        Scheme scheme = scheme(stars(RatingMethod.STANDING, 7, open));
        Statement statement = new Statements(Plan.of(scheme)).of("ann", events, day(70));
        return statement.lines().stream().filter(l -> l.kind() == Line.Kind.RATING).toList();
    }

    /// Twelve ratings of ann: one a day, by the others in turn.
    private static List<Event> twelve() {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 12; i++) {
            String by = Circles.PEOPLE.get(1 + i % 6);
            events.add(rated(by, "ann", 1 + i % 5, i * 2, i));
        }
        return events;
    }

    @Test
    void anOpenSchemeShowsEachRatingAndItsRater() {
        List<Line> lines = ratingLines(true, twelve());
        assertEquals(13, lines.size(), "twelve and what they make together");
        assertTrue(lines.getFirst().text().endsWith("rated, 1 star, by bob"));
        assertTrue(lines.getLast().text().startsWith("12 ratings, on average"));
    }

    @Test
    void aClosedSchemeShowsGroupsOfAtLeastFiveRaters() {
        List<Line> lines = ratingLines(false, twelve());
        assertEquals(3, lines.size(), "two groups, and what they make together");
        assertTrue(lines.stream().noneMatch(line -> line.event() != null));
        assertTrue(lines.stream().noneMatch(line -> line.text().contains("bob")));
    }

    @Test
    void fewerThanFiveRatersAreOneLineWithoutTheirMean() {
        List<Line> lines = ratingLines(false, twelve().subList(0, 4));
        assertEquals(1, lines.size());
        assertEquals("4 ratings by fewer than five people", lines.getFirst().text());
    }

    @Test
    void whatCameAfterTheLastGroupIsToldWithAllTogether() {
        List<Line> before = ratingLines(false, twelve().subList(0, 7));
        List<Line> after = ratingLines(false, twelve().subList(0, 9));
        assertEquals("7 ratings, on average 2.57", before.getFirst().text());
        assertEquals(before.getFirst().text(), after.getFirst().text());
        assertEquals(
                "2 ratings more by fewer than five people, and what all 9 make together, beyond"
                        + " each group by itself",
                after.getLast().text());
        assertEquals(2, after.size());
    }

    @Test
    void eachLineIsWhatLeavingItsRatingOutChanges() {
        Property.check(
                "a line is what a score without that rating would be less",
                300,
                choices -> {
                    RatingMethod method =
                            choices.oneOf(
                                    List.of(
                                            RatingMethod.STANDING,
                                            RatingMethod.FAIRNESS_GOODNESS,
                                            RatingMethod.REV2,
                                            RatingMethod.EIGENTRUST));
                    Plan plan = Plan.of(scheme(stars(method, choices.intBetween(1, 9), true)));
                    List<Event> events = Circles.events(choices);
                    String person = choices.oneOf(Circles.PEOPLE);
                    long all = Everyone.of(plan, events, day(90)).partialMicro(0, person);
                    for (Line line : new Statements(plan).of(person, events, day(90)).lines()) {
                        if (line.event() != null) {
                            List<Event> left = new ArrayList<>(events);
                            left.removeIf(event -> event.name().equals(line.event()));
                            long without = Everyone.of(plan, left, day(90)).partialMicro(0, person);
                            boolean only = left.stream().noneMatch(e -> isRating(e, person));
                            long expected = all - (only ? 0 : without);
                            long apart = Math.abs(expected - line.pointsMicro());
                            assertTrue(apart <= 20, () -> line + " instead of " + expected);
                        }
                    }
                });
    }

    private static boolean isRating(Event event, String person) {
        return event.signal().equals("rated") && person.equals(event.counterparty());
    }

    @Test
    void aMethodThatBeginsAnewTellsTwentyLines() {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 40; i++) {
            events.add(rated(Circles.PEOPLE.get(1 + i % 6), "ann", 1 + i % 5, i, i));
        }
        Scheme scheme = scheme(stars(RatingMethod.EIGENTRUST, 7, true));
        Statement statement = new Statements(Plan.of(scheme)).of("ann", events, day(70));
        long lines = statement.lines().stream().filter(l -> l.kind() == Line.Kind.RATING).count();
        assertEquals(21, lines, "nineteen, what is older, and what all make together");
    }

    @Test
    void whatCameSinceTheCloseWaits() {
        Scheme scheme = scheme(stars(RatingMethod.STANDING, 7, true));
        Statement statement =
                new Statements(Plan.of(scheme))
                        .of("ann", List.of(rated("bob", "ann", 5, 8, 1)), day(9));
        assertEquals(Micro.of(500), statement.scoreMicro());
        assertTrue(
                statement.lines().stream()
                        .anyMatch(line -> line.text().equals("Not yet at a close: 1 rating")));
    }
}
