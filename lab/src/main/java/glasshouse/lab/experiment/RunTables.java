package glasshouse.lab.experiment;

import glasshouse.data.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Results as nothing but tables, as they are hashed and kept: the measures are one of them.
final class RunTables {
    private RunTables() {}

    /// All tables of a result, the measures first.
    static List<Table> all(Results results) {
        var tables = new ArrayList<Table>();
        tables.add(measures(results.measures()));
        tables.addAll(results.tables());
        return tables;
    }

    private static Table measures(List<Measure> measures) {
        Table.Builder table =
                Table.named(Table.MEASURES)
                        .texts("name", "scheme", "group")
                        .decimals("value", "low", "high");
        for (Measure measure : measures) {
            table.row(
                    measure.name(),
                    measure.scheme(),
                    measure.group().orElse(""),
                    measure.value(),
                    measure.low().orElse(Double.NaN),
                    measure.high().orElse(Double.NaN));
        }
        return table.build();
    }

    /// The result that tables were made of.
    static Results results(List<Table> tables) {
        var others = new ArrayList<Table>();
        List<Measure> measures = List.of();
        for (Table table : tables) {
            if (table.name().equals(Table.MEASURES)) {
                measures = measures(table);
            } else {
                others.add(table);
            }
        }
        return new Results(measures, others);
    }

    private static List<Measure> measures(Table table) {
        List<String> names = texts(table, "name");
        List<String> schemes = texts(table, "scheme");
        List<String> groups = texts(table, "group");
        double[] values = decimals(table, "value");
        double[] lows = decimals(table, "low");
        double[] highs = decimals(table, "high");
        var measures = new ArrayList<Measure>();
        for (int i = 0; i < values.length; i++) {
            String group = groups.get(i);
            measures.add(
                    new Measure(
                            names.get(i),
                            schemes.get(i),
                            group.isEmpty() ? Optional.empty() : Optional.of(group),
                            values[i],
                            end(lows[i]),
                            end(highs[i])));
        }
        return measures;
    }

    private static OptionalDouble end(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static List<String> texts(Table table, String name) {
        return table.column(name)
                .filter(Column.Texts.class::isInstance)
                .map(column -> ((Column.Texts) column).values())
                .orElseThrow(() -> new IllegalArgumentException("no texts called " + name));
    }

    private static double[] decimals(Table table, String name) {
        return table.column(name)
                .filter(Column.Decimals.class::isInstance)
                .map(column -> ((Column.Decimals) column).values())
                .orElseThrow(() -> new IllegalArgumentException("no decimals called " + name));
    }
}
