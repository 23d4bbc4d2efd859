package glasshouse.bench.scoring;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// One scoring in a process of its own, to see how much memory it takes.
final class OneRun {
    private static final String PEAK = "VmHWM:";

    private OneRun() {}

    /// Scores a file of events and prints the peak of resident memory in KiB, as Linux knows it.
    public static void main(String... arguments) throws Exception {
        W1.score(W1Scheme.scheme(), Path.of(arguments[0]), Path.of(arguments[1]));
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(PEAK)) {
                System.out.println(line.replaceAll("[^0-9]", ""));
            }
        }
    }

    /// The peak of such a process, started with this one's options for Java; "an unknown number of"
    /// where the system does not tell.
    static String peakMebibytes(Path events, Path scores) throws IOException, InterruptedException {
        if (!Files.exists(Path.of("/proc/self/status"))) {
            return "an unknown number of";
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OneRun.class.getName());
        command.add(events.toString());
        command.add(scores.toString());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String last;
        try (var reader = process.inputReader()) {
            last = reader.lines().reduce("", (_, line) -> line);
        }
        if (process.waitFor() != 0 || last.isEmpty()) {
            throw new IllegalStateException("the run in a process of its own failed");
        }
        return "%,d".formatted(Long.parseLong(last) / 1024);
    }
}
