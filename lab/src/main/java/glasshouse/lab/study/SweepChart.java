package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A measure over the values of a sweep, for each group; arms of a sweep are called `NAME at
/// VALUE`.
record SweepChart(Results results, List<String> groups) {
    private static final String AT = " at ";

    /// The chart, if at least three arms were swept over numbers.
    Optional<Block> of(String measure) {
        List<String> arms =
                results.measures().stream()
                        .map(Measure::scheme)
                        .distinct()
                        .filter(arm -> arm.matches(".+ at -?[0-9.]+"))
                        .toList();
        if (arms.size() < 3) {
            return Optional.empty();
        }
        double[] at = arms.stream().mapToDouble(SweepChart::at).toArray();
        var lines = new ArrayList<Block.Line>();
        for (String group : groups) {
            lines.add(
                    new Block.Line(
                            group,
                            at,
                            arms.stream()
                                    .mapToDouble(arm -> value(measure, arm, Optional.of(group)))
                                    .toArray()));
        }
        String first = arms.getFirst();
        String last = arms.getLast();
        return Optional.of(
                new Block.LineChart(
                        new Caption(
                                measure + " over the sweep",
                                "From %s at %s to %s at %s."
                                        .formatted(
                                                Figures.percent(
                                                        value(measure, first, Optional.empty())),
                                                first.substring(first.indexOf(AT) + AT.length()),
                                                Figures.percent(
                                                        value(measure, last, Optional.empty())),
                                                last.substring(last.indexOf(AT) + AT.length())),
                                "value of the swept parameter",
                                measure),
                        Block.Scale.PERCENT,
                        lines,
                        List.of()));
    }

    private static double at(String arm) {
        return Double.parseDouble(arm.substring(arm.lastIndexOf(AT) + AT.length()));
    }

    private double value(String measure, String arm, Optional<String> group) {
        return results.measure(measure, arm, group).map(Measure::value).orElse(Double.NaN);
    }
}
