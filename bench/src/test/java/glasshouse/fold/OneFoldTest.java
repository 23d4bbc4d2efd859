package glasshouse.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.ScoringJob;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.topic.MessageForm;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/// The golden ledger of the example lender has the same scores from every host.
class OneFoldTest {
    private final SchemeTexts texts = Golden.texts();

    @Test
    void filesAndTheStreamGiveTheSameScores() throws Exception {
        Map<String, String> ofFiles = Golden.files(texts.plan());
        assertTrue(ofFiles.size() > 1);
        assertEquals(ofFiles, stream());
    }

    private Map<String, String> stream() throws Exception {
        var rhythm =
                Rhythm.of(Duration.ofDays(36_500), Duration.ZERO)
                        .until((int) Golden.DAY.toEpochDay());
        Map<String, String> scores = new TreeMap<>();
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        var source =
                environment
                        .fromData(Golden.messages(), new FormType<>(new MessageForm()))
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
