package glasshouse.lab.report;

import java.util.ArrayList;
import java.util.List;

/// The numbers of a chart as the table behind it.
final class ChartTable {
    private ChartTable() {}

    static Block.Grid of(Block.LineChart chart) {
        var rows = new ArrayList<List<String>>();
        boolean banded = chart.lines().stream().anyMatch(line -> line.low().length > 0);
        for (Block.Line line : chart.lines()) {
            for (int i = 0; i < line.x().length; i++) {
                var row = new ArrayList<String>();
                row.add(line.name());
                row.add(plain(line.x()[i]));
                row.add(text(line.y()[i], chart.scale()));
                if (banded) {
                    row.add(end(line.low(), i, chart.scale()));
                    row.add(end(line.high(), i, chart.scale()));
                }
                rows.add(row);
            }
        }
        Block.Caption caption = chart.caption();
        List<String> columns = new ArrayList<>(List.of("", caption.across(), caption.upward()));
        if (banded) {
            columns.addAll(List.of("low", "high"));
        }
        return new Block.Grid("", columns, rows);
    }

    static Block.Grid of(Block.BarChart chart) {
        var columns = new ArrayList<String>();
        columns.add(chart.caption().across());
        for (Block.Bars bars : chart.bars()) {
            columns.add(bars.name());
            if (bars.low().length > 0) {
                columns.add("low");
                columns.add("high");
            }
        }
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < chart.categories().size(); i++) {
            var row = new ArrayList<String>();
            row.add(chart.categories().get(i));
            for (Block.Bars bars : chart.bars()) {
                row.add(text(bars.values()[i], chart.scale()));
                if (bars.low().length > 0) {
                    row.add(end(bars.low(), i, chart.scale()));
                    row.add(end(bars.high(), i, chart.scale()));
                }
            }
            rows.add(row);
        }
        return new Block.Grid("", columns, rows);
    }

    static Block.Grid of(Block.HeatMap chart) {
        var columns = new ArrayList<String>();
        columns.add("");
        columns.addAll(chart.columns());
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < chart.rows().size(); i++) {
            var row = new ArrayList<String>();
            row.add(chart.rows().get(i));
            for (double value : chart.values()[i]) {
                row.add(text(value, chart.scale()));
            }
            rows.add(row);
        }
        return new Block.Grid("", columns, rows);
    }

    private static String end(double[] values, int index, Block.Scale scale) {
        return values.length == 0 ? "" : text(values[index], scale);
    }

    private static String text(double value, Block.Scale scale) {
        return switch (scale) {
            case PLAIN -> Figures.number(value, 4);
            case PERCENT -> Double.isNaN(value) ? "–" : Figures.number(100 * value, 2) + " %";
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Figures.whole(value) : Figures.number(value, 2);
    }
}
