package glasshouse.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The methods once more as their formulas say, in floating point and without columns.
final class Twins {
    private static final int MANY_ROUNDS = 400;

    private Twins() {}

    record Edge(int rater, int rated, double value, int day) {}

    static double[] of(Method method, Ratings ratings, int day) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < ratings.size(); i++) {
            if (ratings.day(i) < day) {
                edges.add(
                        new Edge(
                                ratings.rater(i),
                                ratings.rated(i),
                                real(ratings.value(i)),
                                ratings.day(i)));
            }
        }
        int n = ratings.people();
        return switch (method) {
            case Mean _ -> weighted(n, edges, Prior.NONE, edge -> 1);
            case Bayes(Prior prior) -> weighted(n, edges, prior, edge -> 1);
            case Fading(Prior prior, int life) ->
                    weighted(
                            n,
                            edges,
                            prior,
                            edge -> Math.pow(2, -(day - edge.day()) / (double) life));
            case Standing standing -> standing(n, edges, standing);
            case FairnessGoodness _ -> fairnessGoodness(n, pairs(edges));
            case Rev2(Prior prior) -> rev2(n, pairs(edges), prior);
            case EigenTrust(List<Integer> trusted) -> eigenTrust(n, pairs(edges), trusted);
        };
    }

    static double real(long fixed) {
        return fixed == Fixed.NONE ? Double.NaN : fixed / (double) Fixed.ONE;
    }

    private interface Weight {
        double of(Edge edge);
    }

    private static double[] weighted(int n, List<Edge> edges, Prior prior, Weight weight) {
        var points = new double[n];
        var weights = new double[n];
        for (Edge edge : edges) {
            points[edge.rated()] += weight.of(edge) * edge.value();
            weights[edge.rated()] += weight.of(edge);
        }
        var means = new double[n];
        for (int v = 0; v < n; v++) {
            double b = real(prior.weight());
            means[v] = (b * real(prior.mean()) + points[v]) / (b + weights[v]);
        }
        return means;
    }

    private static double[] standing(int n, List<Edge> edges, Standing method) {
        var points = new double[n];
        var weights = new double[n];
        var standing = new double[n];
        java.util.Arrays.fill(standing, real(method.prior().mean()));
        double b = real(method.prior().weight());
        for (int close = method.firstClose() - 100 * method.closeDays();
                close < 1000;
                close += method.closeDays()) {
            for (Edge edge : edges) {
                if (edge.day() >= close && edge.day() < close + method.closeDays()) {
                    double a = (standing[edge.rater()] + 1) / 2;
                    points[edge.rated()] += a * edge.value();
                    weights[edge.rated()] += a;
                }
            }
            for (int v = 0; v < n; v++) {
                if (b + weights[v] > 0) {
                    standing[v] = (b * real(method.prior().mean()) + points[v]) / (b + weights[v]);
                }
            }
        }
        for (int v = 0; v < n; v++) {
            standing[v] = b + weights[v] == 0 ? Double.NaN : standing[v];
        }
        return standing;
    }

    /// The mean for each pair.
    private static List<Edge> pairs(List<Edge> edges) {
        Map<List<Integer>, List<Double>> found = new HashMap<>();
        for (Edge edge : edges) {
            found.computeIfAbsent(List.of(edge.rater(), edge.rated()), _ -> new ArrayList<>())
                    .add(edge.value());
        }
        var pairs = new ArrayList<Edge>();
        found.forEach(
                (pair, values) ->
                        pairs.add(
                                new Edge(
                                        pair.get(0),
                                        pair.get(1),
                                        values.stream().mapToDouble(x -> x).average().orElse(0),
                                        0)));
        return pairs;
    }

    private static double[] fairnessGoodness(int n, List<Edge> pairs) {
        var fairness = new double[n];
        java.util.Arrays.fill(fairness, 1);
        double[] goodness = new double[n];
        for (int round = 0; round < MANY_ROUNDS; round++) {
            double[] believed = fairness;
            goodness = means(n, pairs, edge -> believed[edge.rater()] * edge.value());
            double[] good = goodness;
            fairness = new double[n];
            double[] counts = new double[n];
            for (Edge edge : pairs) {
                fairness[edge.rater()] += Math.abs(edge.value() - good[edge.rated()]) / 2;
                counts[edge.rater()]++;
            }
            for (int u = 0; u < n; u++) {
                fairness[u] = counts[u] == 0 ? 1 : 1 - fairness[u] / counts[u];
            }
        }
        return goodness;
    }

    private static double[] means(int n, List<Edge> pairs, Weight term) {
        var sums = new double[n];
        var counts = new double[n];
        for (Edge edge : pairs) {
            sums[edge.rated()] += term.of(edge);
            counts[edge.rated()]++;
        }
        for (int v = 0; v < n; v++) {
            sums[v] /= counts[v];
        }
        return sums;
    }

    private static double[] rev2(int n, List<Edge> pairs, Prior prior) {
        double b = real(prior.weight());
        double m = real(prior.mean());
        var fairness = new double[n];
        java.util.Arrays.fill(fairness, 1);
        double[] goodness = new double[n];
        for (int round = 0; round < MANY_ROUNDS; round++) {
            double[] f = fairness;
            double[] g = goodness;
            Weight reliability =
                    edge ->
                            (f[edge.rater()] + 1 - Math.abs(edge.value() - g[edge.rated()]) / 2)
                                    / 2;
            var good = new double[n];
            var fair = new double[n];
            var in = new double[n];
            var out = new double[n];
            for (Edge edge : pairs) {
                good[edge.rated()] += reliability.of(edge) * edge.value();
                fair[edge.rater()] += reliability.of(edge);
                in[edge.rated()]++;
                out[edge.rater()]++;
            }
            for (int p = 0; p < n; p++) {
                good[p] = in[p] + b == 0 ? Double.NaN : (b * m + good[p]) / (b + in[p]);
                fair[p] = out[p] + b == 0 ? 1 : (b / 2 + fair[p]) / (b + out[p]);
            }
            goodness = good;
            fairness = fair;
        }
        return goodness;
    }

    private static double[] eigenTrust(int n, List<Edge> pairs, List<Integer> trusted) {
        Set<Integer> taking = new HashSet<>();
        var outOf = new double[n];
        for (Edge edge : pairs) {
            taking.add(edge.rater());
            taking.add(edge.rated());
            outOf[edge.rater()] += steps(edge.value());
        }
        Set<Integer> sources = new HashSet<>(trusted);
        sources.retainAll(taking);
        Set<Integer> start = sources.isEmpty() ? taking : sources;
        double[] trust = new double[n];
        start.forEach(p -> trust[p] = 1.0 / start.size());
        for (int round = 0; round < MANY_ROUNDS; round++) {
            var next = new double[n];
            double left = 1;
            for (Edge edge : pairs) {
                if (steps(edge.value()) > 0) {
                    double passed =
                            trust[edge.rater()] * 6 / 7 * steps(edge.value()) / outOf[edge.rater()];
                    next[edge.rated()] += passed;
                    left -= passed;
                }
            }
            double rest = left;
            start.forEach(p -> next[p] += rest / start.size());
            System.arraycopy(next, 0, trust, 0, n);
        }
        for (int p = 0; p < n; p++) {
            double multiple = trust[p] * taking.size();
            trust[p] = taking.contains(p) ? 2 * multiple / (1 + multiple) - 1 : Double.NaN;
        }
        return trust;
    }

    /// What a good rating weighs, in whole steps of 1/1024.
    private static double steps(double value) {
        return Math.max(0, Math.floor(value * 1024 + 1e-6));
    }
}
