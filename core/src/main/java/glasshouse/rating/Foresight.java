package glasshouse.rating;

import java.util.Arrays;

/// Predicts ratings that a method has not seen, as numbers from -1 to 1; `NaN` where it knows
/// nothing of the one rated. A measure of methods, and so in floating point.
public final class Foresight {
    private Foresight() {}

    /// What a method that saw `seen` says on a day of each of `hidden`.
    public static double[] heldOut(Method method, Ratings seen, Ratings hidden, int day) {
        Reputations reputations = method.of(seen, day);
        var predicted = new double[hidden.size()];
        for (int i = 0; i < predicted.length; i++) {
            long goodness = reputations.goodness(hidden.rated(i));
            long fairness = reputations.fairness(hidden.rater(i));
            predicted[i] = real(method.predicted(goodness, fairness));
        }
        return predicted;
    }

    /// What a method that saw all ratings but one says of that one, for the ratings `from` to `to`,
    /// on a day after all of them. Methods that are sums take a rating out of them; the others go
    /// on from where they came to rest with all of them ([Leaving]).
    public static double[] leaveOneOut(Method method, Ratings ratings, int day, int from, int to) {
        return switch (method) {
            case Mean _ -> fromSums(Sums.of(ratings, Prior.NONE, _ -> 1), ratings, from, to);
            case Bayes(Prior prior) -> fromSums(Sums.of(ratings, prior, _ -> 1), ratings, from, to);
            case Fading(Prior prior, int life) ->
                    fromSums(
                            Sums.of(
                                    ratings,
                                    prior,
                                    given -> StrictMath.pow(2, -(day - given) / (double) life)),
                            ratings,
                            from,
                            to);
            case Standing _, FairnessGoodness _, Rev2 _, EigenTrust _ ->
                    left(method, ratings, day, from, to);
        };
    }

    private static double[] left(Method method, Ratings ratings, int day, int from, int to) {
        var predicted = new double[to - from];
        Leaving leaving = method.leaving(ratings, day);
        for (int i = from; i < to; i++) {
            Leaving.Left left = leaving.without(i);
            predicted[i - from] = real(method.predicted(left.goodness(), left.fairness()));
        }
        return predicted;
    }

    private static double[] fromSums(Sums sums, Ratings ratings, int from, int to) {
        var predicted = new double[to - from];
        for (int i = from; i < to; i++) {
            predicted[i - from] = sums.without(ratings, i);
        }
        return predicted;
    }

    private static double real(long fixed) {
        return fixed == Fixed.NONE ? Double.NaN : fixed / (double) Fixed.ONE;
    }

    private interface Weight {
        double of(int day);
    }

    /// Weighted sums by person, from which one rating can be taken.
    private record Sums(Weight weight, double[] points, double[] weights, int[] counts) {
        static Sums of(Ratings ratings, Prior prior, Weight weight) {
            int people = ratings.people();
            var points = new double[people];
            var weights = new double[people];
            Arrays.fill(points, real(prior.mean()) * prior.weight() / Fixed.ONE);
            Arrays.fill(weights, prior.weight() / (double) Fixed.ONE);
            var counts = new int[people];
            Arrays.fill(counts, prior.weight() > 0 ? 1 : 0);
            for (int i = 0; i < ratings.size(); i++) {
                double w = weight.of(ratings.day(i));
                points[ratings.rated(i)] += w * real(ratings.value(i));
                weights[ratings.rated(i)] += w;
                counts[ratings.rated(i)]++;
            }
            return new Sums(weight, points, weights, counts);
        }

        double without(Ratings ratings, int i) {
            int v = ratings.rated(i);
            if (counts[v] == 1) {
                return Double.NaN;
            }
            double w = weight.of(ratings.day(i));
            double mean = (points[v] - w * real(ratings.value(i))) / (weights[v] - w);
            return Math.clamp(mean, -1.0, 1.0);
        }
    }
}
