package glasshouse.cli;

import glasshouse.data.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What happened next, band by band.
@Command(
        name = "outcomes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows how often something came true in each band of a file of scores.",
        footerHeading = "%nExample:%n",
        footer = {
            "  glasshouse outcomes --scores scores.csv --file clients.csv \\",
            "      --person ID --outcome defaulted"
        })
final class OutcomesCommand implements Callable<Integer> {
    @Option(
            names = "--scores",
            required = true,
            paramLabel = "FILE",
            description = "What score --out wrote: .csv, .ndjson or .parquet.")
    private Path scores;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description =
                    "A table with a row for each person: csv, tsv, ndjson or parquet; text also as"
                            + " gz and zst.")
    private Path file;

    @Option(
            names = "--person",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the person's id.")
    private String person;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that says whether it came true: 1 or 0, yes or no.")
    private String outcome;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = "The scheme of the scores, for the titles of its bands.")
    private @Nullable String scheme;

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    OutcomesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        for (Path each : List.of(scores, file)) {
            if (!Files.isRegularFile(each) || !Files.isReadable(each)) {
                throw new Refusal(each + " is no file that can be read; check the path.");
            }
        }
        Map<String, String> titles = new HashMap<>();
        if (scheme != null) {
            SchemeFile.load(scheme).bands().forEach(band -> titles.put(band.name(), band.title()));
        }
        Outcomes outcomes;
        try {
            outcomes = Outcomes.read(scores, new Outcomes.Table(file, person, outcome));
        } catch (IOException unfit) {
            throw new Refusal(Terminal.safe(String.valueOf(unfit.getMessage())));
        }
        var report = new OutcomesReport(outcomes, outcome, titles);
        terminal.out()
                .print(
                        switch (format) {
                            case text -> report.text(terminal);
                            case json -> report.json();
                        });
        terminal.out().flush();
        return 0;
    }
}
