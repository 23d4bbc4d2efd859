package glasshouse.rating;

import java.util.Arrays;

/// Ratings weighted by what the rater's own ratings came to at the close before: `g(v) = (w m + sum
/// of a(u) r(u, v)) / (w + sum of a(u))`, with `a(u)` from 0 (the least of the range) to 1 (the
/// greatest) by the standing of `u` at the last close not after the day of the rating. A rater
/// without ratings stands where the prior has its mean. Every rating counts, and keeps the weight
/// that its rater had at the time.
///
/// Closes fall on `firstClose + k * closeDays`; ratings of one period do not see each other, so
/// their order is nothing. Nothing to converge: a counting sort by period, then two passes. Source:
/// the rule that "Nosedive" (Black Mirror, 2016) implies.
public record Standing(Prior prior, int firstClose, int closeDays) implements Method {
    public Standing {
        if (closeDays <= 0) {
            throw new IllegalArgumentException("closes are a day apart or more");
        }
    }

    @Override
    public Reputations of(Ratings ratings, int day) {
        int people = ratings.people();
        int[] raters = ratings.raters();
        int[] rated = ratings.ratedOnes();
        int[] values = ratings.values();
        int[] days = ratings.days();
        int[] order = byPeriod(ratings, day);
        var standing = new long[people];
        Arrays.fill(standing, prior.mean());
        var points = new long[people];
        var weights = new long[people];
        int from = 0;
        while (from < order.length) {
            int period = period(days[order[from]]);
            int to = from;
            for (; to < order.length && period(days[order[to]]) == period; to++) {
                int i = order[to];
                long weight = (standing[raters[i]] + Fixed.ONE) >> 1;
                points[rated[i]] += Fixed.product(weight, values[i]);
                weights[rated[i]] += weight;
            }
            for (int at = from; at < to; at++) {
                int v = rated[order[at]];
                standing[v] = standing(points[v], weights[v], standing[v]);
            }
            from = to;
        }
        for (int v = 0; v < people; v++) {
            if (weights[v] + prior.weight() == 0) {
                standing[v] = Fixed.NONE;
            }
        }
        return Reputations.of(standing);
    }

    private long standing(long points, long weight, long before) {
        long total = prior.weight() + weight;
        return total == 0 ? before : Fixed.weightedMean(prior.points() + points, total);
    }

    private int period(int day) {
        return Math.floorDiv(day - firstClose, closeDays);
    }

    /// The ratings before a day, by the period in which they fall.
    private int[] byPeriod(Ratings ratings, int day) {
        int[] days = ratings.days();
        int first = period(0);
        var starts = new int[period(Ratings.LAST_DAY) - first + 2];
        int count = 0;
        for (int i = 0; i < ratings.size(); i++) {
            if (days[i] < day) {
                starts[period(days[i]) - first + 1]++;
                count++;
            }
        }
        for (int p = 1; p < starts.length; p++) {
            starts[p] += starts[p - 1];
        }
        var order = new int[count];
        for (int i = 0; i < ratings.size(); i++) {
            if (days[i] < day) {
                order[starts[period(days[i]) - first]++] = i;
            }
        }
        return order;
    }
}
