package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Period;
import java.util.Arrays;
import java.util.List;

/// A limit as the lab keeps it: how much of it is used up in the current calendar period, in a byte
/// or two a person, or in none where a step holds all that can happen in a period.
///
/// What lies above the limit is cut as it comes, which is what a read-out does that cuts from the
/// latest, as long as the points of a limit have one sign.
final class Cap {
    private static final int BYTE_MOST = 255;
    private static final int SHORT_MOST = 65_535;

    private final int limit;
    private final Period period;
    private final Keeping keeping;
    private int grain;
    private int ofStep = -1;
    private byte[] bytes = {};
    private short[] shorts = {};

    /// Where it is kept how much is used up.
    enum Keeping {
        /// Nowhere: what it caps happens at most once in a period.
        NOWHERE,
        /// In the scratch of a step: the period ends within it.
        IN_STEP,
        /// From step to step.
        BETWEEN_STEPS
    }

    Cap(int limit, Period period, Keeping keeping) {
        this.limit = limit;
        this.period = period;
        this.keeping = keeping;
        grain = limit;
    }

    Keeping keeping() {
        return keeping;
    }

    /// Whether a period ends within every step.
    static boolean withinStep(Period period, int stepDays) {
        return period == Period.DAY || (period == Period.WEEK && stepDays >= 7);
    }

    /// Is told what amounts of points it will see, so that it can count in the coarsest grain that
    /// is exact.
    void expect(int[] table) {
        for (int points : table) {
            grain = gcd(grain, Math.abs(points));
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /// Makes room for people, or takes a scratch column as its own.
    void place(int people, int scratchColumn) {
        switch (keeping) {
            case NOWHERE -> {}
            case IN_STEP -> ofStep = scratchColumn;
            case BETWEEN_STEPS -> {
                grain = Math.max(grain, (limit + SHORT_MOST - 1) / SHORT_MOST);
                if (limit / grain <= BYTE_MOST) {
                    bytes = new byte[people];
                } else {
                    shorts = new short[people];
                }
            }
        }
    }

    /// Opens a scene in a step: a new period starts from nothing.
    void open(Scene scene, Step step, Scratch scratch) {
        int first = scene.first();
        int end = first + scene.count();
        if (keeping == Keeping.IN_STEP) {
            Arrays.fill(scratch.used()[ofStep], 0);
        } else if (bytes.length > 0 && opens(step)) {
            Arrays.fill(bytes, first, end, (byte) 0);
        } else if (shorts.length > 0 && opens(step)) {
            Arrays.fill(shorts, first, end, (short) 0);
        }
    }

    private boolean opens(Step step) {
        return switch (period) {
            case DAY -> true;
            case WEEK -> step.opensWeek();
            case MONTH -> step.opensMonth();
            case YEAR -> step.opensYear();
        };
    }

    /// Holds the points of the first `did` of the scratch's places within what is left to each.
    void hold(Scene scene, Scratch scratch, int did) {
        int[] points = scratch.points();
        switch (keeping) {
            case NOWHERE -> holdEach(points, did);
            case IN_STEP -> holdSum(points, scratch.places(), did, scratch.used()[ofStep]);
            case BETWEEN_STEPS -> {
                if (bytes.length > 0) {
                    holdInBytes(points, scratch.places(), did, scene.first());
                } else {
                    holdInShorts(points, scratch.places(), did, scene.first());
                }
            }
        }
    }

    private void holdEach(int[] points, int did) {
        for (int k = 0; k < did; k++) {
            points[k] = within(points[k], limit);
        }
    }

    private void holdSum(int[] points, int[] places, int did, int[] used) {
        for (int k = 0; k < did; k++) {
            int place = places[k];
            int held = within(points[k], limit - used[place]);
            used[place] += Math.abs(held);
            points[k] = held;
        }
    }

    private void holdInBytes(int[] points, int[] places, int did, int first) {
        for (int k = 0; k < did; k++) {
            int person = first + places[k];
            int used = bytes[person] & BYTE_MOST;
            points[k] = within(points[k], Math.max(0, limit - grain * used));
            bytes[person] = (byte) (used + grains(points[k]));
        }
    }

    private void holdInShorts(int[] points, int[] places, int did, int first) {
        for (int k = 0; k < did; k++) {
            int person = first + places[k];
            int used = shorts[person] & SHORT_MOST;
            points[k] = within(points[k], Math.max(0, limit - grain * used));
            shorts[person] = (short) (used + grains(points[k]));
        }
    }

    private static int within(int points, int room) {
        return Math.max(-room, Math.min(room, points));
    }

    /// The nearest number of grains in points of either sign. A `double` holds both exactly, and
    /// divides faster than an `int`.
    private int grains(int points) {
        return (int) ((Math.abs(points) + grain / 2) / (double) grain);
    }

    /// The columns that it keeps between steps.
    List<Object> columns() {
        return bytes.length > 0 ? List.of(bytes) : shorts.length > 0 ? List.of(shorts) : List.of();
    }
}
