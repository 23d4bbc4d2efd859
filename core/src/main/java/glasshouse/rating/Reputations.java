package glasshouse.rating;

/// What a method made of ratings: for each person how good they are to those who rate them, from -1
/// to 1, or [Fixed#NONE]; and how far they are believed as raters, from 0 to 1. `rounds` says after
/// how many it came to rest.
public record Reputations(long[] goodness, long[] fairness, int rounds) {
    /// For a method that believes all raters alike.
    static Reputations of(long[] goodness) {
        var fairness = new long[goodness.length];
        java.util.Arrays.fill(fairness, Fixed.ONE);
        return new Reputations(goodness, fairness, 1);
    }

    /// How good a person is, from -1 to 1, or [Fixed#NONE].
    public long goodness(int person) {
        return goodness[person];
    }

    /// How far a person is believed as a rater, from 0 to 1.
    public long fairness(int person) {
        return fairness[person];
    }
}
