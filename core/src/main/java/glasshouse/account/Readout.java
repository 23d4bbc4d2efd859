package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Band;
import glasshouse.scheme.Scale;
import glasshouse.score.Score;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads accounts out as scores. One per thread; reading allocates nothing, except where the day
/// changes.
///
/// Each characteristic is summed exactly and rounded once, to the micro-point, then held within its
/// floor and ceiling; the score is the initial score plus all of them, held within the scale and
/// published in its steps. An account reads on the day of its newest event or later.
///
/// Cost: one pass over the entries, a multiplication each. Benchmark: W2.
public final class Readout {
    private static final int NO_DAY = Integer.MIN_VALUE;

    private final Plan plan;
    private final PartReader[] readers;
    private final View view = new View();
    private final Scale scale;
    private final long[] bandsFrom;
    private final long[] partials;
    private int day = NO_DAY;
    private long rawMicro;
    private long scoreMicro;

    public Readout(Plan plan) {
        this.plan = plan;
        readers = plan.parts().stream().map(Readout::reader).toArray(PartReader[]::new);
        partials = new long[readers.length];
        scale = plan.scheme().scale();
        bandsFrom = plan.scheme().bands().stream().mapToLong(Band::fromMicro).toArray();
    }

    private static PartReader reader(Part part) {
        return switch (part) {
            case Part.Accrual accrual -> new AccrualReader(accrual);
            case Part.Binned binned -> new BinnedReader(binned);
            case Part.Rated rated -> new RatedReader(rated);
            case Part.Closed _ -> new ClosedReader();
        };
    }

    /// Reads an account on a day. What only a close can tell counts nothing until [#close].
    public void read(Account account, int day) {
        if (day != this.day) {
            turn(day);
        }
        view.open(account, day);
        long total = scale.initialMicro();
        for (int i = 0; i < readers.length; i++) {
            long points = readers[i].points(view);
            partials[i] = points;
            total += points;
        }
        rawMicro = total;
        scoreMicro = scale.publish(total);
    }

    /// Sets what the last close says of a characteristic that only closes can tell, for the account
    /// just read.
    public void close(int characteristic, long partialMicro) {
        rawMicro += partialMicro - partials[characteristic];
        partials[characteristic] = partialMicro;
        scoreMicro = scale.publish(rawMicro);
    }

    private void turn(int day) {
        for (PartReader reader : readers) {
            reader.turn(day);
        }
        this.day = day;
    }

    /// The published score of the last account read, in micro-points.
    public long scoreMicro() {
        return scoreMicro;
    }

    /// Initial score plus partial scores of the last account read, before the scale holds it.
    public long rawMicro() {
        return rawMicro;
    }

    /// The partial score of a characteristic, by its index in the scheme.
    public long partialMicro(int characteristic) {
        return partials[characteristic];
    }

    /// Copies the partial scores in the order of the scheme.
    public void copyPartials(long[] into) {
        System.arraycopy(partials, 0, into, 0, partials.length);
    }

    /// What an accrual came to before its floor and ceiling.
    public long unboundedMicro(int characteristic) {
        return readers[characteristic] instanceof AccrualReader accrual ? accrual.unbounded() : 0;
    }

    /// The attribute that applied to a binned characteristic; null for the other kinds.
    public @Nullable Attribute attribute(int characteristic) {
        return readers[characteristic] instanceof BinnedReader binned ? binned.attribute() : null;
    }

    /// The index in the scheme of the band of the last score.
    public int bandIndex() {
        int found = 0;
        while (found + 1 < bandsFrom.length && scoreMicro >= bandsFrom[found + 1]) {
            found++;
        }
        return found;
    }

    /// The last account read, as a value.
    public Score score() {
        Band band = plan.scheme().bands().get(bandIndex());
        return new Score(scoreMicro, rawMicro, band, Arrays.stream(partials).boxed().toList());
    }

    /// The scale of the scheme that is read.
    public Scale scale() {
        return scale;
    }
}
