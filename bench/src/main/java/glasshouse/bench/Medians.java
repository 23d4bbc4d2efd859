package glasshouse.bench;

import java.util.Arrays;

/// Middles and spreads of a few measurements.
public final class Medians {
    private Medians() {}

    /// The median.
    public static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The least and the greatest, as text.
    public static String spread(double... values) {
        double least = Arrays.stream(values).min().orElse(Double.NaN);
        double greatest = Arrays.stream(values).max().orElse(Double.NaN);
        return Report.number(least) + " – " + Report.number(greatest);
    }
}
