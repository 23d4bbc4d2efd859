package glasshouse.bench.start;

import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Starts commands as a user does, from the launcher to the end of the process, in turns with a
/// Java program that prints one line.
public final class W7 {
    private static final int ROUNDS = 21;
    private static final double MOST = 2;

    private W7() {}

    /// Runs the benchmark in the project's folder and writes `bench/results/W7.md`.
    public static void run(Path home) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String launcher = home.resolve("glasshouse").toString();
        String scheme = home.resolve("schemes/fico.yaml").toString();
        String classes = home.resolve("bench/target/glasshouse-bench.jar").toString();
        List<List<String>> commands =
                List.of(
                        List.of(java, "-cp", classes, Bare.class.getName()),
                        List.of(launcher, "--help"),
                        List.of(launcher, "check", scheme),
                        List.of(launcher, "check", "--help"));
        var millis = new double[commands.size()][ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < commands.size(); i++) {
                double taken = millis(commands.get(i), home);
                if (round >= 0) {
                    millis[i][round] = taken;
                }
            }
        }
        write(home, millis);
    }

    private static double millis(List<String> command, Path home)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int exit =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void write(Path home, double[][] millis) throws IOException {
        var report = new Report("W7: start");
        report.text(
                "From the start of the process to its end, "
                        + ROUNDS
                        + " times in turns after one to warm up, output thrown away. The launcher"
                        + " prints the help from a text that it keeps since the last build, without"
                        + " Java. The bare start is a Java program that prints one line.");
        report.row("", "ms", "least – greatest", "times the bare start", "target");
        report.row("---", "---", "---", "---", "---");
        String[] names = {
            "bare start of the JVM",
            "`glasshouse --help`",
            "`glasshouse check schemes/fico.yaml`",
            "`glasshouse check --help`"
        };
        boolean[] held = {false, true, true, false};
        double bare = Medians.of(millis[0]);
        for (int i = 0; i < names.length; i++) {
            double ratio = Medians.of(millis[i]) / bare;
            report.row(
                    names[i],
                    Report.number(Medians.of(millis[i])),
                    Medians.spread(millis[i]),
                    i == 0 ? "" : Report.number(ratio),
                    held[i] ? "at most 2: " + Report.reached(ratio <= MOST, ratio / MOST) : "");
        }
        double least = Arrays.stream(millis[2]).min().orElse(Double.NaN);
        report.text(
                "The fastest `check` took "
                        + Report.number(least)
                        + " ms. What it takes beyond the bare start is reading YAML with code that"
                        + " runs for the first time: it takes twice as long where nothing is"
                        + " compiled (`-Xint`), and a scheme of one line takes two thirds of it."
                        + " The help of `check` goes through the command-line library.");
        report.write(home, "W7");
    }
}
