package glasshouse.lab.compact;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Fade;
import java.util.List;

/// What is remembered of points that fade alike, for everybody.
sealed interface Memory {
    /// Lets a step pass, takes in what it brought, and adds what all weighs now to `sum`.
    void close(Scene scene, Step step, int[] gained, int[] sum);

    /// The columns that it keeps between steps: arrays of primitives, one or more cells a person.
    List<Object> columns();

    /// The memory of a fade; `expiresDays` 0: nothing is dropped. A half-life that is dropped when
    /// little is left of it is kept as if it went on.
    static Memory of(Fade fade, int expiresDays, int stepDays, int people) {
        return switch (fade) {
            case Fade.Never _ when expiresDays == 0 -> new Lasting(new int[people]);
            case Fade.Never _ -> Window.flat(expiresDays, stepDays, people);
            case Fade.HalfLife h when expiresDays == 0 || expiresDays >= 4 * h.days() ->
                    Fading.of(h.days(), stepDays, people);
            case Fade.HalfLife h -> Cut.of(h.days(), expiresDays, stepDays, people);
            case Fade.Linear l -> {
                int window = expiresDays == 0 ? l.days() : Math.min(l.days(), expiresDays);
                yield Window.linear(l.days(), window, stepDays, people);
            }
        };
    }

    /// Points that keep their weight.
    record Lasting(int[] total) implements Memory {
        @Override
        public void close(Scene scene, Step step, int[] gained, int[] sum) {
            int first = scene.first();
            for (int i = 0; i < scene.count(); i++) {
                total[first + i] += gained[i];
                sum[i] += total[first + i];
            }
        }

        @Override
        public List<Object> columns() {
            return List.of(total);
        }
    }

    /// Points that halve and halve: two bytes, each step multiplied by its weight. What rounding
    /// leaves is spread by a golden-ratio sequence over people and steps, so that it does not add
    /// up.
    record Fading(short[] cells, int weight) implements Memory {
        private static final int BITS = 16;
        private static final int LEAST = Short.MIN_VALUE;
        private static final int MOST = Short.MAX_VALUE;
        private static final int GOLDEN_PERSON = 40_503;
        private static final int GOLDEN_STEP = 25_173;

        static Fading of(int halfLifeDays, int stepDays, int people) {
            double weight = StrictMath.pow(2, -stepDays / (double) halfLifeDays);
            return new Fading(new short[people], (int) Math.round(weight * (1 << BITS)));
        }

        @Override
        public void close(Scene scene, Step step, int[] gained, int[] sum) {
            short[] points = cells;
            int factor = weight;
            int first = scene.first();
            int count = scene.count();
            int spread = step.index() * GOLDEN_STEP + first * GOLDEN_PERSON;
            for (int i = 0; i < count; i++) {
                int dither = spread + i * GOLDEN_PERSON & 0xFFFF;
                int faded = (points[first + i] * factor + dither) >> BITS;
                int now = Math.max(LEAST, Math.min(MOST, faded + gained[i]));
                points[first + i] = (short) now;
                sum[i] += now;
            }
        }

        @Override
        public List<Object> columns() {
            return List.of(cells);
        }
    }

    /// Points that halve and halve and are dropped while they still weigh: a fading total in finer
    /// units, and a ring of what to drop.
    record Cut(short[] ring, int[] total, int steps, double weight, double last) implements Memory {
        private static final int FINE = 256;

        static Cut of(int halfLifeDays, int expiresDays, int stepDays, int people) {
            int steps = (expiresDays - 1) / stepDays + 1;
            double weight = StrictMath.pow(2, -stepDays / (double) halfLifeDays);
            var ring = new short[Math.multiplyExact(steps, people)];
            double last = FINE * StrictMath.pow(weight, steps);
            return new Cut(ring, new int[people], steps, weight, last);
        }

        @Override
        public void close(Scene scene, Step step, int[] gained, int[] sum) {
            int slot = step.index() % steps;
            for (int i = 0; i < scene.count(); i++) {
                int person = scene.first() + i;
                int cell = person * steps + slot;
                int brought = Math.clamp(gained[i], Short.MIN_VALUE, Short.MAX_VALUE);
                long faded = Math.round(total[person] * weight - ring[cell] * last);
                ring[cell] = (short) brought;
                total[person] = (int) faded + brought * FINE;
                sum[i] += Math.floorDiv(total[person] + FINE / 2, FINE);
            }
        }

        @Override
        public List<Object> columns() {
            return List.of(ring, total);
        }
    }

    /// Points of a window, step by step in a ring: flat, or on a line down to nothing at
    /// `lineDays`. The total and the total of points times age run along, so a step costs the same
    /// however long the window.
    record Window(short[] ring, int[] total, long[] aged, int steps, int stepDays, int lineDays)
            implements Memory {
        static Window flat(int days, int stepDays, int people) {
            return of(days, stepDays, 0, people);
        }

        static Window linear(int lineDays, int days, int stepDays, int people) {
            return of(days, stepDays, lineDays, people);
        }

        private static Window of(int days, int stepDays, int lineDays, int people) {
            int steps = (days - 1) / stepDays + 1;
            var ring = new short[Math.multiplyExact(steps, people)];
            var aged = lineDays > 0 ? new long[people] : new long[0];
            return new Window(ring, new int[people], aged, steps, stepDays, lineDays);
        }

        @Override
        public void close(Scene scene, Step step, int[] gained, int[] sum) {
            int slot = step.index() % steps;
            for (int i = 0; i < scene.count(); i++) {
                int person = scene.first() + i;
                int cell = person * steps + slot;
                int dropped = ring[cell];
                if (lineDays > 0) {
                    aged[person] += (long) stepDays * total[person];
                    aged[person] -= (long) dropped * steps * stepDays;
                }
                int brought = Math.clamp(gained[i], Short.MIN_VALUE, Short.MAX_VALUE);
                ring[cell] = (short) brought;
                total[person] += brought - dropped;
                sum[i] +=
                        lineDays == 0
                                ? total[person]
                                : Math.round(total[person] - (float) aged[person] / lineDays);
            }
        }

        @Override
        public List<Object> columns() {
            return lineDays > 0 ? List.of(ring, total, aged) : List.of(ring, total);
        }
    }
}
