package glasshouse.close;

import glasshouse.account.Readout;

/// What the last closes say: for each characteristic that only closes can tell, the points of
/// everybody, by their number; nothing for the others.
public final class Closed {
    private final long[][] points;

    Closed(long[][] points) {
        this.points = points;
    }

    /// Gives the account just read its closed points; `person` is its number.
    public void complete(Readout readout, int person) {
        for (int i = 0; i < points.length; i++) {
            long[] of = points[i];
            if (of.length > 0) {
                readout.close(i, of[person]);
            }
        }
    }

    /// A person's points of a characteristic; 0 where accounts tell it.
    public long partialMicro(int characteristic, int person) {
        long[] of = points[characteristic];
        return of.length == 0 ? 0 : of[person];
    }
}
