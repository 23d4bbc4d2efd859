package glasshouse.stream.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/// One Kafka broker in KRaft mode that is its own controller, with its logs in a folder.
public final class Broker {
    private static final int PATIENCE_SECONDS = 300;

    private final Path folder;
    private final int port;
    private Child child;

    private Broker(Path folder, int port, Child child) {
        this.folder = folder;
        this.port = port;
        this.child = child;
    }

    /// Starts a broker on what the folder holds, formatting it the first time, and waits until it
    /// answers.
    public static Broker start(Path folder, int port) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path configuration = folder.resolve("server.properties");
        Files.writeString(configuration, configuration(folder, port));
        if (!Files.exists(folder.resolve("data").resolve("meta.properties"))) {
            format(folder, configuration);
        }
        var broker = new Broker(folder, port, child(folder));
        broker.awaitOpen();
        return broker;
    }

    private static String configuration(Path folder, int port) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%2$s
        listeners=PLAINTEXT://localhost:%1$s,CONTROLLER://localhost:%2$s
        advertised.listeners=PLAINTEXT://localhost:%1$s
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        log.dirs=%3$s
        num.partitions=4
        auto.create.topics.enable=false
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.num.partitions=4
        transaction.state.log.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.retention.ms=-1
        message.max.bytes=1200000
        """
                .formatted(port, port + 1, folder.resolve("data").toAbsolutePath());
    }

    private static void format(Path folder, Path configuration)
            throws IOException, InterruptedException {
        Child tool =
                Child.start(
                        new Child.Recipe(
                                "format",
                                folder.resolve("format.log"),
                                List.of("-Xmx128m"),
                                "kafka.tools.StorageTool",
                                List.of(
                                        "format",
                                        "--cluster-id",
                                        Uuid.randomUuid().toString(),
                                        "--config",
                                        configuration.toString())));
        if (tool.await() != 0) {
            throw new IOException(
                    "the broker's folder cannot be formatted; see " + folder.resolve("format.log"));
        }
    }

    private static Child child(Path folder) {
        return Child.start(
                new Child.Recipe(
                        "broker",
                        folder.resolve("broker.log"),
                        List.of("-Xmx512m"),
                        "kafka.Kafka",
                        List.of(folder.resolve("server.properties").toString())));
    }

    private void awaitOpen() throws IOException, InterruptedException {
        var settings = new Properties();
        settings.put("bootstrap.servers", address());
        settings.put(
                "default.api.timeout.ms",
                String.valueOf(Duration.ofSeconds(PATIENCE_SECONDS).toMillis()));
        settings.put("retries", String.valueOf(Integer.MAX_VALUE));
        try (Admin admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException(
                    "the broker does not answer; see " + folder.resolve("broker.log"), silent);
        }
    }

    /// Where clients find it.
    public String address() {
        return "localhost:" + port;
    }

    public Child process() {
        return child;
    }

    /// Starts it again on the same folder after it ended, and waits until it answers.
    public void restart() throws IOException, InterruptedException {
        child = child(folder);
        awaitOpen();
    }
}
