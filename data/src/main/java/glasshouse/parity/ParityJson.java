package glasshouse.parity;

import glasshouse.parity.ParityReport.AtThreshold;
import glasshouse.parity.ParityReport.Bin;
import glasshouse.parity.ParityReport.Comparison;
import glasshouse.parity.ParityReport.Group;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Group measures as one JSON document; shares from 0 to 1, null where there is nothing to measure.
///
/// Each group holds its rates by name, and under `low` and `high` the ends of their 95 % intervals.
public final class ParityJson {
    private ParityJson() {}

    public static String of(ParityReport report) {
        Plan plan = report.plan();
        return JsonDocument.of(
                json -> {
                    json.text("decisions", plan.name());
                    json.whole("read", report.decisions().read());
                    json.whole("persons", report.decisions().persons());
                    json.array(
                            "leftOut",
                            report.decisions().leftOut().entrySet(),
                            each -> {
                                json.text("why", each.getKey());
                                json.whole("rows", each.getValue());
                            });
                    if (report.threshold().isPresent()) {
                        share(json, "threshold", report.threshold().getAsDouble());
                    }
                    json.bool("favourable", plan.yesIsFavourable());
                    json.whole("resamples", plan.resamples());
                    json.whole("seed", plan.seed());
                    json.array("groups", report.groups(), group -> group(json, group));
                    json.array("comparisons", report.comparisons(), each -> compared(json, each));
                    json.array("curve", report.curve(), at -> curve(json, report, at));
                    json.array("calibration", report.calibration(), bin -> bin(json, report, bin));
                });
    }

    private static void group(JsonDocument json, Group group) throws IOException {
        json.text("group", group.name());
        json.text("of", group.of());
        json.whole("n", group.persons());
        json.whole("outcomesKnown", group.counts().known());
        json.whole("truePositive", group.counts().truePositive());
        json.whole("falsePositive", group.counts().falsePositive());
        json.whole("falseNegative", group.counts().falseNegative());
        json.whole("trueNegative", group.counts().trueNegative());
        rates(json, group, Estimate::value);
        json.object("low", () -> rates(json, group, Estimate::low));
        json.object("high", () -> rates(json, group, Estimate::high));
    }

    private static void rates(JsonDocument json, Group group, ToDoubleFunction<Estimate> end)
            throws IOException {
        for (Measure measure : Measure.values()) {
            share(json, measure.key(), end.applyAsDouble(group.rate(measure)));
        }
    }

    private static void compared(JsonDocument json, Comparison compared) throws IOException {
        json.text("of", compared.of());
        json.text("group", compared.group().name());
        json.text("reference", compared.reference().name());
        for (Criterion criterion : Criterion.values()) {
            estimate(json, criterion.key(), compared.difference(criterion));
        }
        estimate(json, "favourableRatio", compared.favourable());
        json.bool("belowFourFifths", compared.belowFourFifths());
    }

    private static void curve(JsonDocument json, ParityReport report, AtThreshold at)
            throws IOException {
        share(json, "threshold", at.threshold());
        share(json, "leastFavourableRatio", at.leastRatio());
        List<Group> groups = report.curveGroups();
        json.array(
                "groups",
                IntStream.range(0, groups.size()).boxed().toList(),
                i -> {
                    Counts counts = at.counts().get(i);
                    json.text("group", groups.get(i).name());
                    for (Measure measure :
                            List.of(
                                    Measure.SELECTION_RATE,
                                    Measure.TPR,
                                    Measure.FPR,
                                    Measure.PPV)) {
                        share(json, measure.key(), measure.of(counts));
                    }
                });
    }

    private static void bin(JsonDocument json, ParityReport report, Bin bin) throws IOException {
        share(json, "from", bin.from());
        share(json, "below", bin.to());
        List<Group> groups = report.curveGroups();
        json.array(
                "groups",
                IntStream.range(0, groups.size()).boxed().toList(),
                i -> {
                    json.text("group", groups.get(i).name());
                    json.whole("n", bin.persons().get(i));
                    estimate(json, "outcome", bin.outcomes().get(i));
                });
    }

    private static void estimate(JsonDocument json, String name, Estimate estimate)
            throws IOException {
        json.object(
                name,
                () -> {
                    share(json, "value", estimate.value());
                    share(json, "low", estimate.low());
                    share(json, "high", estimate.high());
                });
    }

    /// With six places; null where there is nothing, or no end.
    private static void share(JsonDocument json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.micro(name, Math.round(value * 1e6));
        } else {
            json.text(name, null);
        }
    }
}
