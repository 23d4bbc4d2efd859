package glasshouse.rating;

import java.util.Arrays;

/// Fairness and goodness, each told by the other: `g(v) = mean over raters u of f(u) r(u, v)` and
/// `f(u) = 1 - mean over rated v of |r(u, v) - g(v)| / 2`, with ratings from -1 to 1. A rating is
/// predicted as `f(u) g(v)`.
///
/// A pair counts once, by the mean of its ratings. Starts from `f = 1`; whoever rates nobody keeps
/// it, and whoever nobody rated has no goodness. The distance from the only solution at least
/// halves each round (Kumar et al., theorem 1), so [#ROUNDS] rounds go as far as the numbers do; it
/// ends before where nothing changes. Cost: two passes over the pairs a round.
///
/// Source: Kumar, Spezzano, Subrahmanian, Faloutsos: "Edge Weight Prediction in Weighted Signed
/// Networks", ICDM 2016.
public record FairnessGoodness() implements Method {
    /// Most rounds.
    public static final int ROUNDS = 32;

    @Override
    public Reputations of(Ratings ratings, int day) {
        Pairs pairs = Pairs.of(ratings.before(day));
        int people = pairs.people();
        var goodness = new long[people];
        var fairness = new long[people];
        Arrays.fill(fairness, Fixed.ONE);
        int rounds = 0;
        boolean changed = true;
        while (changed && rounds < ROUNDS) {
            changed = good(pairs, fairness, goodness);
            changed |= fair(pairs, goodness, fairness);
            rounds++;
        }
        for (int v = 0; v < people; v++) {
            if (!pairs.isRated(v)) {
                goodness[v] = Fixed.NONE;
            }
        }
        return new Reputations(goodness, fairness, rounds);
    }

    private static boolean good(Pairs pairs, long[] fairness, long[] goodness) {
        int[] starts = pairs.ratedStarts();
        int[] by = pairs.ratedBy();
        int[] values = pairs.receivedValues();
        boolean changed = false;
        for (int v = 0; v < goodness.length; v++) {
            int from = starts[v];
            int to = starts[v + 1];
            if (from < to) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += Fixed.product(fairness[by[i]], values[i]);
                }
                long found = Fixed.meanOfProducts(sum, to - from);
                changed |= found != goodness[v];
                goodness[v] = found;
            }
        }
        return changed;
    }

    private static boolean fair(Pairs pairs, long[] goodness, long[] fairness) {
        int[] starts = pairs.raterStarts();
        int[] whom = pairs.ratesWhom();
        int[] values = pairs.givenValues();
        boolean changed = false;
        for (int u = 0; u < fairness.length; u++) {
            int from = starts[u];
            int to = starts[u + 1];
            if (from < to) {
                long apart = 0;
                for (int i = from; i < to; i++) {
                    apart += Math.abs(values[i] - goodness[whom[i]]);
                }
                long found = Fixed.ONE - Fixed.mean(apart, 2L * (to - from));
                changed |= found != fairness[u];
                fairness[u] = found;
            }
        }
        return changed;
    }

    @Override
    public long predicted(Reputations reputations, int rater, int rated) {
        long goodness = reputations.goodness(rated);
        return goodness == Fixed.NONE
                ? Fixed.NONE
                : Fixed.times(reputations.fairness(rater), goodness);
    }
}
