package glasshouse.account;

import glasshouse.scheme.Limit;
import glasshouse.scheme.Period;
import java.util.Objects;

/// Reads one lane of an accrual: one class for each way to keep points, so that each is compiled
/// into a short loop of its own. One per thread.
///
/// What a lane comes to is a sum of points times weights in 128 bits: [#read] returns the lower 64
/// and leaves the upper in [View#high].
abstract sealed class LaneReader {
    /// The key after the lane's last.
    final long end;

    private LaneReader(long end) {
        this.end = end;
    }

    /// Makes ready for the views of another day.
    void turn(int day) {}

    /// Passes over the lane's entries; what has to wait for other lanes goes to `rows`.
    abstract long read(View view, LimitedRows rows);

    /// The reader of an accrual's lane; a limit over several lanes makes it `shared`.
    static LaneReader of(Part.Lane[] lanes, int index, boolean shared) {
        Part.Lane lane = lanes[index];
        long next = Key.of(lane.slot() + 1, 0);
        long afterNext = Key.of(lane.slot() + 2, 0);
        boolean alone =
                !shared && lane.limits().length == 1 && lane.limits()[0].period() != Period.DAY;
        return switch (lane.store()) {
            case TOTAL -> new Total(next);
            case HALVING -> new Halving(next, Objects.requireNonNull(lane.decay()));
            case DAILY -> new Daily(next, lane.weights());
            case LIMITED ->
                    alone
                            ? new LimitedAlone(afterNext, lane, index)
                            : new Limited(afterNext, index);
            case WAITING -> new Waiting(lane, index);
        };
    }

    /// Stands for the lanes of an accrual without signals.
    static final class Nothing extends LaneReader {
        Nothing() {
            super(0);
        }

        @Override
        long read(View view, LimitedRows rows) {
            view.high = 0;
            return 0;
        }
    }

    /// One sum for good.
    private static final class Total extends LaneReader {
        Total(long end) {
            super(end);
        }

        @Override
        long read(View view, LimitedRows rows) {
            long points = view.only(end);
            view.high = Math.multiplyHigh(points, Weights.ONE);
            return points * Weights.ONE;
        }
    }

    /// One growing number.
    private static final class Halving extends LaneReader {
        private final Decay decay;
        private Shrink shrink = Shrink.NONE;

        Halving(long end, Decay decay) {
            super(end);
            this.decay = decay;
        }

        @Override
        void turn(int day) {
            shrink = decay.on(day);
        }

        @Override
        long read(View view, LimitedRows rows) {
            return shrink.read(view, end);
        }
    }

    /// Sums by day.
    private static final class Daily extends LaneReader {
        private final Weights weights;

        Daily(long end, Weights weights) {
            super(end);
            this.weights = weights;
        }

        @Override
        long read(View view, LimitedRows rows) {
            long[] keys = view.keys;
            long[] amounts = view.amounts;
            int last = view.size;
            int day = view.day;
            long high = 0;
            long low = 0;
            int i = view.next;
            while (i < last && keys[i] < end) {
                long weight = weights.at(day - Key.day(keys[i]));
                long product = amounts[i] * weight;
                low += product;
                high += Math.multiplyHigh(amounts[i], weight) + Wide.carry(low, product);
                i++;
            }
            view.next = i;
            view.high = high;
            return low;
        }
    }

    /// Sums by day, gains in one slot and losses in the next, to be cut later.
    private static final class Limited extends LaneReader {
        private final int lane;

        Limited(long end, int lane) {
            super(end);
            this.lane = lane;
        }

        @Override
        long read(View view, LimitedRows rows) {
            int first = view.next;
            int last = view.pass(end);
            for (int i = first; i < last; i++) {
                rows.add(lane, Key.day(view.keys[i]), view.amounts[i]);
            }
            view.high = 0;
            return 0;
        }
    }

    /// The same with one limit of its own. Where all days gain, they are let in until the limit of
    /// their period is reached: to cut the surplus from the latest day back comes to that.
    private static final class LimitedAlone extends LaneReader {
        private final Limited general;
        private final Weights weights;
        private final short[] periods;
        private final long most;

        LimitedAlone(long end, Part.Lane lane, int index) {
            super(end);
            general = new Limited(end, index);
            weights = lane.weights();
            Limit limit = lane.limits()[0];
            periods = Calendar.periods(limit.period());
            most = limit.pointsMicro();
        }

        @Override
        long read(View view, LimitedRows rows) {
            long[] keys = view.keys;
            long[] amounts = view.amounts;
            int last = view.size;
            int day = view.day;
            long room = most;
            long signs = 0;
            int period = -1;
            long high = 0;
            long low = 0;
            int i = view.next;
            while (i < last && keys[i] < end) {
                int happened = Key.day(keys[i]);
                int now = periods[happened];
                room = now == period ? room : most;
                period = now;
                signs |= amounts[i];
                long points = Math.min(amounts[i], room);
                room -= points;
                long weight = weights.at(day - happened);
                long product = points * weight;
                low += product;
                high += Math.multiplyHigh(points, weight) + Wide.carry(low, product);
                i++;
            }
            if (signs < 0) {
                return general.read(view, rows);
            }
            view.next = i;
            view.high = high;
            return low;
        }
    }

    /// As a limited lane, of what is confirmed.
    private static final class Waiting extends LaneReader {
        private final Part.Lane lane;
        private final int index;

        Waiting(Part.Lane lane, int index) {
            super(Key.of(lane.confirmations() + 1, 0));
            this.lane = lane;
            this.index = index;
        }

        @Override
        long read(View view, LimitedRows rows) {
            int first = view.next;
            int confirmed = view.pass(Key.of(lane.confirmations(), 0));
            int last = view.pass(end);
            for (int i = first; i < confirmed; i++) {
                if (isConfirmed(view, i, confirmed, last)) {
                    rows.add(index, Key.day(view.keys[i]), view.amounts[i]);
                }
            }
            view.high = 0;
            return 0;
        }

        private boolean isConfirmed(View view, int waiting, int first, int last) {
            int day = Key.day(view.keys[waiting]);
            for (int i = first; i < last; i++) {
                if (view.items[i] == view.items[waiting]
                        && view.amounts[i] > 0
                        && Math.abs(Key.day(view.keys[i]) - day) <= lane.withinDays()) {
                    return true;
                }
            }
            return false;
        }
    }
}
