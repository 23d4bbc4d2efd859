package glasshouse.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Decimals as micro-units, however they are written.
final class MicroTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.5, -500000",
        "+3, 3000000",
        "007.25, 7250000",
        "0.000001, 1",
        "-999999999999.999999, -999999999999999999",
        "9000000000000, 9000000000000000000",
        "0.0000005, 0",
        "0.0000015, 2",
        "1.5e3, 1500000000",
        ".5, 500000"
    })
    void aDecimalIsReadExactlyOrHalfToEven(String decimal, long micro) {
        assertEquals(micro, Micro.parse(decimal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1,5", "0x10", "1 000", "12a"})
    void whatIsNoDecimalIsRefused(String text) {
        assertThrows(NumberFormatException.class, () -> Micro.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000000000", "1e30"})
    void whatDoesNotFitIsRefused(String decimal) {
        assertThrows(ArithmeticException.class, () -> Micro.parse(decimal));
    }
}
