package glasshouse.parity;

/// A figure with the ends of its 95 % interval; NaN all of it where there is nothing to measure.
public record Estimate(double value, double low, double high) {
    /// There is nothing to measure.
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /// Whether there is something to measure.
    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /// Whether the interval lies wholly on one side of a value.
    public boolean excludes(double other) {
        return low > other || high < other;
    }
}
