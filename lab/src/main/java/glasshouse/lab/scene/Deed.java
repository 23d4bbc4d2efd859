package glasshouse.lab.scene;

/// What a synthetic person does or undergoes in a step. A scheme knows it by a signal, see
/// `reporting.yaml`.
///
/// A counted deed's amount says how often it happened, each time with value 1; of the others the
/// amount is the value of one event.
public enum Deed {
    TAX_PAID(Rhythm.YEARLY),
    TAX_LATE(Rhythm.YEARLY, "days", 31),
    FINE_PAID(Rhythm.ANY),
    FINE_LATE(Rhythm.ANY, "days", 31),
    UTILITY_PAID(Rhythm.MONTHLY),
    UTILITY_LATE(Rhythm.MONTHLY, "days", 31),
    RENT_PAID(Rhythm.MONTHLY),
    RENT_LATE(Rhythm.MONTHLY, "days", 31),
    MORTGAGE_PAID(Rhythm.MONTHLY),
    MORTGAGE_LATE(Rhythm.MONTHLY, "days", 31),
    LOAN_PAID(Rhythm.MONTHLY),
    LOAN_LATE(Rhythm.MONTHLY, "days", 31),
    CARD_PAID(Rhythm.MONTHLY),
    CARD_REVOLVED(Rhythm.MONTHLY),
    CARD_LATE(Rhythm.MONTHLY, "months", 12),
    LOAN_TAKEN(Rhythm.ANY),
    MORTGAGE_TAKEN(Rhythm.ANY),
    LOAN_REPAID(Rhythm.ANY),
    DEFAULTED(Rhythm.ANY),
    CREDIT_SOUGHT(Rhythm.ANY),
    BALANCE(Rhythm.MONTHLY, "euros", 30_000),
    UTILISATION(Rhythm.MONTHLY, "percent", 100),
    MOVED(Rhythm.ANY),
    RIDES(Rhythm.ANY, "rides", 40),
    VOLUNTEERED(Rhythm.ANY, "hours", 40),
    HONESTY(Rhythm.ANY),
    DONATED(Rhythm.ANY, "euros", 1_000),
    CONVICTED(Rhythm.ANY, "months", 120),
    BOUGHT_LOYALLY(Rhythm.ANY, "euros", 500),
    BOUGHT_LOCALLY(Rhythm.ANY, "euros", 500),
    BOUGHT_WORK_CLOTHES(Rhythm.ANY, "euros", 200),
    BOUGHT_IMPORTS(Rhythm.ANY, "euros", 500),
    SHARED_RELIABLE_NEWS(Rhythm.COUNTED),
    PRAISED(Rhythm.COUNTED),
    CRITICISED(Rhythm.COUNTED),
    SHARED_FALSE_NEWS(Rhythm.COUNTED),
    SHARED_MARKET_FALL(Rhythm.COUNTED),
    FORBIDDEN_PHOTO(Rhythm.COUNTED),
    LIKED(Rhythm.COUNTED),
    FAKE_HOURS(Rhythm.ANY, "hours", 40),
    FAKE_PURCHASE(Rhythm.ANY, "euros", 500),
    BOUGHT_LIKES(Rhythm.COUNTED),
    STARS_DEDUCTED(Rhythm.ANY, "stars", 2);

    /// How often a deed happens at most.
    public enum Rhythm {
        YEARLY,
        MONTHLY,
        /// Once a step.
        ANY,
        /// Several times a step, each with value 1.
        COUNTED
    }

    /// Most times that a counted deed happens in a step.
    public static final int MOST_TIMES = 30;

    private static final Deed[] ALL = values();

    private final Rhythm rhythm;
    private final String unit;
    private final int most;

    Deed(Rhythm rhythm) {
        this(rhythm, "", rhythm == Rhythm.COUNTED ? MOST_TIMES : 1);
    }

    Deed(Rhythm rhythm, String unit, int most) {
        this.rhythm = rhythm;
        this.unit = unit;
        this.most = most;
    }

    /// How many deeds there are.
    public static int count() {
        return ALL.length;
    }

    /// Where a scene keeps it. The order of the deeds is this table's, nothing else hangs on it.
    @SuppressWarnings("EnumOrdinal")
    public int column() {
        return ordinal();
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    public boolean counted() {
        return rhythm == Rhythm.COUNTED;
    }

    /// The unit of an amount; empty where only the deed itself matters.
    public String unit() {
        return unit;
    }

    /// The greatest amount in one step.
    public int most() {
        return most;
    }

    /// Whether it is done to a person, who is the counterparty of the event.
    public boolean asCounterparty() {
        return this == LIKED || this == BOUGHT_LIKES;
    }

    /// Whether it never happened, and was reported for money.
    public boolean sold() {
        return this == FAKE_HOURS || this == FAKE_PURCHASE || this == BOUGHT_LIKES;
    }

    /// The name in files: `tax-late`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
