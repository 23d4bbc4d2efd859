package glasshouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.testkit.Property;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/// A half-life held as one number is the half-life.
class DecayTest {
    private static final int FIRST_DAY = 16_000;

    @Test
    void tenYearsOfEventsFadeAsTheFormulaSays() {
        Property.check(
                "forward decay",
                2000,
                choices -> {
                    int halfLife = choices.intBetween(7, 3652);
                    var decay = new Decay(halfLife);
                    var account = new Account();
                    int today = FIRST_DAY + 3652 + choices.intBetween(0, 400);
                    BigDecimal exact = BigDecimal.ZERO;
                    long magnitude = 0;
                    int count = choices.intBetween(1, 30);
                    for (int i = 0; i < count; i++) {
                        int day = FIRST_DAY + choices.intBetween(0, 3652);
                        long points =
                                choices.longBetween(-10_000_000_000_000L, 10_000_000_000_000L);
                        decay.add(account, 3, day, points, 1);
                        magnitude += Math.abs(points);
                        double weight = Math.pow(2, -(today - day) / (double) halfLife);
                        exact =
                                exact.add(
                                        BigDecimal.valueOf(points)
                                                .multiply(
                                                        new BigDecimal(weight),
                                                        MathContext.DECIMAL128));
                    }
                    long read = read(decay, account, today);
                    BigDecimal error = exact.subtract(BigDecimal.valueOf(read)).abs();
                    double allowed = 1 + magnitude * 3e-9;
                    assertTrue(error.doubleValue() <= allowed, () -> "off by " + error);
                    assertTrue(account.size() <= 5 + 3652 / halfLife / 32 + 1, account::toString);
                });
    }

    @Test
    void addingAndRetractingLeavesNothing() {
        Property.check(
                "decay retraction",
                500,
                choices -> {
                    var decay = new Decay(choices.intBetween(1, 400));
                    var account = new Account();
                    int day = choices.intBetween(1, 80_000);
                    long points = choices.longBetween(-10_000_000_000_000L, 10_000_000_000_000L);
                    decay.add(account, 0, day, points, 1);
                    decay.add(account, 0, day, points, -1);
                    assertEquals(0, account.size());
                });
    }

    @Test
    void freshPointsWeighFull() {
        var decay = new Decay(365);
        var account = new Account();
        decay.add(account, 3, 18_262, -12_345_678, 1);
        assertEquals(-12_345_678, read(decay, account, 18_262));
        assertEquals(-6_172_839, read(decay, account, 18_262 + 365));
    }

    private static long read(Decay decay, Account account, int day) {
        var view = new View();
        view.open(account, day);
        long low = decay.on(day).read(view, Key.of(4, 0));
        return Wide.points(view.high, low);
    }
}
