package glasshouse.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.compiler.Library;
import glasshouse.data.FileScoring;
import glasshouse.data.Moment;
import glasshouse.data.ScoreTable;
import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.ScoringJob;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageForm;
import glasshouse.stream.topic.MessageReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/// The golden ledger of the example lender has the same scores from every host.
class OneFoldTest {
    private static final Path LENDER = Path.of("..", "examples", "lender");
    private static final Path EVENTS = LENDER.resolve("events.ndjson");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final SchemeTexts texts = texts();

    @Test
    void filesAndTheStreamGiveTheSameScores() throws Exception {
        Map<String, String> ofFiles = files(texts.plan());
        assertTrue(ofFiles.size() > 1);
        assertEquals(ofFiles, stream());
    }

    private static SchemeTexts texts() {
        try {
            String text = Files.readString(LENDER.resolve("lender.yaml"));
            return switch (SchemeTexts.gather(
                    new Library.Source("lender.yaml", text), Library.EMPTY)) {
                case SchemeTexts.Result.Ready(SchemeTexts ready) -> ready;
                case SchemeTexts.Result.Refused(var problems) ->
                        throw new AssertionError(problems.toString());
            };
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Map<String, String> files(Plan plan) throws Exception {
        Instant asOf = DAY.plusDays(1).atStartOfDay(plan.scheme().header().zone()).toInstant();
        ScoreTable table =
                new FileScoring(
                                plan,
                                Moment.asOf(asOf.minusMillis(1)),
                                1,
                                null,
                                rejection -> {
                                    throw new AssertionError(rejection.reason());
                                },
                                (_, _) -> {})
                        .score(List.of(EVENTS))
                        .scores();
        Map<String, String> scores = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            long score = table.scoreMicro(row);
            scores.put(table.person(row), score + " " + plan.scheme().band(score).name());
        }
        return scores;
    }

    private Map<String, String> stream() throws Exception {
        var rhythm =
                Rhythm.of(Duration.ofDays(36_500), Duration.ZERO).until((int) DAY.toEpochDay());
        var reader = new MessageReader();
        var messages = new ArrayList<Message>();
        for (String line : Files.readAllLines(EVENTS)) {
            long now = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();
            messages.add(reader.read(line.getBytes(StandardCharsets.UTF_8), "golden", now));
        }
        Map<String, String> scores = new TreeMap<>();
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        var source =
                environment
                        .fromData(messages, new FormType<>(new MessageForm()))
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(rhythm));
        ScoringJob.score(source, texts, rhythm).results().sinkTo(new Collected());
        environment.execute();
        for (Result result : Collected.results()) {
            if (result instanceof Result.Published score) {
                scores.put(score.person(), score.scoreMicro() + " " + score.band());
            }
        }
        return scores;
    }
}
