package glasshouse.scheme;

/// How grave a behaviour is in itself, as the scheme's author declares it; the audit holds points
/// and consequences against it.
public enum Gravity {
    GOOD,
    NEUTRAL,
    TRIFLE,
    BREACH,
    OFFENCE,
    CRIME
}
