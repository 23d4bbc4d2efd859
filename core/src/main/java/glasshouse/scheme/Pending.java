package glasshouse.scheme;

/// Points that wait: they count from the event's own day once an event of `confirmedBy` with the
/// same person and reference happened within `withinDays` of it. The confirmation may come first.
public record Pending(String confirmedBy, int withinDays) {}
