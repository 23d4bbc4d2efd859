package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.ResultHash;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.testkit.Property;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FairLendingTest {
    private static final CreditDynamics.Model MODEL =
            new CreditDynamics.Model(
                    List.of("group 1", "group 2"),
                    new double[] {0.1, 0.2, 0.45, 0.6, 0.65, 0.7, 0.7},
                    new int[][] {{0, 10, 10, 20, 30, 30, 0}, {10, 10, 20, 30, 30, 0, 0}},
                    100,
                    new Utility(1, -1));

    private static CreditDynamics.Outcome run(Policy policy, long seed, int steps) {
        return new CreditDynamics(MODEL, policy, seed).run(steps, 10);
    }

    /// Reckoned apart in another language, in rational numbers, on the same draws.
    @Test
    void countsAndScoresAreThoseOfTheModel() {
        CreditDynamics.Outcome most = run(Policy.MAX_PROFIT, 1, 20_000);
        assertArrayEquals(new int[] {0, 10, 72, 1, 0, 2, 15}, most.mass()[0]);
        assertArrayEquals(new int[] {10, 10, 72, 1, 1, 3, 3}, most.mass()[1]);
        CreditDynamics.Outcome equal = run(Policy.EQUAL_OPPORTUNITY, 1, 20_000);
        assertArrayEquals(new int[] {0, 19, 58, 1, 2, 4, 16}, equal.mass()[0]);
        assertArrayEquals(new int[] {10, 44, 28, 0, 2, 7, 9}, equal.mass()[1]);
        assertEquals(3429, most.tallies().get(0).loans);
        assertEquals(1632, most.tallies().get(1).loans);
        assertEquals(3689, equal.tallies().get(0).loans);
        assertEquals(2882, equal.tallies().get(1).loans);
        assertEquals(10_055, equal.tallies().get(0).applicants);
    }

    @Test
    void everyLenderMeetsTheSameApplicantsAndNobodyIsLost() {
        Property.check(
                "groups keep their size, and applicants do not depend on the lender",
                30,
                choices -> {
                    long seed = choices.intBetween(0, 1_000_000);
                    int steps = choices.intBetween(1, 2000);
                    CreditDynamics.Outcome one = run(Policy.MAX_PROFIT, seed, steps);
                    CreditDynamics.Outcome other = run(Policy.EQUAL_OPPORTUNITY, seed, steps);
                    for (int group = 0; group < 2; group++) {
                        assertEquals(100, Arrays.stream(one.mass()[group]).sum());
                        assertEquals(100, Arrays.stream(other.mass()[group]).sum());
                        assertEquals(
                                one.tallies().get(group).applicants,
                                other.tallies().get(group).applicants);
                    }
                });
    }

    @Test
    void theResultDoesNotDependOnThreads() throws IOException, InterruptedException {
        assertEquals(hash(1), hash(3));
    }

    private static String hash(int threads) throws IOException, InterruptedException {
        var settings = new Settings(Map.of(Setting.SEEDS, 30L, Setting.STEPS, 300L), threads);
        return ResultHash.of(new FairLending(MODEL, settings).run(Progress.NONE, Checkpoints.NONE));
    }
}
