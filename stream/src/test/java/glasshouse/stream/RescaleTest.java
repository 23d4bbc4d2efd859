package glasshouse.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.event.Entry;
import glasshouse.stream.form.FormType;
import glasshouse.stream.person.Result;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageForm;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is stopped and goes on with more tasks says what one that never stopped says.
@SuppressWarnings("deprecation") // The newer kind of source takes five classes.
class RescaleTest {
    @TempDir Path savepoints;

    private final SchemeTexts texts = Lender.texts();
    private final Map<String, String> scores = new TreeMap<>();

    @Test
    void oneTwoAndFourTasksSayOneScore() throws Exception {
        List<Entry> entries = ScoringJobTest.disturbed(Lender.entries());
        Collections.shuffle(entries, new Random(9));
        int third = entries.size() / 3;
        String first = stopped(entries.subList(0, third), 1, Optional.empty());
        String second = stopped(entries.subList(third, 2 * third), 2, Optional.of(first));
        Leg last = Leg.of(entries.subList(2 * third, entries.size()), false);
        start(last, 4, Optional.of(second)).getJobExecutionResult().get();
        collect();
        assertEquals(ScoringJobTest.core(texts.plan(), entries), scores);
    }

    /// Runs these entries and stops with a savepoint; where it lies.
    private String stopped(List<Entry> entries, int tasks, Optional<String> from) throws Exception {
        JobClient run = start(Leg.of(entries, true), tasks, from);
        Leg.sent.await();
        String savepoint =
                run.stopWithSavepoint(
                                false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                        .get();
        collect();
        return savepoint;
    }

    private JobClient start(Leg leg, int tasks, Optional<String> from) throws Exception {
        var settings = new Configuration();
        from.ifPresent(path -> settings.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
        var environment = StreamExecutionEnvironment.createLocalEnvironment(tasks, settings);
        environment.enableCheckpointing(100);
        var source =
                environment
                        .addSource(leg, "events", new FormType<>(new MessageForm()))
                        .uid("events")
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(ScoringJobTest.RHYTHM))
                        .uid("clock");
        ScoringJob.score(source, texts, ScoringJobTest.RHYTHM).results().sinkTo(new Collected());
        return environment.executeAsync();
    }

    private void collect() {
        for (Result result : Collected.results()) {
            switch (result) {
                case Result.Published score ->
                        scores.put(score.person(), score.scoreMicro() + " " + score.band());
                case Result.Gone gone -> scores.remove(gone.person());
                case Result.BandChange _, Result.ListMove _ -> {}
            }
        }
    }

    /// Sends some entries; if more may come, stays open until the run is stopped. What it sends is
    /// known to this process alone, in which the cluster is.
    ///
    /// All is sent when a checkpoint after the last of them is complete: then all tasks run, too.
    private static final class Leg implements SourceFunction<Message>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private static volatile List<Message> messages = List.of();
        private static volatile boolean all;
        private static volatile CountDownLatch sent = new CountDownLatch(1);
        private static volatile CountDownLatch stopped = new CountDownLatch(1);

        static Leg of(List<Entry> entries, boolean open) {
            messages =
                    entries.stream()
                            .<Message>map(each -> new Message.Read(each, ScoringJobTest.NOW))
                            .toList();
            all = false;
            sent = new CountDownLatch(1);
            stopped = new CountDownLatch(open ? 1 : 0);
            return new Leg();
        }

        @Override
        public void run(SourceContext<Message> context) throws InterruptedException {
            synchronized (context.getCheckpointLock()) {
                messages.forEach(context::collect);
                all = true;
            }
            stopped.await();
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            if (all) {
                sent.countDown();
            }
        }

        @Override
        public void cancel() {
            stopped.countDown();
        }
    }
}
