package glasshouse.bureau.ledger;

/// What a person allows or not: one source, or one service.
public record Consent(Kind kind, String name) {
    /// Of what kind the named is.
    public enum Kind {
        SOURCE,
        SERVICE
    }
}
