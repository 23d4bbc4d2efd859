package glasshouse.audit;

/// What the audit says of a path.
public enum Verdict {
    /// Nothing to object.
    PASS,
    /// A question that a person has to answer.
    NEEDS_HUMAN,
    /// Forbidden; a live scheme with it does not compile.
    FAIL
}
