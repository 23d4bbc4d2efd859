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

    /// Holds everybody's points within what is left of the limit.
    void hold(Scene scene, Scratch scratch) {
        int count = scene.count();
        switch (keeping) {
            case NOWHERE -> holdEach(scratch.points(), count);
            case IN_STEP -> holdSum(scratch.points(), scratch.used()[ofStep], count);
            case BETWEEN_STEPS -> holdOver(scene.first(), scratch.points(), count);
        }
    }

    private void holdEach(int[] points, int count) {
        for (int i = 0; i < count; i++) {
            points[i] = Math.clamp(points[i], -limit, limit);
        }
    }

    private void holdSum(int[] points, int[] used, int count) {
        for (int i = 0; i < count; i++) {
            int room = limit - used[i];
            int held = Math.clamp(points[i], -room, room);
            used[i] += Math.abs(held);
            points[i] = held;
        }
    }

    private void holdOver(int first, int[] points, int count) {
        for (int i = 0; i < count; i++) {
            if (points[i] != 0) {
                int person = first + i;
                int room = Math.max(0, limit - grain * used(person));
                int held = Math.clamp(points[i], -room, room);
                use(person, used(person) + (Math.abs(held) + grain / 2) / grain);
                points[i] = held;
            }
        }
    }

    private int used(int person) {
        return bytes.length > 0 ? bytes[person] & BYTE_MOST : shorts[person] & SHORT_MOST;
    }

    private void use(int person, int grains) {
        if (bytes.length > 0) {
            bytes[person] = (byte) grains;
        } else {
            shorts[person] = (short) grains;
        }
    }

    /// The columns that it keeps between steps.
    List<Object> columns() {
        return bytes.length > 0 ? List.of(bytes) : shorts.length > 0 ? List.of(shorts) : List.of();
    }
}
