package glasshouse.bureau.ledger;

/// The kinds of entries, as the column `kind` numbers them.
enum Kind {
    HAPPENED(0),
    TAKEN_BACK(1),
    UPHELD(2),
    ENROLLED(3),
    SOURCE_ALLOWED(4),
    SOURCE_WITHDRAWN(5),
    SERVICE_ALLOWED(6),
    SERVICE_WITHDRAWN(7),
    ERASED(8),
    EXPIRED(9);

    private static final Kind[] ALL = values();

    private final short number;

    Kind(int number) {
        this.number = (short) number;
    }

    short number() {
        return number;
    }

    static Kind of(int number) {
        return ALL[number];
    }

    static Kind of(Fact fact) {
        return switch (fact) {
            case Fact.Happened _ -> HAPPENED;
            case Fact.TakenBack _ -> TAKEN_BACK;
            case Fact.Upheld _ -> UPHELD;
            case Fact.Enrolled _ -> ENROLLED;
            case Fact.Allowed allowed ->
                    allowed.consent().kind() == Consent.Kind.SOURCE
                            ? SOURCE_ALLOWED
                            : SERVICE_ALLOWED;
            case Fact.Withdrawn withdrawn ->
                    withdrawn.consent().kind() == Consent.Kind.SOURCE
                            ? SOURCE_WITHDRAWN
                            : SERVICE_WITHDRAWN;
            case Fact.Erased _ -> ERASED;
            case Fact.Expired _ -> EXPIRED;
        };
    }

    /// Whether such an entry has a value and an instant.
    boolean hasAmount() {
        return this == HAPPENED || this == EXPIRED;
    }

    /// Whether such an entry takes an event back for all times.
    boolean takesBack() {
        return this == TAKEN_BACK || this == UPHELD;
    }
}
