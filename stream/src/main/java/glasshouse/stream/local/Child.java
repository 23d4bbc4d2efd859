package glasshouse.stream.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// A Java process of this run, on the class path of this one, with its log in a file.
public final class Child {
    private static final long PATIENCE_SECONDS = 20;

    private static final Queue<Child> STARTED = new ConcurrentLinkedQueue<>();

    private final String name;
    private final Process process;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// How a child is started.
    public record Recipe(
            String name, Path log, List<String> options, String main, List<String> arguments) {
        public Recipe {
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
        }
    }

    /// Starts a child. Whoever starts it stops it.
    public static Child start(Recipe recipe) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseParallelGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED"));
        command.addAll(recipe.options());
        command.add("-Dlogback.configurationFile=glasshouse/stream/local/logback.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), recipe.main()));
        command.addAll(recipe.arguments());
        try {
            Path folder = recipe.log().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile()))
                            .start();
            var child = new Child(recipe.name(), process);
            STARTED.add(child);
            return child;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Ends all that were started and are still there.
    static void endAll() {
        STARTED.forEach(child -> child.process.destroyForcibly());
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until it ends by itself; its exit code.
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /// Ends it as `kill -9` does, and waits until it is gone.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Asks it to end, and ends it if it does not.
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
