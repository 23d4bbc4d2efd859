package glasshouse.rating;

import java.util.Arrays;

/// How near predictions came to the ratings: root mean squared error, mean absolute error, and
/// Pearson's correlation, each with a 95 % interval; correlation is `NaN` where either is constant.
///
/// The intervals are percentiles of a bootstrap over raters, since the ratings of one rater are
/// alike: [#DRAWS] draws from a fixed seed.
public record Accuracy(Estimate rmse, Estimate mae, Estimate pearson, int count) {
    /// Draws of the bootstrap.
    public static final int DRAWS = 1000;

    private static final int SUMS = 8;

    /// A number and its 95 % interval.
    public record Estimate(double value, double low, double high) {}

    /// Compares predictions with what was given, each by one of `raters`.
    public static Accuracy of(double[] predicted, double[] given, int[] raters) {
        int people = Arrays.stream(raters).max().orElse(-1) + 1;
        var byRater = new double[people][];
        for (int i = 0; i < predicted.length; i++) {
            double[] sums = byRater[raters[i]];
            if (sums == null) {
                sums = new double[SUMS];
                byRater[raters[i]] = sums;
            }
            double x = predicted[i];
            double y = given[i];
            double[] terms = {1, (x - y) * (x - y), Math.abs(x - y), x, y, x * x, y * y, x * y};
            add(sums, terms);
        }
        double[][] groups =
                Arrays.stream(byRater).filter(sums -> sums != null).toArray(double[][]::new);
        var all = new double[SUMS];
        for (double[] group : groups) {
            add(all, group);
        }
        var drawn = new double[3][DRAWS];
        var dice = new Dice(1);
        for (int draw = 0; draw < DRAWS; draw++) {
            var sums = new double[SUMS];
            for (int i = 0; i < groups.length; i++) {
                add(sums, groups[dice.below(groups.length)]);
            }
            drawn[0][draw] = rmse(sums);
            drawn[1][draw] = sums[2] / sums[0];
            drawn[2][draw] = pearson(sums);
        }
        return new Accuracy(
                estimate(rmse(all), drawn[0]),
                estimate(all[2] / all[0], drawn[1]),
                estimate(pearson(all), drawn[2]),
                predicted.length);
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] += more[i];
        }
    }

    private static double rmse(double[] sums) {
        return StrictMath.sqrt(sums[1] / sums[0]);
    }

    private static double pearson(double[] sums) {
        double n = sums[0];
        double together = sums[7] - sums[3] * sums[4] / n;
        double first = sums[5] - sums[3] * sums[3] / n;
        double second = sums[6] - sums[4] * sums[4] / n;
        double least = 1e-12 * n;
        return first < least || second < least
                ? Double.NaN
                : together / StrictMath.sqrt(first * second);
    }

    private static Estimate estimate(double value, double[] drawn) {
        double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        return new Estimate(
                value, sorted[(int) (last * 0.025)], sorted[(int) Math.ceil(last * 0.975)]);
    }

    /// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): draws that are a function of a seed.
    private static final class Dice {
        private long state;

        Dice(long seed) {
            state = seed;
        }

        int below(int bound) {
            state += 0x9E3779B97F4A7C15L;
            long z = state;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            return (int) Math.unsignedMultiplyHigh(z, bound);
        }
    }
}
