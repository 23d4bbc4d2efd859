package glasshouse.rating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds of every method.
final class MethodPropertiesTest {
    private static final int DAY = 40;

    /// One rating of a made-up crowd.
    record Row(int rater, int rated, long value, int day) {}

    record Crowd(int people, List<Row> rows) {
        Ratings ratings() {
            var builder = new Ratings.Builder(people);
            rows.forEach(r -> builder.add(r.rater(), r.rated(), r.value(), r.day()));
            return builder.build();
        }
    }

    /// A crowd with repeated pairs, both directions and bursts of one day.
    static Crowd crowd(Choices choices) {
        int people = choices.intBetween(2, 8);
        List<Row> rows =
                choices.listOf(
                        0,
                        40,
                        c -> {
                            int rater = c.intBetween(0, people - 1);
                            int other = (rater + c.intBetween(1, people - 1)) % people;
                            // stars from 1 to 5, or anything
                            long value =
                                    c.bool()
                                            ? (c.intBetween(1, 5) - 3) * Fixed.ONE / 2
                                            : c.longBetween(-Fixed.ONE, Fixed.ONE);
                            return new Row(rater, other, value, c.intBetween(0, DAY + 5));
                        });
        return new Crowd(people, rows);
    }

    static List<Method> methods(Choices choices) {
        Prior prior =
                choices.bool()
                        ? Prior.NONE
                        : new Prior(
                                choices.longBetween(-Fixed.ONE, Fixed.ONE),
                                choices.intBetween(1, 20) * Fixed.ONE / 2);
        return List.of(
                new Mean(),
                new Bayes(prior),
                new Fading(prior, choices.intBetween(4, 30)),
                new Standing(prior, choices.intBetween(-5, 50), choices.intBetween(1, 9)),
                new FairnessGoodness(),
                new Rev2(prior),
                new EigenTrust(choices.bool() ? List.of() : List.of(1)));
    }

    @Test
    void eachAgreesWithItsTwin() {
        Property.check(
                "each method agrees with its twin in floating point",
                1500,
                choices -> {
                    Ratings ratings = crowd(choices).ratings();
                    for (Method method : methods(choices)) {
                        Reputations found = method.of(ratings, DAY);
                        double[] expected = Twins.of(method, ratings, DAY);
                        for (int p = 0; p < ratings.people(); p++) {
                            double real = Twins.real(found.goodness(p));
                            assertTrue(
                                    close(real, expected[p], tolerance(method)),
                                    () -> method + " finds " + real + ", its twin otherwise");
                        }
                    }
                });
    }

    private static double tolerance(Method method) {
        return switch (method) {
            // Ratings far away weigh little, to few digits.
            case Fading _, Standing _ -> 1e-5;
            case EigenTrust _ -> 1e-6;
            case Mean _, Bayes _, FairnessGoodness _, Rev2 _ -> 2e-8;
        };
    }

    private static boolean close(double a, double b, double tolerance) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= tolerance;
    }

    @Test
    void orderLeavesNoTrace() {
        Property.check(
                "the order of ratings leaves no trace",
                500,
                choices -> {
                    Crowd crowd = crowd(choices);
                    var shuffled = new ArrayList<>(crowd.rows());
                    Collections.shuffle(shuffled, new Random(choices.intBetween(0, 1 << 20)));
                    for (Method method : methods(choices)) {
                        same(
                                method.of(crowd.ratings(), DAY),
                                method.of(new Crowd(crowd.people(), shuffled).ratings(), DAY));
                    }
                });
    }

    @Test
    void namesLeaveNoTrace() {
        Property.check(
                "renaming people renames the result",
                500,
                choices -> {
                    Crowd crowd = crowd(choices);
                    var names = new ArrayList<Integer>();
                    for (int p = 0; p < crowd.people(); p++) {
                        names.add(p);
                    }
                    Collections.shuffle(names, new Random(choices.intBetween(0, 1 << 20)));
                    var renamed =
                            crowd.rows().stream()
                                    .map(
                                            r ->
                                                    new Row(
                                                            names.get(r.rater()),
                                                            names.get(r.rated()),
                                                            r.value(),
                                                            r.day()))
                                    .toList();
                    for (Method method : methods(choices)) {
                        Method alike =
                                method instanceof EigenTrust(List<Integer> trusted)
                                        ? new EigenTrust(trusted.stream().map(names::get).toList())
                                        : method;
                        Reputations before = method.of(crowd.ratings(), DAY);
                        Reputations after =
                                alike.of(new Crowd(crowd.people(), renamed).ratings(), DAY);
                        for (int p = 0; p < crowd.people(); p++) {
                            assertEquals(before.goodness(p), after.goodness(names.get(p)));
                            assertEquals(before.fairness(p), after.fairness(names.get(p)));
                        }
                    }
                });
    }

    @Test
    void aRaterTakenOutLeavesNoTrace() {
        Property.check(
                "without a rater's ratings all is as if they had never rated",
                500,
                choices -> {
                    Crowd crowd = crowd(choices);
                    int gone = choices.intBetween(0, crowd.people() - 1);
                    var without =
                            crowd.rows().stream()
                                    .filter(r -> r.rater() != gone && r.rated() != gone)
                                    .toList();
                    // The same crowd when the last name belongs to nobody at all.
                    var never =
                            without.stream()
                                    .map(r -> new Row(r.rater(), r.rated(), r.value(), r.day()))
                                    .toList();
                    Ratings ratings = crowd.ratings();
                    Ratings left =
                            ratings.where(
                                    i -> ratings.rater(i) != gone && ratings.rated(i) != gone);
                    for (Method method : methods(choices)) {
                        Reputations removed = method.of(left, DAY);
                        Reputations other =
                                method.of(new Crowd(crowd.people() + 3, never).ratings(), DAY);
                        for (int p = 0; p < crowd.people(); p++) {
                            assertEquals(other.goodness(p), removed.goodness(p));
                            assertEquals(other.fairness(p), removed.fairness(p));
                        }
                    }
                });
    }

    @Test
    void goodnessAndFairnessStayWithinTheirRange() {
        Property.check(
                "goodness lies from -1 to 1 and fairness from 0 to 1",
                500,
                choices -> {
                    Ratings ratings = crowd(choices).ratings();
                    for (Method method : methods(choices)) {
                        Reputations found = method.of(ratings, DAY);
                        for (int p = 0; p < ratings.people(); p++) {
                            long good = found.goodness(p);
                            assertTrue(good == Fixed.NONE || Math.abs(good) <= Fixed.ONE);
                            long fair = found.fairness(p);
                            assertTrue(fair >= 0 && fair <= Fixed.ONE);
                        }
                    }
                });
    }

    private static void same(Reputations a, Reputations b) {
        assertArrayEquals(a.goodness(), b.goodness());
        assertArrayEquals(a.fairness(), b.fairness());
    }
}
