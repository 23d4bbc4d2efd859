package glasshouse.rating;

/// The mean of ratings that lose half their weight every half-life, with or without a prior: `g(v)
/// = (w m + sum of 2^(-age/h) r(u, v)) / (w + sum of 2^(-age/h))`. Every rating counts.
///
/// The weights come from a table of [Fixed] numbers by age in days; a rating beyond 30 half-lives
/// weighs nothing. Incremental in the account, which keeps the sums as growing numbers. Cost: one
/// pass. Source: exponential ageing, as in Jøsang and Ismail, "The Beta Reputation System", Bled
/// 2002.
public record Fading(Prior prior, int halfLifeDays) implements Method {
    public Fading {
        if (halfLifeDays <= 0) {
            throw new IllegalArgumentException("a half-life is a day or more");
        }
    }

    @Override
    public Reputations of(Ratings ratings, int day) {
        int people = ratings.people();
        long[] weights = weights();
        var points = new long[people];
        var totals = new long[people];
        int[] rated = ratings.ratedOnes();
        int[] values = ratings.values();
        int[] days = ratings.days();
        for (int i = 0; i < ratings.size(); i++) {
            int age = day - days[i];
            if (age > 0 && age < weights.length) {
                points[rated[i]] += Fixed.product(weights[age], values[i]);
                totals[rated[i]] += weights[age];
            }
        }
        var goodness = new long[people];
        long given = prior.points();
        for (int v = 0; v < people; v++) {
            long total = prior.weight() + totals[v];
            goodness[v] = total == 0 ? Fixed.NONE : Fixed.weightedMean(given + points[v], total);
        }
        return Reputations.of(goodness);
    }

    /// The weight by age; the half-lives are exact halvings of a first stretch.
    private long[] weights() {
        var weights = new long[Math.multiplyExact(Fixed.BITS, halfLifeDays)];
        for (int age = 0; age < weights.length; age++) {
            double part = -(age % halfLifeDays) / (double) halfLifeDays;
            long first = Math.round(Fixed.ONE * StrictMath.pow(2, part));
            weights[age] = first >> (age / halfLifeDays);
        }
        return weights;
    }
}
