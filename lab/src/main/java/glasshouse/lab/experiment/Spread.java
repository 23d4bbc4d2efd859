package glasshouse.lab.experiment;

/// The mean of a few values, such as one for each seed, with the ends of its 95 % interval (Student
/// 1908); without one where there is but one value.
public record Spread(double mean, double low, double high, int count) {
    /// The 97.5 % points of Student's distribution with 1 to 30 degrees of freedom.
    private static final double[] POINTS = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.959963984540054;

    /// The spread of at least one value.
    public static Spread of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        if (values.length < 2) {
            return new Spread(mean, Double.NaN, Double.NaN, values.length);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int degrees = values.length - 1;
        double error = Math.sqrt(squares / degrees / values.length);
        double half = point(degrees) * error;
        return new Spread(mean, mean - half, mean + half, values.length);
    }

    /// The interval of a share: Wilson 1927.
    public static Spread share(int hits, int count) {
        double share = (double) hits / count;
        double z = NORMAL;
        double middle = (share + z * z / (2 * count)) / (1 + z * z / count);
        double variance = share * (1 - share) / count + z * z / (4.0 * count * count);
        double half = z * Math.sqrt(variance) / (1 + z * z / count);
        return new Spread(share, Math.max(0, middle - half), Math.min(1, middle + half), count);
    }

    /// Beyond the table, Fisher's expansion in the degrees of freedom.
    private static double point(int degrees) {
        if (degrees <= POINTS.length) {
            return POINTS[degrees - 1];
        }
        double z = NORMAL;
        return z + (z * z * z + z) / (4 * degrees);
    }

    /// The mean as a measure, with the interval where there is one.
    public Measure measure(String name, String scheme) {
        Measure measure = Measure.of(name, scheme, mean);
        return Double.isNaN(low) ? measure : measure.between(low, high);
    }
}
