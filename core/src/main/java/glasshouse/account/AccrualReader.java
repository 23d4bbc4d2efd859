package glasshouse.account;

/// Sums one accrual: its free lanes at once, its limited ones by day after the limits have cut.
final class AccrualReader extends PartReader {
    private final Part.Accrual part;
    private final LaneReader[] lanes;
    private final LimitedRows rows = new LimitedRows();
    private final Wide sum = new Wide();
    private final long floorMicro;
    private final long ceilingMicro;
    private long unbounded;

    AccrualReader(Part.Accrual part) {
        this.part = part;
        var shared = new boolean[part.lanes().length];
        for (Part.Shared limit : part.shared()) {
            for (int lane : limit.lanes()) {
                shared[lane] = true;
            }
        }
        lanes = new LaneReader[Math.max(1, shared.length)];
        lanes[0] = new LaneReader.Nothing();
        for (int i = 0; i < shared.length; i++) {
            lanes[i] = LaneReader.of(part.lanes(), i, shared[i]);
        }
        floorMicro = part.characteristic().floorMicro();
        ceilingMicro = part.characteristic().ceilingMicro();
    }

    @Override
    void turn(int day) {
        for (LaneReader lane : lanes) {
            lane.turn(day);
        }
    }

    @Override
    long points(View view) {
        long low = lanes[0].read(view, rows);
        long high = view.high;
        for (int i = 1; i < lanes.length; i++) {
            long read = lanes[i].read(view, rows);
            low += read;
            high += view.high + Wide.carry(low, read);
        }
        unbounded = rows.isEmpty() ? Wide.points(high, low) : settle(view, high, low);
        return Math.clamp(unbounded, floorMicro, ceilingMicro);
    }

    private long settle(View view, long high, long low) {
        sum.clear();
        sum.add(high, low);
        rows.settle(part, view.day, sum);
        rows.clear();
        return sum.points();
    }

    /// What the characteristic last came to before its floor and ceiling.
    long unbounded() {
        return unbounded;
    }
}
