package glasshouse.scheme;

/// The legal nature of what a signal reveals; it decides which law a scheme meets.
public enum Nature {
    /// Conduct towards the one who reports it: a return, a visit, a purchase.
    CONDUCT,
    /// A payment obligation met or missed.
    PAYMENT,
    /// An entry in a public register (insolvency, court notice), kept no longer than there.
    PUBLIC_REGISTER,
    /// A criminal conviction or offence (GDPR Art. 10).
    OFFENCE,
    /// Expression of opinion or information, whatever its content.
    EXPRESSION,
    /// Political opinion (GDPR Art. 9).
    POLITICAL_OPINION,
    /// Religious or philosophical belief (GDPR Art. 9).
    BELIEF,
    /// Trade union membership (GDPR Art. 9).
    TRADE_UNION,
    /// Racial or ethnic origin (GDPR Art. 9).
    ETHNIC_ORIGIN,
    /// Health (GDPR Art. 9).
    HEALTH,
    /// Sex life or sexual orientation (GDPR Art. 9).
    SEXUALITY,
    /// Genetic or biometric data (GDPR Art. 9).
    BIOMETRIC,
    /// Whom a person knows or meets.
    ASSOCIATION,
    /// A personal characteristic, known or inferred: age, address, education, income.
    TRAIT
}
