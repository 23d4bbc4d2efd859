package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Band;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.score.Score;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads accounts out as scores. One per thread; reading allocates nothing.
///
/// Each characteristic is summed exactly and rounded once, to the micro-point, then held within its
/// floor and ceiling; the score is the initial score plus all of them, held within the scale and
/// published in its steps. An account reads on the day of its newest event or later.
///
/// Cost: one pass over the entries, a multiplication each. Benchmark: W2.
public final class Readout {
    private final Plan plan;
    private final Part[] parts;
    private final AccrualReader accruals;
    private final BinnedReader binned;
    private final Wide sum = new Wide();
    private final long[] partials;
    private final long[] unbounded;
    private final @Nullable Attribute[] attributes;
    private long rawMicro;
    private long scoreMicro;

    public Readout(Plan plan) {
        this.plan = plan;
        parts = plan.parts().toArray(new Part[0]);
        partials = new long[parts.length];
        unbounded = new long[parts.length];
        attributes = new Attribute[parts.length];
        accruals = new AccrualReader();
        binned = new BinnedReader();
    }

    /// Reads an account on a day. What only a close can tell counts nothing.
    public void read(Account account, int day) {
        long total = plan.scheme().scale().initialMicro();
        for (int i = 0; i < parts.length; i++) {
            partials[i] = partial(i, account, day);
            total += partials[i];
        }
        rawMicro = total;
        scoreMicro = plan.scheme().scale().publish(total);
    }

    private long partial(int index, Account account, int day) {
        return switch (parts[index]) {
            case Part.Accrual accrual -> {
                unbounded[index] = accruals.points(accrual, account, day);
                yield Math.clamp(
                        unbounded[index],
                        accrual.characteristic().floorMicro(),
                        accrual.characteristic().ceilingMicro());
            }
            case Part.Binned window -> {
                Attribute attribute = binned.attribute(window, account, day);
                attributes[index] = attribute;
                yield attribute.pointsMicro();
            }
            case Part.Rated rated -> rating(rated, account, day);
            case Part.Closed _ -> 0;
        };
    }

    private long rating(Part.Rated rated, Account account, int day) {
        var characteristic = rated.characteristic();
        long weight = total(rated, rated.slot(), account, day);
        long points = total(rated, rated.slot() + 1, account, day);
        long priorWeight = characteristic.priorWeightMicro();
        long prior = Micro.multiply(characteristic.priorMeanMicro(), priorWeight, Long.MAX_VALUE);
        Curve curve = characteristic.points();
        if (weight + priorWeight == 0) {
            return 0;
        }
        return curve.at(Micro.divide(points + prior, weight + priorWeight));
    }

    /// A count in micro-units, or a sum of ratings; faded where the ratings fade.
    private long total(Part.Rated rated, int slot, Account account, int day) {
        int first = account.from(slot);
        Decay decay = rated.decay();
        if (decay != null) {
            sum.clear();
            decay.read(account, first, account.from(slot + 1), day, sum);
            return sum.points();
        }
        boolean present = first < account.size() && Key.slot(account.key(first)) == slot;
        long amount = present ? account.amount(first) : 0;
        return slot == rated.slot() ? Micro.of(amount) : amount;
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

    /// What an accrual came to before its floor and ceiling.
    public long unboundedMicro(int characteristic) {
        return unbounded[characteristic];
    }

    /// The attribute that applied to a binned characteristic; null for the other kinds.
    public @Nullable Attribute attribute(int characteristic) {
        return attributes[characteristic];
    }

    /// The index in the scheme of the band of the last score.
    public int bandIndex() {
        List<Band> bands = plan.scheme().bands();
        int found = 0;
        for (int i = 1; i < bands.size() && scoreMicro >= bands.get(i).fromMicro(); i++) {
            found = i;
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
        return plan.scheme().scale();
    }
}
