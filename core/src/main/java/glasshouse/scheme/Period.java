package glasshouse.scheme;

/// A calendar period in the scheme's time zone; weeks are ISO weeks, from Monday.
public enum Period {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
