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
/// takes. The launcher calls it after a build, with the project's folder.
final class Training {
    private Training() {}

    /// Trains on the shipped schemes and the example of a lender; prints the help, for the launcher
    /// to keep.
    public static void main(String... arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Terminal terminal = Terminal.ofProcess(System.getenv());
        Main.commandLine(terminal).execute("--help");
        Terminal nowhere = nowhere();
        for (Path scheme : schemes(home)) {
            run(nowhere, "check", scheme.toString());
        }
        Path lender = home.resolve("examples/lender");
        run(
                nowhere,
                "score",
                "--scheme",
                lender.resolve("lender.yaml").toString(),
                "--events",
                lender.resolve("events.ndjson").toString());
        terminal.out().flush();
        System.exit(0);
    }

    private static void run(Terminal terminal, String... arguments) {
        Main.commandLine(terminal, arguments[0]).execute(arguments);
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
