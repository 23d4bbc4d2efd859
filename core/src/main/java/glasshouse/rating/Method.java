package glasshouse.rating;

/// A way to make one number of the ratings that each person got.
///
/// All are anonymous (numbering people otherwise renumbers the result), order-free, and exact in
/// removal: ratings taken out leave what would be without them, bit for bit.
public sealed interface Method
        permits Mean, Bayes, Fading, Standing, FairnessGoodness, Rev2, EigenTrust {
    /// What ratings come to on a day. Those of that day or later do not count yet.
    Reputations of(Ratings ratings, int day);

    /// Leaves ratings out of these, one time after another, on the same day.
    default Leaving leaving(Ratings ratings, int day) {
        return Leaving.anew(this, ratings, day);
    }

    /// The rating from -1 to 1 that a rater who is believed so far is expected to give to somebody
    /// who is that good, or [Fixed#NONE] where the method knows nothing of the one rated.
    default long predicted(long goodness, long fairness) {
        return goodness;
    }
}
