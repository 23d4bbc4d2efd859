package glasshouse.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.data.FileScoring;
import glasshouse.data.Moment;
import glasshouse.data.ScoreTable;
import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.ScoringJob;
import glasshouse.stream.command.Sample;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageForm;
import glasshouse.stream.topic.MessageReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up lines of which some come late, twice, in conflict, are taken back or cannot be read have
/// the same scores from files and from the stream, whose lines come in another order.
class DisturbedLinesTest {
    private static final int LINES = 4_000;
    private static final int PERSONS = 200;

    @TempDir private Path folder;

    private final SchemeTexts texts = Golden.texts();

    @Test
    void lateCopiedConflictingRetractedAndUnreadableLinesLeaveNoTrace() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 4);
        Path file = sample();
        Map<String, String> ofFiles = files(file, day);
        assertTrue(ofFiles.size() > PERSONS / 2);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Collections.shuffle(lines, new Random(11));
        assertEquals(ofFiles, stream(lines, day));
    }

    private Path sample() throws IOException {
        Path file = folder.resolve("sample.ndjson");
        LocalDate from = LocalDate.of(2025, 1, 1);
        try (OutputStream out = Files.newOutputStream(file)) {
            new Sample(texts.plan().scheme(), PERSONS, from, 5).write(LINES, out);
        }
        return file;
    }

    private Map<String, String> files(Path file, LocalDate day) throws Exception {
        Plan plan = texts.plan();
        Instant end = day.plusDays(1).atStartOfDay(plan.scheme().header().zone()).toInstant();
        ScoreTable table =
                new FileScoring(
                                plan,
                                Moment.asOf(end.minusMillis(1)),
                                1,
                                null,
                                _ -> {},
                                (_, _) -> {})
                        .score(List.of(file))
                        .scores();
        Map<String, String> scores = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            long score = table.scoreMicro(row);
            scores.put(table.person(row), score + " " + plan.scheme().band(score).name());
        }
        return scores;
    }

    private Map<String, String> stream(List<String> lines, LocalDate day) throws Exception {
        var rhythm =
                Rhythm.of(Duration.ofDays(36_500), Duration.ZERO).until((int) day.toEpochDay());
        long now = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        var reader = new MessageReader();
        var messages = new ArrayList<Message>();
        for (String line : lines) {
            messages.add(reader.read(line.getBytes(StandardCharsets.UTF_8), "golden", now));
        }
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        var source =
                environment
                        .fromData(messages, new FormType<>(new MessageForm()))
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(rhythm));
        ScoringJob.score(source, texts, rhythm).results().sinkTo(new Collected());
        environment.execute();
        return last(Collected.results());
    }

    private static Map<String, String> last(List<Result> results) {
        Map<String, String> scores = new TreeMap<>();
        for (Result result : results) {
            switch (result) {
                case Result.Published score ->
                        scores.put(score.person(), score.scoreMicro() + " " + score.band());
                case Result.Gone gone -> scores.remove(gone.person());
                case Result.BandChange _, Result.ListMove _ -> {}
            }
        }
        return scores;
    }
}
