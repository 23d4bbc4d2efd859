package glasshouse.scheme;

/// The most that signals may bring, or cost, in one calendar period: the raw sum is held within
/// ±`pointsMicro`.
public record Limit(long pointsMicro, Period period) {
    public Limit {
        if (pointsMicro <= 0) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }
}
