package glasshouse.rating;

/// The plain mean: `g(v) = sum of r(u, v) / number of ratings of v`. Every rating counts, repeated
/// ones too; whoever has none has no number.
///
/// Incremental (a sum and a count). Cost: one pass. A ring lifts its members as far as it likes.
public record Mean() implements Method {
    @Override
    public Reputations of(Ratings ratings, int day) {
        return new Bayes(Prior.NONE).of(ratings, day);
    }
}
