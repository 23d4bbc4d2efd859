package glasshouse.account;

import glasshouse.scheme.Attribute;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.score.Score;
import java.util.Arrays;
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
    private final View view;
    private final Scale scale;
    private final long[] bandsFrom;
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
        view = new View(plan.slots());
        scale = plan.scheme().scale();
        bandsFrom = plan.scheme().bands().stream().mapToLong(Band::fromMicro).toArray();
        accruals = new AccrualReader();
        binned = new BinnedReader();
    }

    /// Reads an account on a day. What only a close can tell counts nothing.
    public void read(Account account, int day) {
        view.open(account, day);
        long total = scale.initialMicro();
        for (int i = 0; i < parts.length; i++) {
            partials[i] = partial(i);
            total += partials[i];
        }
        rawMicro = total;
        scoreMicro = scale.publish(total);
    }

    private long partial(int index) {
        return switch (parts[index]) {
            case Part.Accrual accrual -> {
                unbounded[index] = accruals.points(accrual, view);
                yield Math.clamp(
                        unbounded[index],
                        accrual.characteristic().floorMicro(),
                        accrual.characteristic().ceilingMicro());
            }
            case Part.Binned window -> {
                Attribute attribute = binned.attribute(window, view);
                attributes[index] = attribute;
                yield attribute.pointsMicro();
            }
            case Part.Rated rated -> rating(rated);
            case Part.Closed _ -> 0;
        };
    }

    private long rating(Part.Rated rated) {
        long weight = total(rated, rated.slot());
        long points = total(rated, rated.slot() + 1);
        return rating(rated.characteristic(), weight, points);
    }

    /// Points of a mean rating, the prior mixed in; `weight` counts in micro-units.
    static long rating(Characteristic.Rated characteristic, long weight, long points) {
        long priorWeight = characteristic.priorWeightMicro();
        long prior = Micro.multiply(characteristic.priorMeanMicro(), priorWeight, Long.MAX_VALUE);
        Curve curve = characteristic.points();
        if (weight + priorWeight == 0) {
            return 0;
        }
        return curve.at(Micro.divide(points + prior, weight + priorWeight));
    }

    /// A count in micro-units, or a sum of ratings; faded where the ratings fade.
    private long total(Part.Rated rated, int slot) {
        Decay decay = rated.decay();
        if (decay != null) {
            sum.clear();
            decay.read(view, slot, sum);
            return sum.points();
        }
        int first = view.first(slot);
        long amount = first < view.end(slot) ? view.amounts[first] : 0;
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
