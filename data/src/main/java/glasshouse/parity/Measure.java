package glasshouse.parity;

/// A rate of a group, from the four ways in which a decision can meet an outcome.
///
/// The definitions are the standard ones (Barocas, Hardt, Narayanan, "Fairness and Machine
/// Learning", 2023, chapter 3; Verma, Rubin, "Fairness Definitions Explained", 2018). A decision is
/// right where it is yes and the outcome turns out yes, or both are no.
public enum Measure {
    /// Decided yes, of all.
    SELECTION_RATE("selectionRate", "decided yes"),
    /// Outcome yes, of all of whom it is known.
    BASE_RATE("baseRate", "outcome yes"),
    /// Decided yes, of those whose outcome is yes.
    TPR("tpr", "true positive rate"),
    /// Decided yes, of those whose outcome is no.
    FPR("fpr", "false positive rate"),
    /// Decided no, of those whose outcome is yes.
    FNR("fnr", "false negative rate"),
    /// Decided no, of those whose outcome is no.
    TNR("tnr", "true negative rate"),
    /// Outcome yes, of those who were decided yes.
    PPV("ppv", "positive predictive value"),
    /// Outcome no, of those who were decided no.
    NPV("npv", "negative predictive value"),
    /// Decided right, of all of whom the outcome is known.
    ACCURACY("accuracy", "accuracy");

    private final String key;
    private final String title;

    Measure(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /// Its name in JSON.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    /// How many of those whom it looks at.
    long part(Counts counts) {
        return switch (this) {
            case SELECTION_RATE -> counts.yes();
            case BASE_RATE -> counts.truePositive() + counts.falseNegative();
            case TPR, PPV -> counts.truePositive();
            case FPR -> counts.falsePositive();
            case FNR -> counts.falseNegative();
            case TNR, NPV -> counts.trueNegative();
            case ACCURACY -> counts.truePositive() + counts.trueNegative();
        };
    }

    /// Those whom it looks at.
    long whole(Counts counts) {
        return switch (this) {
            case SELECTION_RATE -> counts.yes() + counts.no();
            case BASE_RATE, ACCURACY -> counts.known();
            case TPR, FNR -> counts.truePositive() + counts.falseNegative();
            case FPR, TNR -> counts.falsePositive() + counts.trueNegative();
            case PPV -> counts.truePositive() + counts.falsePositive();
            case NPV -> counts.trueNegative() + counts.falseNegative();
        };
    }

    /// The rate, 0 to 1; NaN where it looks at nobody.
    double of(Counts counts) {
        long whole = whole(counts);
        return whole == 0 ? Double.NaN : (double) part(counts) / whole;
    }
}
