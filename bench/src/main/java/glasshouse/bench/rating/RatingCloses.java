package glasshouse.bench.rating;

import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.rating.Bayes;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.Fading;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Mean;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Ratings;
import glasshouse.rating.Reputations;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// One close of a million ratings among a hundred thousand people, by each method, on one thread;
/// beside the limit, a bare pass that reads rater, rated, value and day of each and adds the value
/// to the rated one's sum.
public final class RatingCloses {
    private static final int PEOPLE = 100_000;
    private static final int RATINGS = 1_000_000;
    private static final int DAYS = 365;
    private static final int ROUNDS = 5;
    private static final double MILLIS = 1e6;

    private RatingCloses() {}

    /// Runs the benchmark below the project's folder and writes `bench/results/ratings.md`.
    public static void run(Path home) throws IOException {
        Ratings ratings = ratings(RATINGS);
        Ratings tenth = ratings(RATINGS / 10);
        Map<String, Method> methods = methods();
        var sums = new long[PEOPLE];
        Map<String, double[]> millis = new LinkedHashMap<>();
        Map<String, double[]> tenthMillis = new LinkedHashMap<>();
        Map<String, Integer> rounds = new LinkedHashMap<>();
        var bare = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            int at = round;
            long start = System.nanoTime();
            pass(ratings, sums);
            if (at >= 0) {
                bare[at] = (System.nanoTime() - start) / MILLIS;
            }
            methods.forEach(
                    (name, method) -> {
                        double whole = time(method, ratings, rounds, name);
                        double small = time(method, tenth, rounds, name);
                        if (at >= 0) {
                            millis.computeIfAbsent(name, _ -> new double[ROUNDS])[at] = whole;
                            tenthMillis.computeIfAbsent(name, _ -> new double[ROUNDS])[at] = small;
                        }
                    });
            System.err.println("round " + (round + 3) + " of " + (ROUNDS + 2));
        }
        rounds.clear();
        methods.forEach((name, method) -> time(method, ratings, rounds, name));
        write(home, bare, millis, tenthMillis, rounds);
    }

    private static Map<String, Method> methods() {
        var prior = new Prior(0, 5 * Fixed.ONE);
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("mean", new Mean());
        methods.put("bayes", new Bayes(prior));
        methods.put("fading", new Fading(prior, 90));
        methods.put("standing, daily closes", new Standing(prior, 0, 1));
        methods.put("fairness-goodness", new FairnessGoodness());
        methods.put("rev2", new Rev2(prior));
        methods.put("eigentrust", new EigenTrust(List.of(1, 2, 3)));
        return methods;
    }

    private static double time(
            Method method, Ratings ratings, Map<String, Integer> rounds, String name) {
        long start = System.nanoTime();
        Reputations found = method.of(ratings, DAYS + 1);
        double millis = (System.nanoTime() - start) / MILLIS;
        rounds.put(name, found.rounds());
        return millis;
    }

    /// Some are rated, and rate, far more often than others: the square of an even draw.
    private static Ratings ratings(int count) {
        var random = new SplittableRandom(2026);
        var builder = new Ratings.Builder(PEOPLE);
        for (int i = 0; i < count; i++) {
            int rater = skewed(random);
            int rated = skewed(random);
            if (rater != rated) {
                long value = (random.nextInt(5) - 2) * Fixed.ONE / 2;
                builder.add(rater, rated, value, random.nextInt(DAYS));
            }
        }
        return builder.build();
    }

    private static int skewed(SplittableRandom random) {
        double even = random.nextDouble();
        return (int) (even * even * PEOPLE);
    }

    private static void pass(Ratings ratings, long[] sums) {
        for (int i = 0; i < ratings.size(); i++) {
            sums[ratings.rated(i)] += (long) ratings.value(i) + ratings.rater(i) + ratings.day(i);
        }
    }

    private static void write(
            Path home,
            double[] bare,
            Map<String, double[]> millis,
            Map<String, double[]> tenthMillis,
            Map<String, Integer> rounds)
            throws IOException {
        var report = new Report("Ratings: one close of a million ratings among 100,000 people");
        report.text(
                "One thread. The bare pass reads rater, rated, value and day of each rating and"
                        + " adds them to the rated one's sum. Target: seconds, and linear in the"
                        + " ratings.");
        report.row("method", "ms, median", "spread", "bare passes", "rounds", "ms for a tenth");
        report.row("---", "---:", "---:", "---:", "---:", "---:");
        double limit = Medians.of(bare);
        report.row("bare pass", Report.number(limit), Medians.spread(bare), "1", "", "");
        millis.forEach(
                (name, all) ->
                        report.row(
                                name,
                                Report.number(Medians.of(all)),
                                Medians.spread(all),
                                Report.number(Medians.of(all) / limit),
                                String.valueOf(rounds.get(name)),
                                Report.number(
                                        Medians.of(
                                                tenthMillis.getOrDefault(
                                                        name, new double[] {Double.NaN})))));
        report.write(home, "ratings");
    }
}
