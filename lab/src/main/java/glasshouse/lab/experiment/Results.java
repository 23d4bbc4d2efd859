package glasshouse.lab.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What came of an experiment: all that the report, `lab show` and the result's hash read.
public record Results(List<Measure> measures, List<Table> tables) {
    public Results {
        measures = List.copyOf(measures);
        tables = List.copyOf(tables);
        var names = new HashSet<String>();
        names.add(Table.MEASURES);
        for (Table table : tables) {
            if (!names.add(table.name())) {
                throw new IllegalArgumentException("two tables are called " + table.name());
            }
        }
    }

    /// The table of a name.
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /// The value of a measure.
    public Optional<Measure> measure(String name, String scheme, Optional<String> group) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .filter(measure -> measure.scheme().equals(scheme))
                .filter(measure -> measure.group().equals(group))
                .findFirst();
    }
}
