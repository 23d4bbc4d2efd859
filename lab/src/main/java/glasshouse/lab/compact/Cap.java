package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Period;
import java.util.Arrays;

/// A limit as the lab keeps it: how much of it is used up in the current calendar period, in a few
/// bits a person ([CapWords]), or in none where a step holds all that can happen in a period.
///
/// What lies above the limit is cut as it comes, which is what a read-out does that cuts from the
/// latest, as long as the points of a limit have one sign.
final class Cap {
    private static final int MOST_BITS = 16;
    private static final int MOST_GRAINS = (1 << MOST_BITS) - 1;

    private final int limit;
    private final Period period;
    private final Keeping keeping;
    private int grain;
    private int ofStep = -1;

    /// Where grains are kept from step to step: a field of `most`, moved up by `shift`.
    private short[] words = {};

    private int shift;
    private int most;

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

    /// Takes a scratch column as its own.
    void placeInStep(int scratchColumn) {
        ofStep = scratchColumn;
    }

    /// How many bits hold what is used up, once all amounts are known.
    int bits() {
        grain = Math.max(grain, (limit + MOST_GRAINS - 1) / MOST_GRAINS);
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(limit / grain));
    }

    /// Takes a field of its [#bits] in everybody's words.
    void place(short[] shared, int lowest) {
        words = shared;
        shift = lowest;
        most = (1 << bits()) - 1;
    }

    /// Opens a scene in a step: a new period starts from nothing.
    void open(Scene scene, Step step, Scratch scratch) {
        if (keeping == Keeping.IN_STEP) {
            Arrays.fill(scratch.used()[ofStep], 0);
        } else if (keeping == Keeping.BETWEEN_STEPS && opens(step)) {
            int others = ~(most << shift);
            int end = scene.first() + scene.count();
            for (int person = scene.first(); person < end; person++) {
                words[person] &= (short) others;
            }
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
            case BETWEEN_STEPS -> holdInWords(points, scratch.places(), did, scene.first());
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

    private void holdInWords(int[] points, int[] places, int did, int first) {
        short[] shared = words;
        int from = shift;
        int mask = most;
        for (int k = 0; k < did; k++) {
            int person = first + places[k];
            int word = shared[person];
            int used = word >> from & mask;
            points[k] = within(points[k], Math.max(0, limit - grain * used));
            int now = Math.min(mask, used + grains(points[k]));
            shared[person] = (short) ((word & ~(mask << from)) | (now << from));
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
}
