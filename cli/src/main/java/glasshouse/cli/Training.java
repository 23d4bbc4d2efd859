package glasshouse.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs what people run most, once, so that the JVM keeps in its ahead-of-time cache what that
/// takes. The launcher calls it after a build, with the project's folder: once for the commands
/// that only print (`print`), once for the others (`work`). The JVM loads the whole of a cache at
/// its start, so those that should be done at once get a small one.
final class Training {
    private Training() {}

    /// Trains on the shipped schemes and the example of a lender.
    public static void main(String... arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        boolean works = arguments[1].equals("work");
        Terminal nowhere = nowhere();
        for (Path scheme : schemes(home)) {
            Main.run(nowhere, "check", scheme.toString());
        }
        Main.run(nowhere, "check", "--help");
        if (works) {
            Path lender = home.resolve("examples/lender");
            Main.run(
                    nowhere,
                    "score",
                    "--scheme",
                    lender.resolve("lender.yaml").toString(),
                    "--events",
                    lender.resolve("events.ndjson").toString());
            Main.run(nowhere, "audit", "lender");
        }
        System.exit(0);
    }

    private static List<Path> schemes(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("schemes"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Terminal nowhere() {
        var nowhere =
                new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, false, false);
    }
}
