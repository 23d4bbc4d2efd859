package glasshouse.parity;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/// Intervals by resampling people (Efron 1979), percentile method, 95 %.
///
/// Every person stands in a resample as often as a Poisson variable of mean 1 says (Chamandy,
/// Muralidharan, Najmi, Naidu, "Estimating Uncertainty for Massive Data Streams", 2012); people in
/// one cell are alike, so that a cell of n people is one draw of mean n. A resample costs one draw
/// a cell, however many people there are, and is the same whatever order they came in. One seed
/// gives one set of resamples, on which all figures are measured together.
final class Bootstrap {
    private static final double ERROR = 0.05;

    private final long[] original;
    private final long[][] samples;

    Bootstrap(long[] cells, int resamples, long seed) {
        original = cells;
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        var samplers = new DiscreteSampler[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] > 0) {
                samplers[i] = PoissonSampler.of(random, (double) cells[i]);
            }
        }
        samples = new long[resamples][cells.length];
        for (long[] sample : samples) {
            for (int i = 0; i < cells.length; i++) {
                sample[i] = cells[i] > 0 ? samplers[i].sample() : 0;
            }
        }
    }

    /// A figure measured on the people as they are and on every resample; resamples in which there
    /// is nothing to measure are passed over.
    Estimate of(ToDoubleFunction<long[]> figure) {
        double value = figure.applyAsDouble(original);
        if (Double.isNaN(value)) {
            return Estimate.NONE;
        }
        double[] values =
                Arrays.stream(samples).mapToDouble(figure).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new Estimate(value, value, value);
        }
        double[] ends =
                Quantile.withDefaults().evaluate(values, new double[] {ERROR / 2, 1 - ERROR / 2});
        return new Estimate(value, Math.min(value, ends[0]), Math.max(value, ends[1]));
    }

    /// A rate of a group. None or all of those looked at would give an interval without width,
    /// since every resample says the same; that one is Wilson's (1927).
    Estimate rate(Measure measure, Counts counts, ToDoubleFunction<long[]> figure) {
        long part = measure.part(counts);
        long whole = measure.whole(counts);
        if (whole > 0 && (part == 0 || part == whole) && whole <= Integer.MAX_VALUE) {
            var wilson =
                    BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                            (int) whole, (int) part, ERROR);
            return new Estimate(
                    (double) part / whole, wilson.getLowerBound(), wilson.getUpperBound());
        }
        return of(figure);
    }
}
