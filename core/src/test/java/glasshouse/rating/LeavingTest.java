package glasshouse.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Going on from where everything came to rest is as good as beginning anew.
final class LeavingTest {
    private static final int DAY = 40;

    /// Numbers may differ in their last bits where a method goes round: by 64 of 2^30.
    private static final long LAST_BITS = 64;

    private static List<int[]> leftOut(Choices choices, Ratings ratings) {
        var leftOut = new ArrayList<int[]>();
        for (int times = 0; times < 4; times++) {
            int person = choices.intBetween(0, ratings.people() - 1);
            var gone = new ArrayList<Integer>();
            for (int i = 0; i < ratings.size(); i++) {
                boolean counts = ratings.rated(i) == person && ratings.day(i) < DAY;
                if (counts && choices.bool()) {
                    gone.add(i);
                }
            }
            if (!gone.isEmpty()) {
                leftOut.add(gone.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return leftOut;
    }

    @Test
    void goingOnIsAsGoodAsBeginningAnew() {
        Property.check(
                "leaving ratings out again and again is as good as beginning anew",
                1500,
                choices -> {
                    Ratings ratings = MethodPropertiesTest.crowd(choices).ratings();
                    List<int[]> leftOut = leftOut(choices, ratings);
                    for (Method method : MethodPropertiesTest.methods(choices)) {
                        Leaving leaving = method.leaving(ratings, DAY);
                        Leaving anew = Leaving.anew(method, ratings, DAY);
                        for (int[] gone : leftOut) {
                            same(method, anew.without(gone), leaving.without(gone));
                        }
                    }
                });
    }

    private static void same(Method method, Leaving.Left expected, Leaving.Left found) {
        boolean none = expected.goodness() == Fixed.NONE;
        if (method instanceof Standing || none) {
            assertEquals(expected.goodness(), found.goodness(), method::toString);
        } else {
            assertNear(expected.goodness(), found.goodness(), method);
        }
        assertNear(expected.fairness(), found.fairness(), method);
    }

    private static void assertNear(long expected, long found, Method method) {
        assertTrue(Math.abs(expected - found) <= LAST_BITS, method + " " + (expected - found));
    }

    @Test
    void theOrderOfRatingsLeavesNoTrace() {
        Property.check(
                "what is left does not depend on the order of ratings",
                400,
                choices -> {
                    Ratings ratings = MethodPropertiesTest.crowd(choices).ratings();
                    int size = ratings.size();
                    var reversed = new Ratings.Builder(ratings.people());
                    for (int i = size - 1; i >= 0; i--) {
                        reversed.add(
                                ratings.rater(i),
                                ratings.rated(i),
                                ratings.value(i),
                                ratings.day(i));
                    }
                    for (Method method : MethodPropertiesTest.methods(choices)) {
                        Leaving one = method.leaving(ratings, DAY);
                        Leaving other = method.leaving(reversed.build(), DAY);
                        for (int i = 0; i < size; i++) {
                            if (ratings.day(i) < DAY) {
                                assertEquals(one.without(i), other.without(size - 1 - i));
                            }
                        }
                    }
                });
    }
}
