package glasshouse.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PropertyTest {

    @Test
    void aClaimThatHoldsIsTriedAsOftenAsAsked() {
        AtomicInteger runs = new AtomicInteger();
        Property.check("holds", 250, _ -> runs.incrementAndGet());
        assertEquals(250, runs.get());
    }

    @Test
    void aFailureShrinksToTheSmallestNumberThatFails() {
        String message =
                failure(
                        choices -> {
                            long value = choices.longBetween(-1_000_000, 1_000_000);
                            assertTrue(value < 4711);
                        });
        assertTrue(message.contains("simplest failing choices: 4711\n"), message);
    }

    @Test
    void aFailureShrinksToTheShortestListThatFails() {
        String message =
                failure(
                        choices -> {
                            List<Integer> list = choices.listOf(0, 40, c -> c.intBetween(0, 1000));
                            choices.bool();
                            assertTrue(list.stream().mapToInt(Integer::intValue).sum() <= 1500);
                        });
        assertTrue(message.contains("simplest failing choices: [501, 1000], false\n"), message);
    }

    @Test
    void shrinkingKeepsToTheKindOfFailureFirstSeen() {
        AssertionError error =
                assertThrows(
                        AssertionError.class,
                        () -> Property.check("kinds", 1000, 1, PropertyTest::failsInTwoWays));
        assertInstanceOf(IllegalStateException.class, error.getCause());
        assertTrue(String.valueOf(error.getMessage()).contains("choices: 10\n"), error::toString);
    }

    private static void failsInTwoWays(Choices choices) {
        int value = choices.intBetween(1, 100_000);
        if (value >= 10) {
            throw new IllegalStateException("large");
        }
        assertTrue(value > 9);
    }

    @Test
    void theSeedInAReportFailsAgainInTheFirstRun() {
        Property.Claim claim = choices -> assertTrue(choices.intBetween(0, 99) != 42);
        String message = failure(claim);
        long seed = Long.parseLong(message.substring(message.lastIndexOf('=') + 1));
        assertThrows(AssertionError.class, () -> Property.check("again", 1, seed, claim));
    }

    @Test
    void equalSeedsMakeEqualChoices() {
        assertEquals(valuesFrom(17), valuesFrom(17));
        assertTrue(!valuesFrom(17).equals(valuesFrom(18)));
    }

    private static List<Long> valuesFrom(long seed) {
        List<Long> values = new ArrayList<>();
        Property.check(
                "collect", 20, seed, choices -> values.add(choices.longBetween(0, 1L << 50)));
        return values;
    }

    @Test
    void aReplayOfTheDrawsMakesTheSameChoices() {
        Choices first = Choices.random(5);
        List<Integer> made = first.listOf(1, 9, c -> c.intBetween(-50, 50));
        Choices second = Choices.replay(first.draws());
        assertEquals(made, second.listOf(1, 9, c -> c.intBetween(-50, 50)));
        assertArrayEquals(first.draws(), second.draws());
    }

    @Test
    void everyNumberOfARangeIsReachedAndNoneOutside() {
        boolean[] seen = new boolean[11];
        Property.check("range", 2000, choices -> seen[choices.intBetween(-5, 5) + 5] = true);
        for (boolean reached : seen) {
            assertTrue(reached);
        }
    }

    @Test
    void theWidestRangesDoNotOverflow() {
        Property.check(
                "wide",
                2000,
                choices -> {
                    choices.longBetween(Long.MIN_VALUE, Long.MAX_VALUE);
                    assertTrue(choices.longBetween(Long.MIN_VALUE, 0) <= 0);
                    assertTrue(choices.longBetween(-3, Long.MAX_VALUE) >= -3);
                    assertTrue(choices.longBetween(7, Long.MAX_VALUE) >= 7);
                });
    }

    @Test
    void aClaimThatDiscardsEveryRunFails() {
        String message = failure(choices -> choices.assume(false));
        assertTrue(message.contains("discarded"), message);
    }

    private static String failure(Property.Claim claim) {
        AssertionError error =
                assertThrows(AssertionError.class, () -> Property.check("planted", 1000, claim));
        return String.valueOf(error.getMessage());
    }
}
