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
        return Reputations.of(new Course(this, ratings, day).end());
    }

    /// The standings that these ratings make, close after close.
    public Course course(Ratings ratings) {
        return new Course(this, ratings, Integer.MAX_VALUE);
    }

    /// Everybody's standing at one close after another; their days rise. Owned by one thread.
    public static final class Course {
        /// Of nobody.
        public static final Course NONE =
                new Standing(Prior.NONE, 0, 1).course(new Ratings.Builder(0).build());

        private final Standing method;
        private final Ratings ratings;
        private final int[] order;
        private final long[] standing;
        private final long[] points;
        private final long[] weights;
        private int next;
        private int day;

        private Course(Standing method, Ratings ratings, int before) {
            this.method = method;
            this.ratings = ratings;
            order = method.byPeriod(ratings, before);
            int people = ratings.people();
            standing = new long[people];
            Arrays.fill(standing, method.prior.mean());
            points = new long[people];
            weights = new long[people];
        }

        /// The day of the last close that was asked for.
        public int day() {
            return day;
        }

        /// How everybody stands at the close on a day; [Fixed#NONE] where nothing is known.
        public long[] to(int closeDay) {
            if (closeDay < day || !method.closesOn(closeDay)) {
                throw new IllegalArgumentException("closes fall on their days, which rise");
            }
            day = closeDay;
            while (next < order.length && period() < method.period(closeDay)) {
                close();
            }
            return now();
        }

        /// How everybody stands after all ratings, those of the last period included.
        private long[] end() {
            while (next < order.length) {
                close();
            }
            return now();
        }

        /// The period of the next rating.
        private int period() {
            return method.period(ratings.day(order[next]));
        }

        private void close() {
            int from = next;
            int period = period();
            while (next < order.length && period() == period) {
                take(order[next++]);
            }
            for (int at = from; at < next; at++) {
                int v = ratings.rated(order[at]);
                standing[v] = method.standing(points[v], weights[v], standing[v]);
            }
        }

        private long[] now() {
            long[] now = standing.clone();
            for (int v = 0; v < now.length; v++) {
                if (weights[v] + method.prior.weight() == 0) {
                    now[v] = Fixed.NONE;
                }
            }
            return now;
        }

        private void take(int rating) {
            int v = ratings.rated(rating);
            long weight = (standing[ratings.rater(rating)] + Fixed.ONE) >> 1;
            points[v] += Fixed.product(weight, ratings.value(rating));
            weights[v] += weight;
        }
    }

    @Override
    public Leaving leaving(Ratings ratings, int day) {
        return new StandingLeaving(this, ratings, day);
    }

    /// What sums of points and weights come to; `before` where nothing weighs.
    long standing(long points, long weight, long before) {
        long total = prior.weight() + weight;
        return total == 0 ? before : Fixed.weightedMean(prior.points() + points, total);
    }

    private boolean closesOn(int day) {
        return Math.floorMod(day - firstClose, closeDays) == 0;
    }

    int period(int day) {
        return Math.floorDiv(day - firstClose, closeDays);
    }

    /// The ratings before a day, by the period in which they fall.
    int[] byPeriod(Ratings ratings, int day) {
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
