package glasshouse.stream.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A Flink session cluster: a job manager and task managers as processes, with checkpoints in a
/// folder.
public final class Cluster {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int port;
    private final int slots;
    private Child jobManager;
    private final List<Child> taskManagers = new ArrayList<>();

    private Cluster(Path folder, int port, int slots) {
        this.folder = folder;
        this.port = port;
        this.slots = slots;
        jobManager = jobManager(folder);
    }

    /// Starts a cluster with task managers of some slots each, and waits until all have registered.
    /// The web interface listens on `port`, the job manager for its own on the port after it.
    public static Cluster start(Path folder, int port, int taskManagers, int slots)
            throws IOException, InterruptedException {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(conf.resolve("config.yaml"), configuration(folder, port, slots));
        var cluster = new Cluster(folder, port, slots);
        for (int i = 0; i < taskManagers; i++) {
            cluster.taskManagers.add(cluster.taskManager(i));
        }
        cluster.awaitSlots(taskManagers * slots);
        return cluster;
    }

    private static String configuration(Path folder, int port, int slots) {
        return """
        jobmanager.rpc.address: localhost
        jobmanager.rpc.port: %2$s
        rest.address: localhost
        rest.bind-address: localhost
        rest.port: %1$s
        taskmanager.host: localhost
        taskmanager.numberOfTaskSlots: %3$s
        taskmanager.cpu.cores: %3$s.0
        taskmanager.memory.task.heap.size: 512m
        taskmanager.memory.task.off-heap.size: 64m
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 64m
        taskmanager.memory.managed.size: 256m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        taskmanager.memory.network.min: 64m
        taskmanager.memory.network.max: 64m
        state.backend.type: rocksdb
        execution.checkpointing.incremental: true
        execution.checkpointing.dir: %4$s
        execution.checkpointing.savepoint-dir: %5$s
        execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
        execution.checkpointing.num-retained: 2
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 1000
        restart-strategy.fixed-delay.delay: 1 s
        pekko.startup-timeout: 120 s
        pekko.ask.timeout: 60 s
        heartbeat.interval: 5000
        heartbeat.timeout: 30000
        metrics.reporters: prom
        metrics.reporter.prom.factory.class: %8$s
        metrics.reporter.prom.port: %6$s-%7$s
        """
                .formatted(
                        port,
                        port + 1,
                        slots,
                        folder.resolve("checkpoints").toUri(),
                        folder.resolve("savepoints").toUri(),
                        port + 2,
                        port + 9,
                        "org.apache.flink.metrics.prometheus.PrometheusReporterFactory");
    }

    private static Child jobManager(Path folder) {
        return Child.start(
                new Child.Recipe(
                        "job manager",
                        folder.resolve("job-manager.log"),
                        List.of("-Xmx512m"),
                        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                        List.of("--configDir", folder.resolve("conf").toString())));
    }

    private Child taskManager(int number) {
        return Child.start(
                new Child.Recipe(
                        "task manager " + (number + 1),
                        folder.resolve("task-manager-" + (number + 1) + ".log"),
                        List.of("-Xmx640m"),
                        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                        List.of("--configDir", folder.resolve("conf").toString())));
    }

    /// The port of the web interface and of submissions.
    public int port() {
        return port;
    }

    public Child jobManager() {
        return jobManager;
    }

    public List<Child> taskManagers() {
        return List.copyOf(taskManagers);
    }

    /// The folder of checkpoints, one folder a job.
    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    public Path savepoints() {
        return folder.resolve("savepoints");
    }

    /// Starts what has ended again; true if that was the job manager, which forgets its jobs.
    public boolean restartEnded() {
        boolean forgotten = !jobManager.isAlive();
        if (forgotten) {
            jobManager = jobManager(folder);
        }
        for (int i = 0; i < taskManagers.size(); i++) {
            if (!taskManagers.get(i).isAlive()) {
                taskManagers.set(i, taskManager(i));
            }
        }
        return forgotten;
    }

    /// Adds a task manager.
    public void grow() throws IOException, InterruptedException {
        taskManagers.add(taskManager(taskManagers.size()));
        awaitSlots(taskManagers.size() * slots);
    }

    /// Waits until all task managers are registered.
    public void awaitAll() throws IOException, InterruptedException {
        awaitSlots(taskManagers.size() * slots);
    }

    private void awaitSlots(int wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/overview"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end) {
                if (says(client, request, "\"slots-total\":" + wanted)) {
                    return;
                }
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        }
        throw new IOException(
                "the cluster does not come up within %s s; see the logs in %s"
                        .formatted(PATIENCE.toSeconds(), folder));
    }

    private static boolean says(HttpClient client, HttpRequest request, String text)
            throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains(text);
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Ends all processes.
    public void stop() throws InterruptedException {
        for (Child child : taskManagers) {
            child.stop();
        }
        jobManager.stop();
    }
}
