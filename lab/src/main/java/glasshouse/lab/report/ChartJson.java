package glasshouse.lab.report;

import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// A chart as data for the script of the page.
final class ChartJson {
    private ChartJson() {}

    static String of(Block.LineChart chart) {
        return JsonDocument.of(
                json -> {
                    head(json, "lines", chart.caption(), chart.scale());
                    json.array(
                            "lines",
                            chart.lines(),
                            line -> {
                                json.text("name", line.name())
                                        .decimals("x", line.x())
                                        .decimals("y", line.y())
                                        .decimals("low", line.low())
                                        .decimals("high", line.high());
                            });
                    json.array(
                            "marks",
                            chart.marks(),
                            mark -> json.text("name", mark.name()).decimal("at", mark.at()));
                });
    }

    static String of(Block.BarChart chart) {
        return JsonDocument.of(
                json -> {
                    head(json, "bars", chart.caption(), chart.scale());
                    json.texts("categories", chart.categories());
                    json.array(
                            "bars",
                            chart.bars(),
                            bars ->
                                    json.text("name", bars.name())
                                            .decimals("values", bars.values())
                                            .decimals("low", bars.low())
                                            .decimals("high", bars.high()));
                });
    }

    static String of(Block.HeatMap chart) {
        List<Integer> rows = IntStream.range(0, chart.rows().size()).boxed().toList();
        return JsonDocument.of(
                json -> {
                    head(json, "heat", chart.caption(), chart.scale());
                    json.texts("columns", chart.columns());
                    json.texts("rows", chart.rows());
                    json.array("values", rows, row -> json.decimals("row", chart.values()[row]));
                });
    }

    private static void head(
            JsonDocument json, String kind, Block.Caption caption, Block.Scale scale)
            throws IOException {
        json.text("kind", kind)
                .text("across", caption.across())
                .bool("percent", scale == Block.Scale.PERCENT);
    }
}
