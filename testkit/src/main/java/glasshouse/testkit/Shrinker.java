package glasshouse.testkit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Looks for the simplest draws that still fail: the fewest, and among those the lowest first.
///
/// It repeats its passes (drop a chunk, lower one draw, move a draw's amount to a later one) until
/// none of them helps. After MacIver and Donaldson, "Test-Case Reduction via Test-Case Generation:
/// Insights from the Hypothesis Reducer", ECOOP 2020.
final class Shrinker {
    private static final int TRIES = 20_000;
    private static final int LARGEST_CHUNK = 16;
    private static final int FARTHEST_MOVE = 4;

    private final Trial trial;
    private long[] simplest;
    private int adoptedCount;
    private int triesLeft = TRIES;

    private Shrinker(long[] failing, Trial trial) {
        this.simplest = failing;
        this.trial = trial;
    }

    /// Runs on the draws; answers those it used if it failed, else null.
    @FunctionalInterface
    interface Trial {
        long @Nullable [] failingDraws(long[] draws);
    }

    /// The simplest failing draws found within a fixed number of tries; `failing` if none is
    /// simpler.
    static long[] shrink(long[] failing, Trial trial) {
        Shrinker shrinker = new Shrinker(failing, trial);
        while (shrinker.pass() && shrinker.triesLeft > 0) {}
        return shrinker.simplest;
    }

    private boolean pass() {
        int adoptedBefore = adoptedCount;
        for (int size = LARGEST_CHUNK; size >= 1; size /= 2) {
            for (int start = simplest.length - size; start >= 0; start--) {
                // A chunk that went was the last but one or so; go on from what is left.
                start = Math.min(start, simplest.length - size);
                if (start >= 0) {
                    dropChunk(start, size);
                }
            }
        }
        for (int index = 0; index < simplest.length; index++) {
            lower(index);
        }
        for (int index = 0; index < simplest.length; index++) {
            for (int step = 1; step <= FARTHEST_MOVE; step++) {
                moveAmount(index, index + step);
            }
        }
        return adoptedCount > adoptedBefore;
    }

    private void dropChunk(int start, int size) {
        long[] shorter = new long[simplest.length - size];
        System.arraycopy(simplest, 0, shorter, 0, start);
        System.arraycopy(simplest, start + size, shorter, start, shorter.length - start);
        adopt(shorter);
    }

    /// Zero if that fails too, else the lowest failing draw a binary search finds.
    private void lower(int index) {
        if (simplest[index] == 0 || adoptAt(index, 0)) {
            return;
        }
        long passes = 0;
        while (index < simplest.length && simplest[index] - passes != 1 && triesLeft > 0) {
            long middle = passes + ((simplest[index] - passes) >>> 1);
            if (!adoptAt(index, middle)) {
                passes = middle;
            } else if (index < simplest.length
                    && Long.compareUnsigned(simplest[index], passes) <= 0) {
                return;
            }
        }
    }

    /// Moves as much as still fails: all of it, or else what halving the amount allows.
    private void moveAmount(int from, int to) {
        if (to >= simplest.length || simplest[to] == 0) {
            return;
        }
        for (long amount = simplest[from]; amount != 0; amount >>>= 1) {
            boolean moved = true;
            while (moved
                    && to < simplest.length
                    && Long.compareUnsigned(simplest[from], amount) >= 0) {
                long[] changed = simplest.clone();
                changed[from] -= amount;
                changed[to] += amount;
                moved = adopt(changed);
            }
            if (to >= simplest.length) {
                return;
            }
        }
    }

    private boolean adoptAt(int index, long draw) {
        long[] changed = simplest.clone();
        changed[index] = draw;
        return adopt(changed);
    }

    private boolean adopt(long[] draws) {
        if (triesLeft-- <= 0) {
            return false;
        }
        long[] used = trial.failingDraws(draws);
        if (used == null || !isSimpler(used, simplest)) {
            return false;
        }
        simplest = used;
        adoptedCount++;
        return true;
    }

    private static boolean isSimpler(long[] left, long[] right) {
        return left.length != right.length
                ? left.length < right.length
                : Arrays.compareUnsigned(left, right) < 0;
    }
}
