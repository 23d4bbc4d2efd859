package glasshouse.stream.command;

import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.TopicJob;
import glasshouse.stream.local.LocalRun;
import glasshouse.stream.topic.Topics;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Kills parts of a run on this machine under load, and compares every score with file scoring.
/// Exits with 1 if one differs.
@Command(
        name = "drill",
        description =
                "Starts a broker and a cluster on this machine, sends made-up events, kills (-9) a"
                        + " task manager, the job manager and the broker meanwhile, and compares"
                        + " every score with those of `glasshouse score` on the same file.",
        mixinStandardHelpOptions = true,
        footer = {"", "  glasshouse stream drill --scheme examples/lender/lender.yaml"})
final class DrillCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 4);
    private static final Duration DISORDER = Duration.ofHours(1);
    private static final Duration HORIZON = Duration.ofDays(90);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(2);

    @Spec private CommandSpec spec;
    @Mixin private BrokersOption brokers = new BrokersOption();

    @Option(names = "--scheme", required = true, paramLabel = "FILE", description = "The scheme.")
    private String scheme = "";

    @Option(
            names = "--events",
            defaultValue = "300000",
            description = "Made-up lines (${DEFAULT-VALUE}).")
    private long events = 300_000;

    @Option(
            names = "--persons",
            defaultValue = "30000",
            description = "Of how many persons (${DEFAULT-VALUE}).")
    private int persons = 30_000;

    @Option(
            names = "--rate",
            defaultValue = "2000",
            description = "Lines sent a second (${DEFAULT-VALUE}).")
    private int rate = 2000;

    @Option(names = "--seed", defaultValue = "1", description = "Another seed, other events.")
    private long seed = 1;

    @Option(
            names = "--port",
            defaultValue = "8081",
            description = "The web interface (${DEFAULT-VALUE}).")
    private int port = 8081;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "A new folder for what the run keeps; it is left there.",
            defaultValue = "glasshouse-drill")
    private Path folder = Path.of("glasshouse-drill");

    @Override
    public Integer call() throws Exception {
        if (events < 1000 || events > 100_000_000 || persons < 1 || rate < 1) {
            throw new Refusal(
                    "There are 1,000 to 100,000,000 events, and at least one person and one event a"
                            + " second.");
        }
        if (Files.exists(folder)) {
            throw new Refusal(
                    "--data-dir " + folder + " is there already; name a folder that is not.");
        }
        SchemeTexts texts = SchemeFile.load(scheme);
        Files.createDirectories(folder);
        Path file = folder.resolve("events.ndjson");
        try (var stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new Sample(texts.plan().scheme(), persons, FIRST_DAY, seed).write(events, stream);
        }
        Path expected = scoreFile(file);
        var order =
                new TopicJob.Order(
                        texts,
                        Rhythm.of(HORIZON, DISORDER),
                        brokers.brokers,
                        new Topics("events", "scores"),
                        2,
                        CHECKPOINTS);
        return compare(drill(file, order), LastScores.ofFile(expected));
    }

    /// File scoring, as the command of its own that anybody would use.
    private Path scoreFile(Path file) throws IOException, InterruptedException, Refusal {
        Path out = folder.resolve("files.csv");
        Path log = folder.resolve("score.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("glasshouse.home", "."), "glasshouse")
                                        .toString(),
                                "score",
                                "--scheme",
                                scheme,
                                "--events",
                                file.toString(),
                                "--as-of",
                                LAST_DAY.toString(),
                                "--out",
                                out.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new Refusal("File scoring did not succeed; see " + log + ".");
        }
        return out;
    }

    private Drill.Outcome drill(Path file, TopicJob.Order order) throws Exception {
        PrintWriter told = spec.commandLine().getOut();
        ZoneId zone = order.texts().plan().scheme().header().zone();
        Instant first = FIRST_DAY.atStartOfDay(zone).toInstant();
        Instant last = LAST_DAY.atTime(LocalTime.NOON).atZone(zone).toInstant().plus(DISORDER);
        var load = new Load(brokers, order.topics().in(), file, rate);
        var place = new LocalRun.Place(folder, port, brokers.brokers);
        try (LocalRun run = LocalRun.start(place, order, Optional.empty(), told)) {
            return new Drill(run, brokers, order, told).carryOut(load, events, first, last);
        }
    }

    private int compare(Drill.Outcome outcome, Map<String, LastScores.Score> expected) {
        long different = LastScores.different(expected, outcome.scores());
        PrintWriter told = spec.commandLine().getOut();
        told.println();
        told.println("| killed (-9) | after lines | commits again after |");
        told.println("| --- | ---: | ---: |");
        for (Drill.Recovery each : outcome.recoveries()) {
            told.printf(
                    "| %s | %,d | %.1f s |%n",
                    each.part(), each.afterLines(), each.took().toMillis() / 1000.0);
        }
        told.println();
        told.printf(
                "%,d lines sent, %,d persons by file scoring, %,d by the stream, %,d differ%n",
                outcome.sent(), expected.size(), outcome.scores().size(), different);
        told.flush();
        return different == 0 ? 0 : DIFFERENT;
    }
}
