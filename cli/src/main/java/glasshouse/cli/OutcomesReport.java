package glasshouse.cli;

import glasshouse.data.Outcomes;
import glasshouse.data.Outcomes.InBand;
import glasshouse.wire.result.JsonDocument;
import java.util.Locale;
import java.util.Map;

/// Rates of an outcome by band, for the terminal and as JSON.
///
/// @param titles what people call the bands, by name; a band without one keeps its name
record OutcomesReport(Outcomes outcomes, String outcome, Map<String, String> titles) {
    OutcomesReport {
        titles = Map.copyOf(titles);
    }

    /// `outcome, bands: [{band, persons, outcomes, rate, low, high}], all, order, …`; rates from 0
    /// to 1, bands from the lowest score up.
    String json() {
        return JsonDocument.of(
                json -> {
                    json.text("outcome", outcome)
                            .array(
                                    "bands",
                                    outcomes.bands(),
                                    band -> {
                                        json.text("band", band.band());
                                        String title = titles.get(band.band());
                                        if (title != null) {
                                            json.text("title", title);
                                        }
                                        rates(json, band);
                                    })
                            .object("all", () -> rates(json, outcomes.all()))
                            .text("order", outcomes.order().name().toLowerCase(Locale.ROOT))
                            .whole("withoutOutcome", outcomes.withoutOutcome())
                            .whole("withoutScore", outcomes.withoutScore());
                });
    }

    private String title(InBand band) {
        return Terminal.safe(titles.getOrDefault(band.band(), band.band()));
    }

    private static void rates(JsonDocument json, InBand band) throws java.io.IOException {
        json.whole("persons", band.persons()).whole("outcomes", band.outcomes());
        if (band.persons() > 0) {
            json.micro("rate", micro(band.rate()))
                    .micro("low", micro(band.low()))
                    .micro("high", micro(band.high()));
        }
    }

    private static long micro(double share) {
        return Math.round(share * 1e6);
    }

    /// The highest band first, as in the summary of a scoring.
    String text(Terminal terminal) {
        int width = "Band".length();
        for (InBand band : outcomes.bands()) {
            width = Math.max(width, title(band).codePointCount(0, title(band).length()));
        }
        var text = new StringBuilder();
        text.append(terminal.bold(Terminal.safe(outcome) + " by band")).append("\n\n");
        String head = "  " + StatementText.left("Band", width);
        head += "   Persons  Came true     Rate   95 % interval";
        text.append(terminal.dim(head)).append('\n');
        for (InBand band : outcomes.bands().reversed()) {
            row(text, StatementText.left(title(band), width), band);
        }
        text.append("  ").append("─".repeat(head.length() - 2)).append('\n');
        row(text, StatementText.left("all", width), outcomes.all());
        text.append('\n').append(verdict()).append('\n');
        missing(text, outcomes.withoutOutcome(), "a score but no outcome");
        missing(text, outcomes.withoutScore(), "an outcome but no score");
        return text.toString();
    }

    private static void row(StringBuilder text, String name, InBand band) {
        String rates =
                band.persons() == 0
                        ? "        –               –"
                        : String.format(
                                Locale.ROOT,
                                "%7.1f %%  %4.1f to %4.1f %%",
                                100 * band.rate(),
                                100 * band.low(),
                                100 * band.high());
        text.append("  ")
                .append(name)
                .append(
                        String.format(
                                Locale.ROOT,
                                "  %,8d   %,8d%s",
                                band.persons(),
                                band.outcomes(),
                                rates))
                .append('\n');
    }

    private String verdict() {
        return switch (outcomes.order()) {
            case FALLING -> "The higher the band, the lower the rate.";
            case RISING -> "The higher the band, the higher the rate.";
            case NEITHER -> "The rate does not go one way from band to band.";
        };
    }

    private static void missing(StringBuilder text, long persons, String what) {
        if (persons > 0) {
            text.append(
                    String.format(Locale.ROOT, "Left out: %,d persons with %s.%n", persons, what)
                            .replace(System.lineSeparator(), "\n"));
        }
    }
}
