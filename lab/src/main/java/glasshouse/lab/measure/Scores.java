package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.history.Panel;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.Arrays;
import java.util.stream.IntStream;

/// How scores are spread: mean, quantiles, inequality, bands.
final class Scores {
    private Scores() {}

    static void measure(Measured into, History history, Year year, Scheme scheme) {
        double step = scheme.scale().precisionMicro() / (double) Micro.ONE;
        double floor = scheme.scale().floorMicro() / (double) Micro.ONE;
        into.ratio(
                "score.mean",
                year,
                g -> floor * year.stock(g, Count.MEMBERS) + step * year.stock(g, Count.SCORES),
                g -> year.stock(g, Count.MEMBERS));
        double[] sorted = scores(history.panel(), step);
        if (sorted.length > 0) {
            into.add("score.p10", floor + quantile(sorted, 0.1));
            into.add("score.p50", floor + quantile(sorted, 0.5));
            into.add("score.p90", floor + quantile(sorted, 0.9));
            into.add("score.gini", gini(sorted));
        }
        for (int band = 0; band < scheme.bands().size(); band++) {
            int each = band;
            into.ratio(
                    "band." + scheme.bands().get(band).name(),
                    year,
                    g -> year.last().inBandOf(g, each),
                    g -> year.stock(g, Count.MEMBERS));
        }
    }

    /// Scores of the panel at the last count above the floor, sorted.
    private static double[] scores(Panel panel, double step) {
        int last = panel.counts() - 1;
        return IntStream.range(0, panel.size())
                .filter(i -> panel.member(last, i))
                .mapToDouble(i -> panel.score(last, i) * step)
                .sorted()
                .toArray();
    }

    /// The value below which a share of the sorted values lies, between its neighbours (Hyndman and
    /// Fan 1996, type 7).
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /// Gini coefficient of sorted values, here of points above the floor: half the mean absolute
    /// difference over the mean.
    static double gini(double[] sorted) {
        double sum = Arrays.stream(sorted).sum();
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return weighted / (sorted.length * sum);
    }
}
