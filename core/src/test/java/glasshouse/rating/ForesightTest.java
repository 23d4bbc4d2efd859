package glasshouse.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.testkit.Property;
import org.junit.jupiter.api.Test;

/// Predictions of ratings that were left out.
final class ForesightTest {
    private static final double NEAR = 1e-6;

    @Test
    void leavingOneOutIsPredictingItFromTheRest() {
        Property.check(
                "a rating left out is predicted as if it had never been",
                200,
                choices -> {
                    Ratings ratings = MethodPropertiesTest.crowd(choices).ratings();
                    int day = 50;
                    for (Method method : MethodPropertiesTest.methods(choices)) {
                        double[] found =
                                Foresight.leaveOneOut(method, ratings, day, 0, ratings.size());
                        for (int i = 0; i < ratings.size(); i++) {
                            int hidden = i;
                            Ratings seen = ratings.where(r -> r != hidden);
                            Ratings only = ratings.where(r -> r == hidden);
                            double expected = Foresight.heldOut(method, seen, only, day)[0];
                            assertEquals(expected, found[i], 1e-4, method.toString());
                        }
                    }
                });
    }

    @Test
    void fadingForgetsWhatIsOld() {
        Ratings ratings =
                new Ratings.Builder(3)
                        .add(0, 2, -Fixed.ONE, 0)
                        .add(1, 2, Fixed.ONE, 100)
                        .add(0, 2, 0, 100)
                        .build();
        double[] found = Foresight.leaveOneOut(new Fading(Prior.NONE, 10), ratings, 100, 0, 3);
        assertTrue(found[2] > 0.99, "an old rating weighs a thousandth");
    }

    @Test
    void whoWasRatedOnceIsUnknownWithoutIt() {
        Ratings ratings = new Ratings.Builder(2).add(0, 1, Fixed.ONE, 0).build();
        assertEquals(Double.NaN, Foresight.leaveOneOut(new Mean(), ratings, 1, 0, 1)[0]);
        assertEquals(
                Double.NaN, Foresight.leaveOneOut(new FairnessGoodness(), ratings, 1, 0, 1)[0]);
    }

    @Test
    void errorsAreThoseOfTheTextbook() {
        double[] predicted = {1, 2, 3, 4};
        double[] given = {1, 3, 3, 6};
        Accuracy found = Accuracy.of(predicted, given, new int[] {0, 1, 2, 3});
        assertEquals(Math.sqrt(5 / 4.0), found.rmse().value(), NEAR);
        assertEquals(0.75, found.mae().value(), NEAR);
        assertEquals(7.5 / Math.sqrt(5 * 12.75), found.pearson().value(), NEAR);
        assertEquals(4, found.count());
        assertTrue(found.rmse().low() <= found.rmse().value());
        assertTrue(found.rmse().high() >= found.rmse().value());
    }

    @Test
    void aConstantHasNoCorrelation() {
        double[] same = {1, 1, 1};
        assertEquals(
                Double.NaN,
                Accuracy.of(same, new double[] {1, 2, 3}, new int[] {0, 1, 2}).pearson().value());
    }
}
