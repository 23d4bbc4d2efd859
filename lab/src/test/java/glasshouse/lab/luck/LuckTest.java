package glasshouse.lab.luck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Draws are the same for the same cause, different for another, and spread as they should be.
class LuckTest {
    private static final int DRAWS = 200_000;

    @Test
    void theSameCauseHasTheSameLuck() {
        long stream = Luck.stream(7, 12, Purpose.MONEY, 0);
        assertEquals(Luck.at(stream, 99), Luck.at(Luck.stream(7, 12, Purpose.MONEY, 0), 99));
        assertNotEquals(Luck.at(stream, 99), Luck.at(stream, 100));
        assertNotEquals(stream, Luck.stream(8, 12, Purpose.MONEY, 0));
        assertNotEquals(stream, Luck.stream(7, 13, Purpose.MONEY, 0));
        assertNotEquals(stream, Luck.stream(7, 12, Purpose.SPEECH, 0));
        assertNotEquals(stream, Luck.stream(7, 12, Purpose.MONEY, 1));
    }

    @Test
    void aPairHasOneLuckWhicheverComesFirst() {
        assertEquals(Luck.between(1, 5, 9), Luck.between(1, 9, 5));
        assertNotEquals(Luck.at(1, 5, 9), Luck.at(1, 9, 5));
    }

    @Test
    void lanesAreUniformAndUnrelated() {
        for (int lane = 0; lane < 4; lane++) {
            double sum = 0;
            double squares = 0;
            double product = 0;
            for (int i = 0; i < DRAWS; i++) {
                long draw = Luck.at(Luck.stream(3, i & 63, Purpose.TRAITS, 0), i);
                double uniform = Luck.uniform(draw, lane);
                sum += uniform;
                squares += uniform * uniform;
                product += uniform * Luck.uniform(draw, (lane + 1) & 3);
            }
            assertEquals(0.5, sum / DRAWS, 0.005);
            assertEquals(1 / 3.0, squares / DRAWS, 0.005);
            assertEquals(0.25, product / DRAWS, 0.005);
        }
    }

    @Test
    void countsHaveTheirMean() {
        for (float mean : new float[] {0.1f, 0.9f, 3.3f, 9.7f}) {
            long sum = 0;
            for (int i = 0; i < DRAWS; i++) {
                sum += Counts.of(mean, Luck.at(1, i), 0);
            }
            assertEquals(mean, sum / (double) DRAWS, 0.02 * mean + 0.005);
        }
    }

    @Test
    void quantilesOfTheNormalAreThoseOfTheTables() {
        assertEquals(0, Quantiles.standardNormal(0.5), 1e-9);
        assertEquals(1.959963985, Quantiles.standardNormal(0.975), 1e-8);
        assertEquals(-3.090232306, Quantiles.standardNormal(0.001), 1e-8);
        assertTrue(Logistic.of(-20) < 0.001 && Logistic.of(20) > 0.999);
        assertEquals(0.5f, Logistic.of(0));
    }
}
