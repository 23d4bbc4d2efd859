package glasshouse.parity;

/// What a file says of a decision or an outcome.
public enum Answer {
    YES,
    NO,
    /// Nothing is known: a loan that was refused has no outcome.
    UNKNOWN
}
