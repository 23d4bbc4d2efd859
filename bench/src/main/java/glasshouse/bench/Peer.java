package glasshouse.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody else's engine, fetched from its registry and run as a process of its own.
///
/// It is called with a file of cases and a number of seconds, and prints one line of JSON with
/// `nanos` a case and the number of `different` answers.
public final class Peer {
    private static final Pattern NANOS = Pattern.compile("\"nanos\":([0-9.eE+]+)");
    private static final Pattern DIFFERENT = Pattern.compile("\"different\":(\\d+)");

    private final List<String> command;
    private final Path folder;

    private Peer(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /// A peer for Node: its folder is copied aside and `npm install` fetches what it names.
    public static Peer node(Path source, String script) throws IOException, InterruptedException {
        Path folder = copied(source);
        run(folder, "npm", "install", "--no-audit", "--no-fund", "--silent");
        return new Peer(List.of("node", script), folder);
    }

    /// A peer for the JVM: its folder is copied aside and built by Maven.
    public static Peer maven(Path source, String jar, String main)
            throws IOException, InterruptedException {
        Path folder = copied(source);
        run(folder, "mvn", "-q", "-B", "-ntp", "package");
        String java = ProcessHandle.current().info().command().orElse("java");
        String path = "target/" + jar + ".jar:target/lib/*";
        return new Peer(List.of(java, "-Xmx2g", "-cp", path, main), folder);
    }

    /// Nanoseconds a case, after as long a warm-up as measurement.
    ///
    /// Throws `IllegalStateException` where an answer differs from the expected one.
    public double nanos(Path cases, double seconds) throws IOException, InterruptedException {
        var words = new ArrayList<>(command);
        words.add(cases.toString());
        words.add(Double.toString(seconds));
        Process process =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String output;
        try (var reader = process.inputReader()) {
            output = String.join("\n", reader.readAllLines());
        }
        process.waitFor();
        Matcher different = DIFFERENT.matcher(output);
        Matcher nanos = NANOS.matcher(output);
        if (!different.find() || !nanos.find() || !different.group(1).equals("0")) {
            throw new IllegalStateException(command + " answered differently: " + output);
        }
        return Double.parseDouble(nanos.group(1));
    }

    private static void run(Path folder, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed in " + folder);
        }
    }

    private static Path copied(Path source) throws IOException {
        Path folder = Files.createTempDirectory("glasshouse-peer-");
        Files.walkFileTree(
                source,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Path copy = folder.resolve(source.relativize(file).toString());
                        Files.createDirectories(copy.getParent());
                        Files.copy(file, copy);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return folder;
    }
}
