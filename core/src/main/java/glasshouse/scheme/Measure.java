package glasshouse.scheme;

/// What a binned characteristic measures over its window.
public enum Measure {
    COUNT,
    SUM,
    MEAN,
    MIN,
    MAX,
    LAST,
    TIME_SINCE_FIRST,
    TIME_SINCE_LAST,
    SHARE,
    DISTINCT_SOURCES,
    DISTINCT_COUNTERPARTIES
}
