package glasshouse.stream.command;

import glasshouse.stream.TopicJob;
import glasshouse.stream.local.LocalRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Kills parts of a run while events pour in: a task manager, the job manager, the broker, each by
/// `kill -9` and each at its share of the load.
///
/// All are processes of their own, and this one is their keeper: it starts again what has ended,
/// and does nothing else for them.
final class Drill {
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Per cent of the load that pour in while a part is away.
    private static final int MEANWHILE = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final LocalRun run;
    private final BrokersOption brokers;
    private final TopicJob.Order order;
    private final PrintWriter told;
    private final List<Recovery> recoveries = new ArrayList<>();

    /// A part that is killed after so many per cent of the load.
    private enum Part {
        TASK_MANAGER(20),
        JOB_MANAGER(45),
        BROKER(70);

        private final int percent;

        Part(int percent) {
            this.percent = percent;
        }

        private String words() {
            return switch (this) {
                case TASK_MANAGER -> "a task manager";
                case JOB_MANAGER -> "the job manager";
                case BROKER -> "the broker";
            };
        }
    }

    /// What was killed, after how many lines of the load, and how long it took until events were
    /// read and their results committed again.
    record Recovery(String part, long afterLines, Duration took) {}

    /// What came of a drill: lines that were sent, the scores at the end, and the recoveries.
    record Outcome(long sent, Map<String, LastScores.Score> scores, List<Recovery> recoveries) {}

    Drill(LocalRun run, BrokersOption brokers, TopicJob.Order order, PrintWriter told) {
        this.run = run;
        this.brokers = brokers;
        this.order = order;
        this.told = told;
    }

    /// Tells the time `first` and waits until the run has heard it; sends the file's lines and
    /// kills; then tells the time `last`, and waits until all is committed.
    Outcome carryOut(Load load, long lines, Instant first, Instant last) throws Exception {
        ClockCommand.strike(brokers, order.topics().in(), first);
        awaitCommit(0);
        try (ExecutorService aside = Executors.newSingleThreadExecutor()) {
            Future<Long> sending = aside.submit(load);
            try {
                killEach(load, lines, sending);
            } finally {
                load.upTo(lines);
            }
            while (!sending.isDone()) {
                look();
            }
            long sent = sending.get();
            ClockCommand.strike(brokers, order.topics().in(), last);
            awaitCommit(ends());
            return new Outcome(sent, scores(), List.copyOf(recoveries));
        }
    }

    private void killEach(Load load, long lines, Future<Long> sending) throws Exception {
        for (Part part : Part.values()) {
            long due = lines * part.percent / 100;
            load.upTo(due);
            while (load.sent() < due && !sending.isDone()) {
                look();
            }
            load.upTo(lines * (part.percent + MEANWHILE) / 100);
            strike(part, load.sent());
        }
    }

    /// The scores that are committed by now.
    Map<String, LastScores.Score> scores() throws IOException {
        return LastScores.read(brokers.consumer(), order.topics().out());
    }

    private void look() throws Exception {
        run.mend();
        LockSupport.parkNanos(LOOK.toNanos());
    }

    private void strike(Part part, long afterLines) throws Exception {
        long before = committed().orElse(0L);
        long begin = System.nanoTime();
        switch (part) {
            case TASK_MANAGER -> run.cluster().taskManagers().getFirst().kill();
            case JOB_MANAGER -> run.cluster().jobManager().kill();
            case BROKER -> run.broker().process().kill();
        }
        say("kill -9 of " + part.words() + " after " + afterLines + " lines");
        run.mend();
        awaitCommit(before);
        var took = Duration.ofNanos(System.nanoTime() - begin);
        say("commits again after " + took.toMillis() + " ms");
        recoveries.add(new Recovery(part.words(), afterLines, took));
    }

    /// Waits until more than so many messages, or all there are, have been read and committed.
    private void awaitCommit(long before) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            long now = committed().orElse(0L);
            if (now > before || (now == before && before > 0 && now == ends())) {
                return;
            }
            look();
        }
        throw new IOException(
                "nothing was committed for %s s; see the logs of the run"
                        .formatted(PATIENCE.toSeconds()));
    }

    private long ends() throws IOException {
        try (var consumer = brokers.consumer()) {
            String topic = order.topics().in();
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(x -> x).sum();
        }
    }

    /// How many messages the run has read and committed the results of; nothing while the broker
    /// does not answer.
    private Optional<Long> committed() throws InterruptedException {
        try (Admin admin = brokers.admin()) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    admin.listConsumerGroupOffsets(order.group())
                            .partitionsToOffsetAndMetadata()
                            .get();
            return Optional.of(
                    offsets.values().stream().mapToLong(OffsetAndMetadata::offset).sum());
        } catch (ExecutionException silent) {
            return Optional.empty();
        }
    }

    private void say(String text) {
        told.println(text);
        told.flush();
    }
}
