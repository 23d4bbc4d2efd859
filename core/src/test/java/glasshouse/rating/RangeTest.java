package glasshouse.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glasshouse.testkit.Property;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/// Ratings and their place in the range, to the nearest, in short ranges and long ones.
final class RangeTest {
    private static final BigDecimal ONE = BigDecimal.valueOf(Fixed.ONE);

    @Test
    void bothWaysAreToTheNearest() {
        Property.check(
                "a rating is scaled to the nearest, and so is the way back",
                2000,
                choices -> {
                    long most = choices.bool() ? 2_000_000 : 1_000_000_000_000L;
                    long from = choices.longBetween(-most, most);
                    long to = from + choices.longBetween(1, most);
                    var range = new Range(from, to);
                    long micro = choices.longBetween(from, to);
                    BigDecimal span = BigDecimal.valueOf(to - from);
                    BigDecimal above = BigDecimal.valueOf(2 * (micro - from)).multiply(ONE);
                    long scaled =
                            above.divide(span, 0, RoundingMode.HALF_UP).longValueExact()
                                    - Fixed.ONE;
                    assertEquals(scaled, range.scaled(micro));
                    BigDecimal back =
                            span.multiply(BigDecimal.valueOf(scaled + Fixed.ONE))
                                    .divide(ONE.multiply(BigDecimal.TWO), 0, RoundingMode.HALF_UP);
                    assertEquals(from + back.longValueExact(), range.micro(scaled));
                });
    }

    @Test
    void whatLiesBeyondIsTheEnd() {
        var stars = new Range(1_000_000, 5_000_000);
        assertEquals(Fixed.ONE, stars.scaled(9_000_000));
        assertEquals(-Fixed.ONE, stars.scaled(-9_000_000));
        assertThrows(IllegalArgumentException.class, () -> new Range(5, 5));
    }
}
