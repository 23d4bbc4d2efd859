package glasshouse.lab.measure;

import glasshouse.lab.experiment.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Collects the measures of one arm. What cannot be told (nobody to measure) is left out.
final class Measured {
    private final String arm;
    private final List<Measure> measures = new ArrayList<>();

    Measured(String arm) {
        this.arm = arm;
    }

    void add(String name, double value) {
        if (Double.isFinite(value)) {
            measures.add(Measure.of(name, arm, value));
        }
    }

    void add(String name, String group, double value) {
        if (Double.isFinite(value)) {
            measures.add(Measure.of(name, arm, value).in(group));
        }
    }

    /// A ratio of two amounts, of everybody and of each group.
    void ratio(String name, Year year, IntToDoubleFunction part, IntToDoubleFunction whole) {
        double parts = 0;
        double wholes = 0;
        for (int group = 0; group < year.groups(); group++) {
            parts += part.applyAsDouble(group);
            wholes += whole.applyAsDouble(group);
        }
        add(name, parts / wholes);
        for (int group = 0; group < year.groups(); group++) {
            add(name, year.group(group), part.applyAsDouble(group) / whole.applyAsDouble(group));
        }
    }

    List<Measure> all() {
        return List.copyOf(measures);
    }
}
