package glasshouse.cli;

import glasshouse.data.Column;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.RunRecord;
import glasshouse.lab.experiment.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What came of a run, for the terminal: numbers with four decimals.
record LabText(Terminal terminal) {
    /// More rows than this are left to the report.
    private static final int MOST_ROWS = 40;

    /// The heading, and the experiment's own rows, or its measures where it has none.
    String text(RunRecord record, Results answer) {
        var text = new StringBuilder();
        text.append(terminal.bold(Terminal.safe(record.heading().title()))).append('\n');
        String settings =
                record.settings().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
        text.append(Terminal.safe(record.heading().name()))
                .append(settings.isEmpty() ? "" : ", " + settings)
                .append("\n\n");
        Optional<Table> rows = answer.table(Table.ROWS).filter(each -> each.size() <= MOST_ROWS);
        List<List<String>> lines = rows.isPresent() ? lines(rows.get()) : measures(answer);
        columns(lines, text);
        return text.toString();
    }

    private static List<List<String>> lines(Table table) {
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns().stream().map(Column::name).toList());
        for (int i = 0; i < table.size(); i++) {
            int row = i;
            lines.add(table.columns().stream().map(column -> cell(column, row)).toList());
        }
        return lines;
    }

    private static String cell(Column column, int row) {
        return switch (column) {
            case Column.Texts texts -> Terminal.safe(texts.values().get(row));
            case Column.Wholes wholes -> String.format(Locale.ROOT, "%d", wholes.values()[row]);
            case Column.Decimals decimals -> number(decimals.values()[row]);
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /// More schemes than this do not fit side by side.
    private static final int MOST_SIDE_BY_SIDE = 6;

    private static List<List<String>> measures(Results answer) {
        List<String> schemes = answer.measures().stream().map(Measure::scheme).distinct().toList();
        boolean grouped = answer.measures().stream().anyMatch(m -> m.group().isPresent());
        return grouped && schemes.size() <= MOST_SIDE_BY_SIDE
                ? sideBySide(answer, schemes)
                : oneByOne(answer);
    }

    /// Measures of everybody, a column for each scheme; groups are left to the report and JSON.
    private static List<List<String>> sideBySide(Results answer, List<String> schemes) {
        var lines = new ArrayList<List<String>>();
        var header = new ArrayList<String>();
        header.add("measure, of everybody");
        schemes.forEach(scheme -> header.add(Terminal.safe(scheme)));
        lines.add(header);
        List<String> names = answer.measures().stream().map(Measure::name).distinct().toList();
        for (String name : names) {
            var line = new ArrayList<String>();
            line.add(Terminal.safe(name));
            for (String scheme : schemes) {
                Optional<Measure> found = answer.measure(name, scheme, Optional.empty());
                line.add(found.map(measure -> number(measure.value())).orElse(""));
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<List<String>> oneByOne(Results answer) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("measure", "scheme", "group", "value", "low", "high"));
        for (Measure measure : answer.measures()) {
            lines.add(
                    List.of(
                            Terminal.safe(measure.name()),
                            Terminal.safe(measure.scheme()),
                            Terminal.safe(measure.group().orElse("")),
                            number(measure.value()),
                            number(measure.low().orElse(Double.NaN)),
                            number(measure.high().orElse(Double.NaN))));
        }
        return lines;
    }

    private void columns(List<List<String>> lines, StringBuilder text) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        int start = text.length();
        for (List<String> line : lines) {
            var row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line.get(i);
                String space = " ".repeat(widths[i] - cell.length());
                boolean number = !lines.getLast().get(i).matches(".*[a-zA-Z].*");
                row.append("  ").append(number ? space + cell : cell + space);
            }
            String shown = row.toString().stripTrailing();
            text.append(text.length() == start ? terminal.dim(shown) : shown).append('\n');
        }
    }
}
