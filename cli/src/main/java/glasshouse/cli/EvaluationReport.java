package glasshouse.cli;

import glasshouse.data.RatingFile;
import glasshouse.data.RatingTrial.Result;
import glasshouse.rating.Accuracy;
import glasshouse.rating.Accuracy.Estimate;
import glasshouse.scheme.Micro;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/// How near each method came, for the terminal and as JSON.
record EvaluationReport(
        RatingFile file, String split, BigDecimal unrated, Map<String, Result> results) {
    private static final String NOT_APPLICABLE = "n/a";

    /// `ratings, people, range, split, unrated, results: [{method, rmse, mae, pearson, n, …}]`.
    String json() {
        return JsonDocument.of(
                json -> {
                    json.whole("ratings", file.ratings().size())
                            .whole("people", file.ratings().people())
                            .whole("rejected", file.rejected())
                            .whole("withoutCounterparty", file.withoutCounterparty())
                            .micro("least", file.range().lowestMicro())
                            .micro("greatest", file.range().highestMicro())
                            .text("split", split)
                            .micro("unrated", Micro.parse(unrated.toPlainString()))
                            .array(
                                    "results",
                                    results.entrySet(),
                                    entry -> {
                                        json.text("method", entry.getKey());
                                        write(json, entry.getValue());
                                    });
                });
    }

    private static void write(JsonDocument json, Result result) throws IOException {
        switch (result) {
            case Result.NotApplicable(String why) ->
                    json.text("rmse", NOT_APPLICABLE)
                            .text("mae", NOT_APPLICABLE)
                            .text("pearson", NOT_APPLICABLE)
                            .whole("n", 0)
                            .text("why", why);
            case Result.Measured(Accuracy accuracy, int unknown) -> {
                json.decimal("rmse", accuracy.rmse().value())
                        .decimal("mae", accuracy.mae().value())
                        .decimal("pearson", accuracy.pearson().value())
                        .whole("n", accuracy.count())
                        .whole("unknown", unknown);
                interval(json, "rmse", accuracy.rmse());
                interval(json, "mae", accuracy.mae());
                interval(json, "pearson", accuracy.pearson());
            }
        }
    }

    private static void interval(JsonDocument json, String name, Estimate estimate)
            throws IOException {
        json.decimal(name + "Low", estimate.low()).decimal(name + "High", estimate.high());
    }

    String text(Terminal terminal) {
        var text = new StringBuilder();
        text.append(
                "%s ratings among %s people, from %s to %s; %s; unrated: %s\n\n"
                        .formatted(
                                whole(file.ratings().size()),
                                whole(file.ratings().people()),
                                Micro.format(file.range().lowestMicro()),
                                Micro.format(file.range().highestMicro()),
                                split.replace("leave-one-out", "each left out in turn"),
                                unrated.toPlainString()));
        text.append(
                terminal.dim(
                        "  Method              RMSE  95 % interval     MAE  95 % interval"
                                + "   Pearson  95 % interval"));
        text.append('\n');
        results.forEach((method, result) -> row(text, method, result));
        text.append('\n');
        int unknown = unknown();
        if (unknown > 0) {
            text.append(
                    """
                    %s ratings are of people whom nobody else rated: without a prior these are \
                    foretold as %s.
                    """
                            .formatted(whole(unknown), unrated.toPlainString()));
        }
        left(text, file.rejected(), "records that could not be read");
        left(text, file.withoutCounterparty(), "events of one party");
        return text.toString();
    }

    private int unknown() {
        int most = 0;
        for (Result result : results.values()) {
            if (result instanceof Result.Measured(_, int unknown)) {
                most = Math.max(most, unknown);
            }
        }
        return most;
    }

    private static void row(StringBuilder text, String method, Result result) {
        String name = "  " + StatementText.left(method, 18);
        text.append(
                switch (result) {
                    case Result.NotApplicable(String why) ->
                            name + StatementText.left("   n/a", 8) + why + "\n";
                    case Result.Measured(Accuracy accuracy, _) ->
                            name
                                    + cell(accuracy.rmse())
                                    + cell(accuracy.mae())
                                    + "  "
                                    + cell(accuracy.pearson()).stripTrailing()
                                    + "\n";
                });
    }

    private static String cell(Estimate estimate) {
        return Double.isNaN(estimate.value())
                ? "     –                 "
                : String.format(
                        Locale.ROOT,
                        "%6.3f %7.3f to %5.3f ",
                        estimate.value(),
                        estimate.low(),
                        estimate.high());
    }

    private static void left(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append("Left out: ").append(whole(count)).append(' ').append(what).append(".\n");
        }
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
