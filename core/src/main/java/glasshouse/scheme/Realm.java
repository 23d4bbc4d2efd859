package glasshouse.scheme;

/// Whom a scheme may score.
public enum Realm {
    /// People whom the lab generated; anything may be scored, nobody is hurt.
    SYNTHETIC,
    /// Real people who agreed; what the law forbids does not compile.
    LIVE
}
