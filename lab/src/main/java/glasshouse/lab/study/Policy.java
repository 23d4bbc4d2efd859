package glasshouse.lab.study;

/// A rule that a bank keeps to.
enum Policy {
    /// Each group has the threshold that pays most.
    MAX_PROFIT("max-profit"),
    /// The same share is lent to of those in each group who would repay.
    EQUAL_OPPORTUNITY("equal-opportunity"),
    /// The same share of each group is lent to.
    DEMOGRAPHIC_PARITY("demographic-parity");

    private final String label;

    Policy(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
