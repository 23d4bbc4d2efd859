package glasshouse.parity;

/// How many people of a group were decided yes and no, and, where the outcome is known, how the
/// decision met it.
public record Counts(
        long yes,
        long no,
        long truePositive,
        long falsePositive,
        long falseNegative,
        long trueNegative) {
    /// Of how many the outcome is known.
    public long known() {
        return truePositive + falsePositive + falseNegative + trueNegative;
    }
}
