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
        return new Steps().reputations(Pairs.of(ratings.before(day)), ROUNDS);
    }

    @Override
    public Leaving leaving(Ratings ratings, int day) {
        return new Ripple(new Steps(), ratings, day, ROUNDS);
    }

    @Override
    public long predicted(long goodness, long fairness) {
        return goodness == Fixed.NONE ? Fixed.NONE : Fixed.times(fairness, goodness);
    }

    /// The formulas.
    private static final class Steps implements Rules {
        @Override
        public void start(Pairs pairs, long[] goodness, long[] fairness) {
            Arrays.fill(fairness, Fixed.ONE);
        }

        @Override
        public long good(int[] by, int[] values, int from, int to, long[] fairness, long before) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += Fixed.product(fairness[by[i]], values[i]);
            }
            return Fixed.meanOfProducts(sum, to - from);
        }

        @Override
        public long fair(int[] whom, int[] values, int from, int to, long[] goodness, long before) {
            long apart = 0;
            for (int i = from; i < to; i++) {
                apart += Math.abs(values[i] - goodness[whom[i]]);
            }
            return Fixed.ONE - Fixed.mean(apart, 2L * (to - from));
        }

        @Override
        public long unrated() {
            return Fixed.NONE;
        }

        @Override
        public long unheard() {
            return Fixed.ONE;
        }
    }
}
