package glasshouse.account;

import glasshouse.account.Part.Lane;

/// Sums an accrual: its free lanes at once, its limited ones by day after the limits have cut.
final class AccrualReader {
    private final Wide sum = new Wide();
    private final LimitedRows rows = new LimitedRows();

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
        rows.settle(part, view.day, sum);
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
}
