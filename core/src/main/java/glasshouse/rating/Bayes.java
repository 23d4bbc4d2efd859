package glasshouse.rating;

/// The mean with a prior: `g(v) = (w m + sum of r(u, v)) / (w + number of ratings of v)`, as if `w`
/// ratings of `m` had been given before.
///
/// Incremental. Cost: one pass. Source: the posterior mean of a normal model with known variance;
/// as a "Bayesian average" common on sites that rank by stars.
public record Bayes(Prior prior) implements Method {
    @Override
    public Reputations of(Ratings ratings, int day) {
        int people = ratings.people();
        var sums = new long[people];
        var counts = new long[people];
        int[] rated = ratings.ratedOnes();
        int[] values = ratings.values();
        int[] days = ratings.days();
        for (int i = 0; i < ratings.size(); i++) {
            if (days[i] < day) {
                sums[rated[i]] += values[i];
                counts[rated[i]]++;
            }
        }
        var goodness = new long[people];
        for (int v = 0; v < people; v++) {
            goodness[v] = goodness(sums[v], counts[v]);
        }
        return Reputations.of(goodness);
    }

    private long goodness(long sum, long count) {
        if (prior.weight() == 0) {
            return count == 0 ? Fixed.NONE : Fixed.mean(sum, count);
        }
        long points = prior.points() + (sum << (Fixed.PRODUCT_BITS - Fixed.BITS));
        return Fixed.weightedMean(points, prior.weight() + (count << Fixed.BITS));
    }
}
