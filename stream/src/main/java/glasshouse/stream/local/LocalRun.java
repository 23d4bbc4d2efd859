package glasshouse.stream.local;

import glasshouse.stream.TopicJob;
import glasshouse.stream.topic.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/// A run on this machine: a broker, a job manager, two task managers, each a process, and this one,
/// which starts again whatever ends.
///
/// A task manager that ends is replaced, and Flink takes the run back to its last checkpoint by
/// itself. A job manager that ends forgets its runs: they are sent anew from the newest checkpoint.
/// A broker that ends is started on its logs.
public final class LocalRun implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final int TASK_MANAGERS = 2;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Broker broker;
    private final Cluster cluster;
    private final Runs runs;
    private final TopicJob.Order order;
    private final PrintWriter told;
    private JobID job;
    private volatile boolean closing;

    /// Where a run keeps what it keeps, and where it listens.
    public record Place(Path folder, int port, String brokers) {
        int brokerPort() {
            return Integer.parseInt(brokers.substring(brokers.lastIndexOf(':') + 1));
        }
    }

    private LocalRun(
            Broker broker, Cluster cluster, TopicJob.Order order, PrintWriter told, Runs runs) {
        this.broker = broker;
        this.cluster = cluster;
        this.order = order;
        this.told = told;
        this.runs = runs;
        job = new JobID();
    }

    /// Starts all processes and the run; it goes on from `resume`, or else from the newest
    /// savepoint or checkpoint in the folder.
    public static LocalRun start(
            Place place, TopicJob.Order order, Optional<String> resume, PrintWriter told)
            throws Exception {
        Path folder = place.folder().toAbsolutePath();
        Files.createDirectories(folder);
        told.println("Starting a broker and a cluster; their logs are in " + folder);
        told.flush();
        var started = new AtomicReference<@Nullable LocalRun>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started.get())));
        Broker broker = Broker.start(folder.resolve("kafka"), place.brokerPort());
        int slots = Math.ceilDiv(order.parallelism(), TASK_MANAGERS);
        Cluster cluster =
                Cluster.start(folder.resolve("flink"), place.port(), TASK_MANAGERS, slots);
        var run = new LocalRun(broker, cluster, order, told, new Runs("localhost", place.port()));
        started.set(run);
        makeTopics(broker.address(), order.topics());
        Optional<String> from = resume.isPresent() ? resume : run.newest();
        run.job = run.runs.send(order, from);
        run.tell(from);
        return run;
    }

    private static void end(@Nullable LocalRun run) {
        if (run != null) {
            run.close();
        }
        Child.endAll();
    }

    /// Makes the topics of a run that are not there yet.
    public static void makeTopics(String brokers, Topics topics)
            throws InterruptedException, IOException {
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get();
            var missing = new ArrayList<NewTopic>();
            if (!there.contains(topics.in())) {
                missing.add(new NewTopic(topics.in(), PARTITIONS, (short) 1));
            }
            for (String name : topics.written()) {
                if (!there.contains(name)) {
                    var topic = new NewTopic(name, PARTITIONS, (short) 1);
                    boolean scores = name.equals(topics.out());
                    missing.add(
                            scores ? topic.configs(Map.of("cleanup.policy", "compact")) : topic);
                }
            }
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failed) {
            throw new IOException("the topics cannot be made", failed);
        }
    }

    private Optional<String> newest() throws IOException {
        return Runs.newest(List.of(cluster.checkpoints(), cluster.savepoints()));
    }

    private void tell(Optional<String> from) {
        told.println("  web interface   http://localhost:" + cluster.port());
        told.println("  broker          " + broker.address());
        told.println("  events          " + order.topics().in());
        told.println("  scores          " + order.topics().out() + ", .moves, .aside, .dead");
        told.println("  resumed from    " + from.orElse("nothing"));
        told.println("  broker          process " + broker.process().pid());
        told.println("  job manager     process " + cluster.jobManager().pid());
        for (Child each : cluster.taskManagers()) {
            told.println("  " + each.name() + "  process " + each.pid());
        }
        told.println("Kill any of them; Ctrl-C stops the run with a savepoint.");
        told.flush();
    }

    public Broker broker() {
        return broker;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Runs runs() {
        return runs;
    }

    public JobID job() {
        return job;
    }

    /// Starts what ends again, until this process is told to end.
    public void keepUp() throws Exception {
        while (!closing) {
            mend();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Starts again what has ended; true if anything had.
    public boolean mend() throws Exception {
        boolean mended = false;
        if (!closing && !broker.process().isAlive()) {
            say("The broker ended; it is started again.");
            broker.restart();
            mended = true;
        }
        boolean whole =
                cluster.jobManager().isAlive()
                        && cluster.taskManagers().stream().allMatch(Child::isAlive);
        if (closing || whole) {
            return mended;
        }
        say("A part of the cluster ended; it is started again.");
        if (cluster.restartEnded()) {
            cluster.awaitAll();
            Optional<String> from = newest();
            job = runs.send(order, from);
            say("The run was sent anew from " + from.orElse("the beginning") + ".");
        }
        return true;
    }

    private void say(String text) {
        told.println(text);
        told.flush();
    }

    /// Stops the run with a savepoint, and all processes.
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        try {
            say("Savepoint: " + runs.stop(job, cluster.savepoints()));
        } catch (Exception failed) {
            say("The run ended without a savepoint; it will go on from its last checkpoint.");
        }
        try {
            cluster.stop();
            broker.process().stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
