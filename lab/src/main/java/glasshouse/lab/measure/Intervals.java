package glasshouse.lab.measure;

import glasshouse.lab.experiment.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures of several seeds as one: the mean, and its 95 per cent interval by Student's t over the
/// seeds (Student 1908). One seed has no interval.
public final class Intervals {
    /// The 0.975 quantile of Student's t for 1 to 30 degrees of freedom.
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    private Intervals() {}

    /// `perWorld` has the measures of each world, arm by arm within seed by seed.
    public static List<Measure> over(List<List<Measure>> perWorld, int arms) {
        var merged = new ArrayList<Measure>();
        for (int arm = 0; arm < arms; arm++) {
            Map<Measure, List<Double>> values = new LinkedHashMap<>();
            for (int world = arm; world < perWorld.size(); world += arms) {
                for (Measure each : perWorld.get(world)) {
                    Measure key = Measure.of(each.name(), each.scheme(), 0);
                    key = each.group().map(key::in).orElse(key);
                    values.computeIfAbsent(key, _ -> new ArrayList<>()).add(each.value());
                }
            }
            values.forEach((key, list) -> merged.add(merge(key, list)));
        }
        return merged;
    }

    private static Measure merge(Measure key, List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Measure merged = Measure.of(key.name(), key.scheme(), mean);
        merged = key.group().map(merged::in).orElse(merged);
        int size = values.size();
        if (size < 2) {
            return merged;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (size - 1) / size);
        double half = error * (size - 2 < STUDENT.length ? STUDENT[size - 2] : NORMAL);
        return merged.between(mean - half, mean + half);
    }
}
