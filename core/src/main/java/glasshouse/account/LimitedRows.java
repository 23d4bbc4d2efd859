package glasshouse.account;

import glasshouse.scheme.Limit;
import glasshouse.scheme.Period;
import java.util.Arrays;

/// Gains and losses of one accrual's limited lanes, each with its day, and what its limits leave of
/// them.
///
/// A limit holds the raw sum of a calendar period within its bounds by cutting from the latest day
/// back; own limits cut first, in the order of the scheme, then shared ones. Lanes that share a
/// limit fade alike, so it makes no difference which of them is cut first on one day. The table
/// grows to the busiest account and is used again.
final class LimitedRows {
    private int[] lanes = new int[16];
    private int[] days = new int[16];
    private long[] points = new long[16];
    private long[] selected = new long[16];
    private int size;
    private int selectedCount;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Cuts by the limits of an accrual and adds what is left, by its weight on a day, to `sum`.
    void settle(Part.Accrual part, int day, Wide sum) {
        if (size == 0) {
            return;
        }
        Part.Lane[] all = part.lanes();
        for (int lane = 0; lane < all.length; lane++) {
            for (Limit limit : all[lane].limits()) {
                hold(limit, lane);
            }
        }
        for (Part.Shared shared : part.shared()) {
            hold(shared.limit(), shared.lanes());
        }
        for (int row = 0; row < size; row++) {
            sum.addProduct(points[row], all[lanes[row]].weights().at(day - days[row]));
        }
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

    /// Holds lanes within a limit, of which there is no need where all their gains together, and
    /// all their losses, are within it.
    private void hold(Limit limit, int... chosen) {
        selectedCount = 0;
        long gains = 0;
        long losses = 0;
        for (int row = 0; row < size; row++) {
            for (int lane : chosen) {
                if (lanes[row] == lane) {
                    selected[selectedCount++] = (long) days[row] << 32 | row;
                    gains += Math.max(points[row], 0);
                    losses += Math.min(points[row], 0);
                }
            }
        }
        if (gains > limit.pointsMicro() || losses < -limit.pointsMicro()) {
            Arrays.sort(selected, 0, selectedCount);
            cut(limit);
        }
    }

    /// Holds each period's sum over the selected rows within the limit.
    private void cut(Limit limit) {
        int end = selectedCount;
        while (end > 0) {
            int period = period(limit.period(), end - 1);
            int first = end - 1;
            long total = points[(int) selected[first]];
            while (first > 0 && period(limit.period(), first - 1) == period) {
                first--;
                total += points[(int) selected[first]];
            }
            cut(first, end, total - Math.clamp(total, -limit.pointsMicro(), limit.pointsMicro()));
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
                long taken = left > 0 ? Math.min(points[row], left) : Math.max(points[row], left);
                points[row] -= taken;
                left -= taken;
            }
        }
    }
}
