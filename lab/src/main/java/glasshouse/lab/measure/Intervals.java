package glasshouse.lab.measure;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures of several seeds as one: the mean, and its 95 per cent interval by Student's t over the
/// seeds (Student 1908). One seed has no interval.
public final class Intervals {
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
        double[] each = values.stream().mapToDouble(Double::doubleValue).toArray();
        Measure merged = Spread.of(each).measure(key.name(), key.scheme());
        return key.group().map(merged::in).orElse(merged);
    }
}
