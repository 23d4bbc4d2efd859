package glasshouse.scheme;

/// How many a service takes in a period; the highest scores first, ties to who applied first.
public record Quota(int places, Period period) {}
