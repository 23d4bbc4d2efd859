package glasshouse.rating;

import java.util.BitSet;

/// Leaves ratings of one person out, again and again, without beginning anew each time.
///
/// What follows from it for others, and comes back, is followed as far as it goes. Owned by one
/// thread. Each call starts from all ratings, whatever was left out before.
public interface Leaving {
    /// What a person is without some ratings, and how far the rater of the first of these is still
    /// believed.
    record Left(long goodness, long fairness) {}

    /// Leaves out ratings, by index, all of one person and before the day; at least one.
    Left without(int... gone);

    /// Begins anew each time: exact, and dear.
    static Leaving anew(Method method, Ratings ratings, int day) {
        return gone -> {
            var out = new BitSet();
            for (int rating : gone) {
                out.set(rating);
            }
            Reputations left = method.of(ratings.where(i -> !out.get(i)), day);
            return new Left(
                    left.goodness(ratings.rated(gone[0])), left.fairness(ratings.rater(gone[0])));
        };
    }
}
