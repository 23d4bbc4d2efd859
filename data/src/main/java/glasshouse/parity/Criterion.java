package glasshouse.parity;

/// What it can mean that decisions fall alike on groups. Where groups differ in how often the
/// outcome is yes, no decision that errs meets all of them (Kleinberg, Mullainathan, Raghavan 2016;
/// Chouldechova 2017).
public enum Criterion {
    DEMOGRAPHIC_PARITY(
            "demographicParity", "Demographic parity", "are as many of either decided yes?"),
    EQUAL_OPPORTUNITY(
            "equalOpportunity",
            "Equal opportunity",
            "of those whose outcome is yes, are as many decided yes?"),
    EQUALISED_ODDS(
            "equalisedOdds",
            "Equalised odds",
            "and of those whose outcome is no as well? The larger difference of the two"),
    PREDICTIVE_PARITY(
            "predictiveParity", "Predictive parity", "does a yes come true as often for either?"),
    CALIBRATION(
            "calibration",
            "Calibration",
            "at the same score, is the outcome yes as often for either?");

    private final String key;
    private final String title;
    private final String asks;

    Criterion(String key, String title, String asks) {
        this.key = key;
        this.title = title;
        this.asks = asks;
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /// The question that it puts.
    public String asks() {
        return asks;
    }
}
