package glasshouse.scheme;

/// How ratings become one number for the rated.
public enum RatingMethod {
    MEAN,
    BAYES,
    FADING,
    STANDING,
    FAIRNESS_GOODNESS,
    REV2,
    EIGENTRUST
}
