package glasshouse.stream.local;

import glasshouse.stream.TopicJob;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.RemoteStreamEnvironment;

/// Sends runs to a cluster, and stops them with a savepoint.
public final class Runs {
    private final String host;
    private final int port;
    private final String[] jars;

    /// `jars` are sent along: none where the cluster has this project on its class path.
    public Runs(String host, int port, String... jars) {
        this.host = host;
        this.port = port;
        this.jars = jars.clone();
    }

    /// Sends a run, which goes on from a savepoint or checkpoint if one is given.
    public JobID send(TopicJob.Order order, Optional<String> savepoint) throws Exception {
        SavepointRestoreSettings from =
                savepoint
                        .map(path -> SavepointRestoreSettings.forPath(path, false))
                        .orElseGet(SavepointRestoreSettings::none);
        var environment =
                new RemoteStreamEnvironment(
                        host, port, new Configuration(), jars, new URL[0], from);
        TopicJob.build(environment, order);
        JobClient client = environment.executeAsync(order.name());
        return client.getJobID();
    }

    /// What has become of a run.
    public JobStatus status(JobID job) throws Exception {
        try (var client = client()) {
            return client.getJobStatus(job).get();
        }
    }

    /// Stops a run with a savepoint; where it lies.
    public String stop(JobID job, Path savepoints) throws Exception {
        try (var client = client()) {
            return client.stopWithSavepoint(
                            job,
                            false,
                            savepoints.toUri().toString(),
                            SavepointFormatType.CANONICAL)
                    .get();
        } catch (ExecutionException failed) {
            throw new IOException("the run does not stop with a savepoint", failed);
        }
    }

    private RestClusterClient<String> client() throws Exception {
        var configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, host);
        configuration.set(RestOptions.PORT, port);
        return new RestClusterClient<>(configuration, "glasshouse");
    }

    /// The newest checkpoint or savepoint that is whole, in any of these folders.
    public static Optional<String> newest(List<Path> folders) throws IOException {
        var found = new ArrayList<Path>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder, 3)) {
                    files.filter(file -> file.endsWith("_metadata")).forEach(found::add);
                }
            }
        }
        return found.stream()
                .max(Comparator.comparing(Runs::modified))
                .map(Path::getParent)
                .map(folder -> folder.toUri().toString());
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
