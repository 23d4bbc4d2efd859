package glasshouse.account;

import glasshouse.account.Part.Lane;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Period;
import java.util.Arrays;

/// Sums an accrual: its free lanes at once, its limited ones by day after the limits have cut.
///
/// A limit holds the raw sum of a calendar period within its bounds by cutting from the latest day
/// back; own limits cut first, in the order of the scheme, then shared ones. Days are rows of a
/// small table that grows to the busiest account and is used again.
final class AccrualReader {
    private final Wide sum = new Wide();
    private final Rows rows = new Rows();

    /// Points of the characteristic, before its floor and ceiling, in micro-points.
    long points(Part.Accrual part, View view) {
        sum.clear();
        rows.clear();
        Lane[] lanes = part.lanes();
        for (int i = 0; i < lanes.length; i++) {
            Lane lane = lanes[i];
            switch (lane.store()) {
                case TOTAL -> total(view, lane.slot());
                case HALVING -> halving(view, lane);
                case DAILY -> daily(view, lane);
                case LIMITED -> limited(view, lane, i);
                case WAITING -> waiting(view, lane, i);
            }
        }
        if (rows.size() > 0) {
            cut(part);
            for (int row = 0; row < rows.size(); row++) {
                Weights weights = lanes[rows.lane(row)].weights();
                sum.addProduct(rows.points(row), weights.at(view.day - rows.day(row)));
            }
        }
        return sum.points();
    }

    private void total(View view, int slot) {
        if (view.first(slot) < view.end(slot)) {
            sum.addProduct(view.amounts[view.first(slot)], Weights.ONE);
        }
    }

    private void halving(View view, Lane lane) {
        Decay decay = lane.decay();
        if (decay != null) {
            decay.read(view, lane.slot(), sum);
        }
    }

    private void daily(View view, Lane lane) {
        Weights weights = lane.weights();
        int end = view.end(lane.slot());
        for (int i = view.first(lane.slot()); i < end; i++) {
            sum.addProduct(view.amounts[i], weights.at(view.day - Key.day(view.keys[i])));
        }
    }

    /// One row a day, from gains in one slot and losses in the next.
    private void limited(View view, Lane lane, int laneIndex) {
        int end = view.end(lane.slot() + 1);
        for (int i = view.first(lane.slot()); i < end; i++) {
            rows.add(laneIndex, Key.day(view.keys[i]), view.amounts[i]);
        }
        settleOwn(lane, laneIndex);
    }

    /// As a limited lane, of what is confirmed.
    private void waiting(View view, Lane lane, int laneIndex) {
        int end = view.end(lane.slot() + 1);
        for (int i = view.first(lane.slot()); i < end; i++) {
            int day = Key.day(view.keys[i]);
            if (isConfirmed(view, lane, view.items[i], day)) {
                rows.add(laneIndex, day, view.amounts[i]);
            }
        }
        settleOwn(lane, laneIndex);
    }

    private static boolean isConfirmed(View view, Lane lane, long reference, int day) {
        int end = view.end(lane.confirmations());
        for (int i = view.first(lane.confirmations()); i < end; i++) {
            if (view.items[i] == reference
                    && view.amounts[i] > 0
                    && Math.abs(Key.day(view.keys[i]) - day) <= lane.withinDays()) {
                return true;
            }
        }
        return false;
    }

    private void settleOwn(Lane lane, int laneIndex) {
        for (Limit limit : lane.limits()) {
            rows.select(laneIndex);
            rows.cut(limit);
        }
    }

    private void cut(Part.Accrual part) {
        for (Part.Shared shared : part.shared()) {
            rows.select(shared.lanes());
            rows.cut(shared.limit());
        }
    }

    /// Days of limited lanes with what is left of their gains or losses; the day is not older than
    /// the account's.
    private static final class Rows {
        private int[] lanes = new int[16];
        private int[] days = new int[16];
        private long[] points = new long[16];
        private long[] selected = new long[16];
        private int size;
        private int selectedCount;

        void clear() {
            size = 0;
        }

        int size() {
            return size;
        }

        int lane(int row) {
            return lanes[row];
        }

        int day(int row) {
            return days[row];
        }

        long points(int row) {
            return points[row];
        }

        void add(int lane, int day, long amount) {
            if (size == lanes.length) {
                lanes = Arrays.copyOf(lanes, size * 2);
                days = Arrays.copyOf(days, size * 2);
                points = Arrays.copyOf(points, size * 2);
                selected = new long[size * 2];
            }
            lanes[size] = lane;
            days[size] = day;
            points[size] = amount;
            size++;
        }

        void select(int... chosen) {
            selectedCount = 0;
            for (int row = 0; row < size; row++) {
                for (int lane : chosen) {
                    if (lanes[row] == lane) {
                        selected[selectedCount++] = (long) days[row] << 32 | row;
                    }
                }
            }
            Arrays.sort(selected, 0, selectedCount);
        }

        /// Holds each period's sum over the selected rows within the limit.
        void cut(Limit limit) {
            int end = selectedCount;
            while (end > 0) {
                int period = period(limit.period(), end - 1);
                int first = end - 1;
                long total = points[(int) selected[first]];
                while (first > 0 && period(limit.period(), first - 1) == period) {
                    first--;
                    total += points[(int) selected[first]];
                }
                cut(
                        first,
                        end,
                        total - Math.clamp(total, -limit.pointsMicro(), limit.pointsMicro()));
                end = first;
            }
        }

        private int period(Period period, int index) {
            return Calendar.period(period, (int) (selected[index] >>> 32));
        }

        private void cut(int first, int end, long surplus) {
            long left = surplus;
            for (int i = end - 1; i >= first && left != 0; i--) {
                int row = (int) selected[i];
                if (Long.signum(points[row]) == Long.signum(left)) {
                    long taken =
                            left > 0 ? Math.min(points[row], left) : Math.max(points[row], left);
                    points[row] -= taken;
                    left -= taken;
                }
            }
        }
    }
}
