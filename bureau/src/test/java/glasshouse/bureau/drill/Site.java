package glasshouse.bureau.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The place of a drill: a folder with a bureau that is started, killed and started again, and what
/// its announcement says.
final class Site implements AutoCloseable {
    private final Path folder;
    private final List<String> persons;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> announced = new HashMap<>();
    private Process process;

    Site(Path folder, List<String> persons) throws IOException, InterruptedException {
        this.folder = folder;
        this.persons = persons;
        process = launched();
        await();
    }

    private Process launched() throws IOException {
        Files.deleteIfExists(folder.resolve("dev-tokens"));
        var words = new ArrayList<String>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        words.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.add(Victim.class.getName());
        words.add(folder.toString());
        words.addAll(persons);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .start();
    }

    /// Waits until the bureau has announced itself and is healthy.
    private void await() throws IOException, InterruptedException {
        Path file = folder.resolve("dev-tokens");
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < until && process.isAlive()) {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int at = line.indexOf('=');
                    announced.put(line.substring(0, at), line.substring(at + 1));
                }
                if (announced.containsKey("OPERATOR") && get("/health", "").isPresent()) {
                    return;
                }
            }
            boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new IOException("no bureau: " + Files.readString(folder.resolve("out")));
    }

    /// SIGKILL, in the middle of whatever it does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        int _ = process.waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launched();
        await();
    }

    /// The body of a successful reply; empty where there was none.
    Optional<String> get(String path, String who) {
        return send(request(path, who).GET());
    }

    Optional<String> post(String path, String who, String media, String body) {
        return send(
                request(path, who)
                        .header("Content-Type", media)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String who) {
        var request = HttpRequest.newBuilder(URI.create(announced.get("BUREAU") + path));
        return who.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + announced.get(who));
    }

    private Optional<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException killed) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        try {
            boolean _ = process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
