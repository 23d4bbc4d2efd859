package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Bars;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Block.Scale;
import glasshouse.lab.report.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells how near the moves of scores come to the published ones, and under which parameters.
final class CalibrationTold {
    /// Between an arm's name and the value of a sweep.
    private static final String AT = " at ";

    private final Results results;

    /// Arms by how far they are from what was published, the nearest first.
    private final List<Measure> apart;

    /// One fact, and what was measured of it in each arm, on average over the seeds.
    private record Fact(
            String text, String move, double published, String source, Map<String, Mean> arms) {
        double measured(String arm) {
            Mean mean = arms.get(arm);
            return mean == null ? Double.NaN : mean.value();
        }
    }

    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }
    }

    CalibrationTold(Results results) {
        this.results = results;
        apart =
                results.measures().stream()
                        .filter(m -> m.name().equals(Calibration.APART))
                        .sorted(Comparator.comparingDouble(Measure::value))
                        .toList();
    }

    /// Nothing where it was not asked for.
    List<Block> blocks() {
        if (results.table(Calibration.TABLE).isEmpty()) {
            return List.of();
        }
        if (apart.isEmpty()) {
            return List.of(
                    new Block.Prose(
                            "Published figures were asked for, and there is nothing to hold"
                                    + " against them: their file was not there, or no arm's scale"
                                    + " goes from 300 to 850, or the run is too short."));
        }
        List<Fact> facts = facts(results.table(Calibration.TABLE).get());
        return List.of(new Block.Findings(findings(facts)), distances(), moves(facts), grid(facts));
    }

    private static List<Fact> facts(Table table) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            Fact fact =
                    facts.computeIfAbsent(
                            table.text("fact", row),
                            text ->
                                    new Fact(
                                            text,
                                            table.text("move", at),
                                            table.number("published", at),
                                            table.text("source", at),
                                            new LinkedHashMap<>()));
            double measured = table.number("measured", row);
            if (!Double.isNaN(measured)) {
                fact.arms()
                        .computeIfAbsent(table.text("scheme", row), _ -> new Mean())
                        .add(measured);
            }
        }
        return List.copyOf(facts.values());
    }

    private List<String> findings(List<Fact> facts) {
        var told = new ArrayList<String>();
        Measure nearest = apart.getFirst();
        Measure farthest = apart.getLast();
        told.add(
                """
                %s comes nearest to what was published of everybody: %s percentage points apart \
                (root mean square)."""
                        .formatted(nearest.scheme(), Figures.number(100 * nearest.value(), 1)));
        if (apart.size() > 1) {
            told.add(
                    "%s is farthest from it: %s points."
                            .formatted(
                                    farthest.scheme(), Figures.number(100 * farthest.value(), 1)));
        }
        Comparator<Fact> byMiss =
                Comparator.comparingDouble(
                        f -> Math.abs(f.measured(nearest.scheme()) - f.published()));
        facts.stream()
                .filter(f -> !Double.isNaN(f.measured(nearest.scheme())))
                .max(byMiss)
                .ifPresent(
                        worst ->
                                told.add(
                                        "What %s misses most: %s. Published %s, measured %s."
                                                .formatted(
                                                        nearest.scheme(),
                                                        worst.text(),
                                                        Figures.percent(worst.published()),
                                                        Figures.percent(
                                                                worst.measured(
                                                                        nearest.scheme())))));
        long nobody =
                facts.stream().filter(f -> Double.isNaN(f.measured(nearest.scheme()))).count();
        if (nobody > 0) {
            told.add(
                    """
                    %s of the %s figures are about a range of scores where %s has too few people \
                    to tell."""
                            .formatted(nobody, facts.size(), nearest.scheme()));
        }
        return told;
    }

    /// By the arms that were swept, with a bar for each value of the sweep; an arm that was not has
    /// one.
    private Block distances() {
        List<String> names =
                results.measures().stream()
                        .filter(m -> m.name().equals(Calibration.APART))
                        .map(Measure::scheme)
                        .toList();
        List<String> bases = names.stream().map(CalibrationTold::base).distinct().toList();
        List<String> values = names.stream().map(CalibrationTold::value).distinct().toList();
        return new Block.BarChart(
                new Caption(
                        "How far from what was published",
                        "Root mean square over the figures that are about everybody. Lower is"
                                + " nearer.",
                        "arm",
                        "percentage points"),
                Scale.PLAIN,
                bases,
                values.stream()
                        .map(
                                value ->
                                        new Bars(
                                                value.isEmpty() ? "as it is" : "at " + value,
                                                bases.stream()
                                                        .mapToDouble(base -> apart(base, value))
                                                        .toArray()))
                        .toList());
    }

    private static String base(String arm) {
        int at = arm.lastIndexOf(AT);
        return at < 0 ? arm : arm.substring(0, at);
    }

    private static String value(String arm) {
        int at = arm.lastIndexOf(AT);
        return at < 0 ? "" : arm.substring(at + AT.length());
    }

    private double apart(String base, String value) {
        String arm = value.isEmpty() ? base : base + AT + value;
        return results.measure(Calibration.APART, arm, Optional.empty())
                .map(m -> 100 * m.value())
                .orElse(Double.NaN);
    }

    private Block moves(List<Fact> facts) {
        String nearest = apart.getFirst().scheme();
        return new Block.BarChart(
                new Caption(
                        "How scores move, published and here",
                        "Published by the seller of a credit score; here: " + nearest + ".",
                        "move",
                        "share of people"),
                Scale.PERCENT,
                facts.stream().map(Fact::move).toList(),
                List.of(
                        new Bars(
                                "published", facts.stream().mapToDouble(Fact::published).toArray()),
                        new Bars(
                                nearest,
                                facts.stream().mapToDouble(f -> f.measured(nearest)).toArray())));
    }

    private Block grid(List<Fact> facts) {
        String nearest = apart.getFirst().scheme();
        return new Block.Grid(
                "Every published figure",
                List.of("figure", "published", nearest, "source"),
                facts.stream()
                        .map(
                                f ->
                                        List.of(
                                                f.text(),
                                                Figures.percent(f.published()),
                                                Figures.percent(f.measured(nearest)),
                                                f.source()))
                        .toList());
    }
}
