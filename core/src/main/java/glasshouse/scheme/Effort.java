package glasshouse.scheme;

/// What one event of a signal costs a person, and how often a week it can be done: 0 for what
/// nobody can set out to do, such as paying a fine without having one.
public record Effort(long hoursMicro, long eurosMicro, long perWeekMicro) {
    public boolean canBeChosen() {
        return perWeekMicro > 0;
    }
}
