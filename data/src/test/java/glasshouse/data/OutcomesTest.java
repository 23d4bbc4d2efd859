package glasshouse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.data.Outcomes.InBand;
import glasshouse.data.Outcomes.Order;
import glasshouse.data.Outcomes.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomesTest {
    private static final String SCORES =
            """
            person,score,band
            007,10,low
            b,20,low
            c,30,high
            d,40,high
            e,50,high
            """;

    @TempDir private Path folder;

    private Outcomes read(String scores, String outcomes) throws IOException {
        Path scored = Files.writeString(folder.resolve("scores.csv"), scores);
        Path known = Files.writeString(folder.resolve("known.csv"), outcomes);
        return Outcomes.read(scored, new Table(known, "id", "came true"));
    }

    @Test
    void bandsStandInTheOrderOfTheirScoresAndIdsAreTexts() throws IOException {
        Outcomes outcomes = read(SCORES, "id,came true\n007,yes\nb,1\nc,0\nd,true\n7,1\ne,\n");
        assertEquals(List.of(new InBand("low", 2, 2), new InBand("high", 2, 1)), outcomes.bands());
        assertEquals(Order.FALLING, outcomes.order());
        assertEquals(1, outcomes.withoutOutcome());
        assertEquals(1, outcomes.withoutScore());
    }

    @Test
    void aPersonHasOneOutcomeAndItIsYesOrNo() {
        assertThrows(IOException.class, () -> read(SCORES, "id,came true\nb,1\nb,0\n"));
        assertThrows(IOException.class, () -> read(SCORES, "id,came true\nb,2\n"));
        assertThrows(IOException.class, () -> read(SCORES, "id,came\nb,1\n"));
        assertThrows(IOException.class, () -> read("person,band\nb,low\n", "id,came true\nb,1\n"));
    }

    @Test
    void oneBandOrEqualRatesGoNoWay() {
        var low = new InBand("low", 10, 5);
        var high = new InBand("high", 20, 10);
        assertEquals(Order.NEITHER, new Outcomes(List.of(low), 0, 0).order());
        assertEquals(Order.NEITHER, new Outcomes(List.of(low, high), 0, 0).order());
        assertEquals(Order.NEITHER, new Outcomes(List.of(), 0, 0).order());
    }

    /// Against the published example of Newcombe (1998): 81 of 263, and 0 of 20.
    @Test
    void theIntervalIsWilsons() {
        var some = new InBand("", 263, 81);
        assertEquals(0.2553, some.low(), 5e-5);
        assertEquals(0.3662, some.high(), 5e-5);
        var none = new InBand("", 20, 0);
        assertTrue(none.low() < 1e-12);
        assertEquals(0.1611, none.high(), 5e-5);
    }
}
