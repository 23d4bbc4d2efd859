package glasshouse.cli;

import glasshouse.data.DecisionFile;
import glasshouse.parity.DecisionMapping;
import glasshouse.parity.DecisionMappingReader;
import glasshouse.parity.Decisions;
import glasshouse.parity.Parity;
import glasshouse.parity.ParityJson;
import glasshouse.parity.ParityPage;
import glasshouse.parity.ParityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How decisions fall on groups of people.
@Command(
        name = "decisions",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says how decisions, and what came of them, differ between groups of people.",
        footerHeading =
                "%nThe mapping says which columns are the groups, the decision or score, and the%n"
                        + "outcome; see docs/decisions-of-a-file.md.%n%nExamples:%n",
        footer = {
            "  glasshouse audit decisions loans.csv --mapping loans.yaml",
            "  glasshouse audit decisions clients.csv --mapping clients.yaml \\",
            "      --scores scores.csv --threshold 600 --out parity.html"
        })
final class DecisionsCommand implements Callable<Integer> {
    private static final int MOST_RESAMPLES = 100_000;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Decisions on people: .csv, .tsv, .ndjson or .parquet; text also as .gz and"
                            + " .zst.")
    private Path file;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "What the columns mean.")
    private Path mapping;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "What score --out wrote, joined by the mapping's person.")
    private @Nullable Path scores;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Where the score begins to mean yes; instead of the file's decisions.")
    private @Nullable Double threshold;

    @Option(
            names = "--resamples",
            paramLabel = "N",
            description = "How many resamples the intervals come from. Default: 1000.")
    private int resamples = 1000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the resamples. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--format",
            description = "text, json or html. Default: by the ending of --out, else text.")
    private @Nullable AuditFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.")
    private @Nullable Path out;

    private final Terminal terminal;

    DecisionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (resamples < 1 || resamples > MOST_RESAMPLES) {
            throw new Refusal(
                    "--resamples is " + resamples + "; allowed are 1 to " + MOST_RESAMPLES + ".");
        }
        AuditFormat as = Ending.format(AuditFormat.values(), format, out);
        if (as == AuditFormat.sarif) {
            throw new Refusal("decisions are written as text, json or html; sarif is for schemes.");
        }
        Outlet.apart(out, scores == null ? List.of(file, mapping) : List.of(file, mapping, scores));
        DecisionMapping how = mapping();
        OptionalDouble at = threshold(how);
        ParityReport report =
                Parity.of(decisions(how, at.isPresent()), how.plan(resamples, seed), at);
        terminal.deliver(
                switch (as) {
                    case text, sarif -> new ParityText(terminal.drawing(out)).of(report, how);
                    case json -> ParityJson.of(report);
                    case html -> ParityPage.of(report, how.description());
                },
                out);
        return 0;
    }

    private DecisionMapping mapping() throws Refusal {
        String text = TextFile.read("The mapping " + mapping, mapping);
        return switch (DecisionMappingReader.read(mapping.toString(), text)) {
            case DecisionMappingReader.Result.Read(DecisionMapping read) -> read;
            case DecisionMappingReader.Result.Refused(var problems) ->
                    throw Refusal.of("The mapping " + mapping + " cannot be used:", problems);
        };
    }

    /// The threshold asked for, else the mapping's unless the file holds decisions.
    private OptionalDouble threshold(DecisionMapping how) throws Refusal {
        var score = how.score();
        if (threshold != null) {
            if (score == null || !Double.isFinite(threshold)) {
                throw new Refusal(
                        "--threshold is a number on the score, and the mapping "
                                + mapping
                                + " names no score; add score: {column: …}.");
            }
            return OptionalDouble.of(threshold);
        }
        if (how.decision() == null && score != null && score.threshold().isEmpty()) {
            throw new Refusal(
                    "The mapping "
                            + mapping
                            + " has a score and no decision; say from where on it means yes, such"
                            + " as --threshold 600.");
        }
        return how.decision() != null || score == null ? OptionalDouble.empty() : score.threshold();
    }

    private Decisions decisions(DecisionMapping how, boolean byScore) throws Refusal {
        for (Path each : scores == null ? new Path[] {file} : new Path[] {file, scores}) {
            if (!Files.isRegularFile(each) || !Files.isReadable(each)) {
                throw new Refusal(each + " is no file that can be read; check the path.");
            }
        }
        try {
            return DecisionFile.read(how, file, scores, byScore);
        } catch (IOException unfit) {
            throw new Refusal(Terminal.safe(String.valueOf(unfit.getMessage())));
        }
    }
}
