package glasshouse.lab.service;

/// What a service means in a life: see `needs.yaml`. Rates are per week; a refusal costs euros and
/// hours; `usual` is the price where no scheme decides.
public record Need(
        String service, Kind kind, double weekly, double usual, double euros, double hours) {
    /// How a service acts on a life.
    public enum Kind {
        /// Granting a loan, and its yearly interest in per cent.
        LOAN,
        /// Granting a loan, without a price.
        LOAN_ACCESS,
        /// Granting a mortgage, and its yearly interest in per cent.
        MORTGAGE,
        /// Insurance, in per cent of the usual premium.
        PREMIUM,
        /// Rent, in per cent of the usual.
        RENT,
        /// A job for those who have none.
        JOB,
        /// Per cent off what is bought.
        PERCENT_OFF,
        /// Granted or not, no more.
        OTHER
    }
}
