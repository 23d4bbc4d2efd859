package glasshouse.lab.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a run ran on, in words.
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String description() {
        return "%s, %s processors, %s %s, Java %s"
                .formatted(
                        model().orElse(System.getProperty("os.arch", "unknown")),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("java.version", ""));
    }

    /// The processor's name, where Linux tells it.
    private static Optional<String> model() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }
}
