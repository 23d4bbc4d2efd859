package glasshouse.lab.compact;

import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import java.util.List;

/// A window's measure put through bins.
final class BinnedColumn implements Column {
    private final Gauge gauge;
    private final long[] below;
    private final int[] points;
    private final int missing;

    /// A deed and how many units of the signal are in one of its own.
    record Source(Deed deed, int times) {}

    BinnedColumn(Characteristic.Binned binned, Gauge gauge, Units units) {
        this.gauge = gauge;
        List<Attribute> attributes = binned.attributes();
        below = attributes.stream().mapToLong(Attribute::belowMicro).toArray();
        points = attributes.stream().mapToInt(a -> units.of(a.pointsMicro())).toArray();
        missing = units.of(binned.missing().pointsMicro());
    }

    @Override
    public void close(Scene scene, Step step, Scratch scratch, int[] partials) {
        gauge.open(scene, step);
        for (int i = 0; i < scene.count(); i++) {
            long measured = gauge.measure(scene, step, i);
            partials[i] = measured == Gauge.NOTHING ? missing : attribute(measured);
        }
    }

    private int attribute(long measured) {
        int last = below.length - 1;
        for (int i = 0; i < last; i++) {
            if (measured < below[i]) {
                return points[i];
            }
        }
        return points[last];
    }

    @Override
    public List<Object> columns() {
        return gauge.columns();
    }

    /// What a measure reads, in micro-units (times: days).
    interface Gauge {
        /// There is nothing to measure.
        long NOTHING = Long.MIN_VALUE;

        /// Looks at a scene before its people are measured.
        default void open(Scene scene, Step step) {}

        /// Takes in what a person did in this step, and measures.
        long measure(Scene scene, Step step, int place);

        List<Object> columns();
    }

    /// How often, or how much, the sources happened to a person in this step.
    static long amount(Scene scene, List<Source> sources, int place, boolean events) {
        long sum = 0;
        for (Source source : sources) {
            if (scene.happened(source.deed())) {
                int amount = scene.read(source.deed())[place];
                if (amount != 0) {
                    boolean one = events && !source.deed().counted();
                    sum += one ? 1 : events ? amount : (long) amount * source.times();
                }
            }
        }
        return sum;
    }

    /// Count, sum, mean or share: one or two running totals over a ring of steps.
    record Totals(
            boolean events,
            boolean ratio,
            List<Source> signals,
            List<Source> of,
            int steps,
            short[] ring,
            short[] wholeRing,
            int[] total,
            int[] whole)
            implements Gauge {
        static Totals of(
                Characteristic.Binned binned,
                List<Source> signals,
                List<Source> of,
                int stepDays,
                int people) {
            int days = binned.windowDays();
            int steps = days == 0 ? 0 : (days - 1) / stepDays + 1;
            boolean ratio =
                    switch (binned.measure()) {
                        case MEAN, SHARE -> true;
                        default -> false;
                    };
            boolean events =
                    switch (binned.measure()) {
                        case COUNT, SHARE -> true;
                        default -> false;
                    };
            return new Totals(
                    events,
                    ratio,
                    signals,
                    of,
                    steps,
                    new short[Math.multiplyExact(steps, people)],
                    new short[ratio ? steps * people : 0],
                    new int[people],
                    new int[ratio ? people : 0]);
        }

        @Override
        public long measure(Scene scene, Step step, int place) {
            int person = scene.first() + place;
            long now = amount(scene, signals, place, events);
            total[person] += turn(ring, person, step, now);
            if (!ratio) {
                return Micro.of(total[person]);
            }
            whole[person] += turn(wholeRing, person, step, amount(scene, of, place, true));
            return whole[person] == 0
                    ? NOTHING
                    : Micro.divide(Micro.of(total[person]), Micro.of(whole[person]));
        }

        /// Puts a step's amount in the ring; returns what the running total gains.
        private int turn(short[] cells, int person, Step step, long now) {
            int held = (int) Math.min(now, Short.MAX_VALUE);
            if (steps == 0) {
                return held;
            }
            int cell = person * steps + step.index() % steps;
            int dropped = cells[cell];
            cells[cell] = (short) held;
            return held - dropped;
        }

        @Override
        public List<Object> columns() {
            return List.of(ring, wholeRing, total, whole);
        }
    }

    /// Least or greatest value of a window.
    record Extreme(List<Source> signals, boolean least, int steps, short[] ring) implements Gauge {
        static Extreme of(
                Characteristic.Binned binned,
                List<Source> signals,
                boolean least,
                int stepDays,
                int people) {
            int days = binned.windowDays();
            int steps = days == 0 ? 1 : (days - 1) / stepDays + 1;
            return new Extreme(signals, least, steps, new short[Math.multiplyExact(steps, people)]);
        }

        @Override
        public long measure(Scene scene, Step step, int place) {
            int start = (scene.first() + place) * steps;
            int slot = start + step.index() % steps;
            boolean allTime = steps == 1;
            short found = allTime ? ring[slot] : 0;
            for (Source source : signals) {
                int amount = scene.happened(source.deed()) ? scene.read(source.deed())[place] : 0;
                found = better(found, (short) (amount * source.times()));
            }
            ring[slot] = found;
            for (int cell = start; cell < start + steps; cell++) {
                found = better(found, ring[cell]);
            }
            return found == 0 ? NOTHING : Micro.of(found);
        }

        private short better(short found, short other) {
            if (other == 0 || (found != 0 && (least ? found < other : found > other))) {
                return found;
            }
            return other;
        }

        @Override
        public List<Object> columns() {
            return List.of(ring);
        }
    }

    /// Days since the first or the last event, or the last event's value.
    record Since(List<Source> signals, Kind kind, int windowDays, short[] when, short[] value)
            implements Gauge {
        /// Which of them.
        enum Kind {
            FIRST,
            LAST,
            VALUE
        }

        static Since of(Characteristic.Binned binned, List<Source> signals, Kind kind, int people) {
            return new Since(
                    signals,
                    kind,
                    binned.windowDays() == 0 ? Integer.MAX_VALUE : binned.windowDays(),
                    new short[people],
                    new short[kind == Kind.VALUE ? people : 0]);
        }

        @Override
        public long measure(Scene scene, Step step, int place) {
            int person = scene.first() + place;
            long now = amount(scene, signals, place, kind != Kind.VALUE);
            if (now != 0 && (kind != Kind.FIRST || when[person] == 0)) {
                when[person] = (short) (step.index() + 1);
                if (kind == Kind.VALUE) {
                    value[person] = (short) now;
                }
            }
            long days = (long) (step.index() + 1 - when[person]) * step.days();
            if (when[person] == 0 || days >= windowDays) {
                return NOTHING;
            }
            return Micro.of(kind == Kind.VALUE ? value[person] : days);
        }

        @Override
        public List<Object> columns() {
            return List.of(when, value);
        }
    }

    /// One party while anything of the window is remembered, none otherwise.
    record Parties(Since since) implements Gauge {
        static Parties of(Characteristic.Binned binned, List<Source> signals, int people) {
            return new Parties(Since.of(binned, signals, Since.Kind.LAST, people));
        }

        @Override
        public long measure(Scene scene, Step step, int place) {
            return since.measure(scene, step, place) == NOTHING ? 0 : Micro.ONE;
        }

        @Override
        public List<Object> columns() {
            return since.columns();
        }
    }
}
