package glasshouse.scheme;

/// What a service's rule decides.
public enum Effect {
    ACCESS,
    PRICE,
    PRIORITY,
    OFFER
}
