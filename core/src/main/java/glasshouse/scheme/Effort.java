package glasshouse.scheme;

/// What one event of a signal costs a person, and how often a week it can be done.
public record Effort(long hoursMicro, long eurosMicro, long perWeekMicro) {}
