package glasshouse.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.postgres.Cluster;
import glasshouse.scheme.Micro;
import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.ScoringJob;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Move;
import glasshouse.stream.person.Result.Published;
import glasshouse.stream.person.ResultForm;
import glasshouse.stream.table.ScoreTableSink;
import glasshouse.stream.topic.MessageForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the stream keeps in PostgreSQL.
class ScoreTableTest {
    private static final String SCORES =
            "select person || ' ' || (score * 1000000)::bigint || ' ' || band from stream_score"
                    + " where scheme = ? order by person";
    private static final String MOVES =
            "select person || ' ' || list || ' ' || day || ' ' || move from stream_list_move"
                    + " where scheme = ? order by day";

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        var open = PosixFilePermissions.fromString("rwxr-xr-x");
        Path folder =
                Files.createTempDirectory(
                        "glasshouse-", PosixFilePermissions.asFileAttribute(open));
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "glasshouse-cache");
        cluster = Cluster.start(folder, cache);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void theTableHoldsTheScoresOfFilesThoughTheRunFailsWhileItIsWritten() throws Exception {
        SchemeTexts texts = Golden.texts();
        var rhythm =
                Rhythm.of(Duration.ofDays(36_500), Duration.ZERO)
                        .until((int) Golden.DAY.toEpochDay());
        var environment = environment(2);
        var source =
                environment
                        .fromData(Golden.messages(), new FormType<>(new MessageForm()))
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(rhythm));
        run(environment, ScoringJob.score(source, texts, rhythm).results(), "golden");
        var expected = new ArrayList<String>();
        Golden.files(texts.plan()).forEach((person, is) -> expected.add(person + " " + is));
        assertTrue(expected.size() > 1);
        assertEquals(expected, asked(SCORES, "golden"));
    }

    @Test
    void theLastOfAPersonStaysAndWhoIsGoneIsGone() throws Exception {
        write(
                "last",
                List.of(
                        score("ann", 600),
                        score("bob", 500),
                        score("ann", 610),
                        score("cem", 700),
                        new Gone("bob")));
        write("last", List.of(new Gone("cem"), score("bob", 520)));
        assertEquals(List.of("ann 610000000 fair", "bob 520000000 fair"), asked(SCORES, "last"));
    }

    @Test
    void aStepOfAListIsThereOnceHoweverOftenItIsSaid() throws Exception {
        Result noticed = new ListMove("ann", Golden.DAY, "prepay", Move.NOTICED);
        Result entered = new ListMove("ann", Golden.DAY.plusDays(5), "prepay", Move.ENTERED);
        write("steps", List.of(noticed));
        write("steps", List.of(noticed, entered));
        assertEquals(
                List.of("ann prepay 2026-03-31 noticed", "ann prepay 2026-04-05 entered"),
                asked(MOVES, "steps"));
    }

    @Test
    void schemesHaveRowsOfTheirOwn() throws Exception {
        write("one", List.of(score("ann", 600)));
        write("two", List.of(score("ann", 700)));
        assertEquals(List.of("ann 600000000 fair"), asked(SCORES, "one"));
    }

    private static void write(String scheme, List<Result> results) throws Exception {
        var environment = environment(1);
        run(environment, environment.fromData(results, new FormType<>(new ResultForm())), scheme);
    }

    /// Runs a job that fails as its first checkpoint is complete, when portions are being written.
    private static void run(
            StreamExecutionEnvironment environment, DataStream<Result> results, String scheme)
            throws Exception {
        FailOnce.FAILED.set(false);
        results.map(new FailOnce(), new FormType<>(new ResultForm()))
                .sinkTo(new ScoreTableSink(cluster.url(), scheme));
        environment.execute();
        assertTrue(FailOnce.FAILED.get());
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        var settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 2);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
        return environment.enableCheckpointing(100);
    }

    /// Passes all on, and fails when it hears for the first time that a checkpoint is complete.
    private static final class FailOnce implements MapFunction<Result, Result>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean FAILED = new AtomicBoolean();

        @Override
        public Result map(Result result) {
            return result;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            if (FAILED.compareAndSet(false, true)) {
                throw new IllegalStateException("the run was told to fail here");
            }
        }
    }

    private static Published score(String person, long points) {
        return new Published(
                person, Golden.DAY, points * Micro.ONE, "fair", List.of(0L, 5L), "scheme", "1");
    }

    private static List<String> asked(String question, String scheme) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(cluster.url());
                var statement = connection.prepareStatement(question)) {
            statement.setString(1, scheme);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        }
        return rows;
    }
}
