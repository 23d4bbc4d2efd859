package glasshouse.account;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Micro;
import org.jspecify.annotations.Nullable;

/// Reads the mean of ratings, and puts it through its curve.
final class RatedReader extends PartReader {
    private final Characteristic.Rated characteristic;
    private final @Nullable Decay decay;
    private final long weightEnd;
    private final long pointsEnd;
    private Shrink shrink = Shrink.NONE;

    RatedReader(Part.Rated part) {
        characteristic = part.characteristic();
        decay = part.decay();
        weightEnd = Key.of(part.slot() + 1, 0);
        pointsEnd = Key.of(part.slot() + 2, 0);
    }

    @Override
    void turn(int day) {
        shrink = decay == null ? Shrink.NONE : decay.on(day);
    }

    @Override
    long points(View view) {
        if (decay == null) {
            long count = view.only(weightEnd);
            return points(characteristic, Micro.of(count), view.only(pointsEnd));
        }
        long weight = faded(view, weightEnd);
        return points(characteristic, weight, faded(view, pointsEnd));
    }

    private long faded(View view, long end) {
        long low = shrink.read(view, end);
        return Wide.points(view.high, low);
    }

    /// Points of a mean rating, the prior mixed in; `weight` counts in micro-units.
    static long points(Characteristic.Rated characteristic, long weight, long points) {
        long priorWeight = characteristic.priorWeightMicro();
        long prior = Micro.multiply(characteristic.priorMeanMicro(), priorWeight, Long.MAX_VALUE);
        Curve curve = characteristic.points();
        if (weight + priorWeight == 0) {
            return 0;
        }
        return curve.at(Micro.divide(points + prior, weight + priorWeight));
    }
}
