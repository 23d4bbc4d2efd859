package glasshouse.lab.study;

/// What a loan brings the bank when it is repaid, and when it is not.
record Utility(double repaid, double defaulted) {
    /// As it stands in tables: `+1/-4`.
    String label() {
        return signed(repaid) + "/" + signed(defaulted);
    }

    /// The mean over those of whom a share repays.
    double mean(double repays) {
        return repays * repaid + (1 - repays) * defaulted;
    }

    private static String signed(double value) {
        String plain =
                value == Math.rint(value)
                        ? Long.toString(Math.round(value))
                        : Double.toString(value);
        return value < 0 ? plain : "+" + plain;
    }
}
