package glasshouse.reach;

/// What a way is the best at, among those found.
public enum Aim {
    /// Nothing but time has to pass.
    WAITING,
    /// The earliest day.
    FASTEST,
    LEAST_HOURS,
    LEAST_EUROS,
    /// It does not reach the band, but nothing found comes nearer.
    NEAREST
}
