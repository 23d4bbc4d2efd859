package glasshouse.stream.command;

import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.TopicJob;
import glasshouse.stream.local.LocalRun;
import glasshouse.stream.local.Runs;
import glasshouse.stream.table.ScoreTable;
import glasshouse.stream.topic.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Scores events from a topic, on a cluster or on this machine.
@Command(
        name = "run",
        description = "Scores events from a topic; scores go to topics, once each.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Try it on this machine, with a broker and a cluster that it starts:",
            "  glasshouse stream run --local --scheme lender.yaml --basis contract \\",
            "      --in events --out scores",
            "On a cluster:",
            "  glasshouse stream run --cluster flink:8081 --brokers kafka:9092 \\",
            "      --scheme lender.yaml --basis contract --in events --out scores"
        })
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BrokersOption brokers = new BrokersOption();

    @Option(names = "--scheme", required = true, paramLabel = "FILE", description = "The scheme.")
    private String scheme = "";

    @Option(
            names = "--basis",
            required = true,
            paramLabel = "TEXT",
            description = "The lawful basis that you attest for scoring these people.")
    private String basis = "";

    @Option(names = "--in", required = true, paramLabel = "TOPIC", description = "Events.")
    private String in = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "TOPIC",
            description =
                    "Scores; beside it TOPIC.moves (bands, lists), TOPIC.aside (conflicts, too"
                            + " late) and TOPIC.dead (unreadable).")
    private String out = "";

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            defaultValue = "90",
            description = "Days for which an event's name is remembered (${DEFAULT-VALUE}).")
    private int horizonDays = 90;

    @Option(
            names = "--disorder",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "Minutes by which entries may come out of order (${DEFAULT-VALUE}).")
    private int disorderMinutes = 60;

    @Option(names = "--parallelism", defaultValue = "2", description = "Tasks (2).")
    private int parallelism = 2;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Seconds between checkpoints; results are committed with them (10).")
    private int checkpointSeconds = 10;

    @Option(
            names = "--resume",
            paramLabel = "PATH",
            description = "Go on from this savepoint or checkpoint.")
    private @Nullable String resume;

    @Option(
            names = "--cluster",
            paramLabel = "HOST:PORT",
            description = "A Flink session cluster; the run goes on there by itself.")
    private @Nullable String cluster;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The job's jar, where the cluster does not have it yet.")
    private @Nullable Path jar;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            defaultValue = "${env:GLASSHOUSE_STREAM_DATABASE_URL:-}",
            description =
                    "Also keep scores in tables of this PostgreSQL, jdbc:postgresql://…; or set"
                            + " GLASSHOUSE_STREAM_DATABASE_URL, which no list of processes shows.")
    private String databaseUrl = "";

    @Option(
            names = "--local",
            description = "Start a Kafka broker and a Flink cluster on this machine, until Ctrl-C.")
    private boolean local;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            defaultValue = "glasshouse-stream",
            description = "What --local keeps between two runs (${DEFAULT-VALUE}).")
    private Path dataDir = Path.of("glasshouse-stream");

    @Option(
            names = "--port",
            defaultValue = "8081",
            description = "The web interface of --local (${DEFAULT-VALUE}).")
    private int port = 8081;

    @Override
    public Integer call() throws Exception {
        if (local == (cluster != null)) {
            throw new Refusal("Say where to run: --local, or --cluster HOST:PORT.");
        }
        if (basis.isBlank() || horizonDays < 1 || disorderMinutes < 0 || parallelism < 1) {
            throw new Refusal(
                    "--basis is a text, --horizon and --parallelism are at least 1, --disorder at"
                            + " least 0.");
        }
        SchemeTexts texts = SchemeFile.load(scheme);
        var rhythm = Rhythm.of(Duration.ofDays(horizonDays), Duration.ofMinutes(disorderMinutes));
        var order =
                new TopicJob.Order(
                        texts,
                        rhythm,
                        brokers.brokers,
                        topics(),
                        parallelism,
                        Duration.ofSeconds(Math.max(1, checkpointSeconds)),
                        database(texts));
        return cluster == null ? local(order) : remote(order, cluster);
    }

    private Topics topics() throws Refusal {
        if (in.equals(out)) {
            throw new Refusal("--in and --out are two topics.");
        }
        return new Topics(in, out);
    }

    /// The database, opened once to see that it can be written.
    private Optional<String> database(SchemeTexts texts) throws Refusal {
        if (databaseUrl.isEmpty()) {
            return Optional.empty();
        }
        if (!databaseUrl.startsWith(ScoreTable.URL_PREFIX)) {
            throw new Refusal("--database-url begins with " + ScoreTable.URL_PREFIX + "//.");
        }
        String name = texts.plan().scheme().header().name();
        try (ScoreTable _ = ScoreTable.open(databaseUrl, name)) {
            return Optional.of(databaseUrl);
        } catch (SQLException | IllegalArgumentException failed) {
            throw new Refusal(
                    "The database of --database-url cannot be used: " + failed.getMessage());
        }
    }

    private int local(TopicJob.Order order) throws Exception {
        PrintWriter told = spec.commandLine().getOut();
        LocalRun.start(
                        new LocalRun.Place(dataDir, port, brokers.brokers),
                        order,
                        Optional.ofNullable(resume),
                        told)
                .keepUp();
        return 0;
    }

    private int remote(TopicJob.Order order, String address) throws Exception {
        int cut = address.lastIndexOf(':');
        if (cut < 1 || !address.substring(cut + 1).matches("\\d{1,5}")) {
            throw new Refusal("--cluster is HOST:PORT, such as flink:8081.");
        }
        String[] jars = jar == null ? new String[0] : new String[] {jar.toString()};
        var runs =
                new Runs(
                        address.substring(0, cut),
                        Integer.parseInt(address.substring(cut + 1)),
                        jars);
        PrintWriter told = spec.commandLine().getOut();
        told.println("Run: " + runs.send(order, Optional.ofNullable(resume)));
        told.flush();
        return 0;
    }
}
