package glasshouse.scheme;

/// What a rule says to a person.
public enum Outcome {
    GRANTED,
    REFUSED,
    /// A human decides.
    REVIEW
}
