package glasshouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// A page of results in `bench/results`, with the machine, commit and JDK that they were measured
/// on.
public final class Report {
    private final StringBuilder page = new StringBuilder();
    private boolean inTable;

    public Report(String title) {
        page.append("# ").append(title).append("\n");
    }

    /// Adds a paragraph.
    public void text(String text) {
        inTable = false;
        page.append('\n').append(text).append('\n');
    }

    /// Adds a row of a table.
    public void row(String... cells) {
        if (!inTable) {
            page.append('\n');
        }
        inTable = true;
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /// Three significant digits.
    public static String number(double value) {
        if (value != 0 && Math.abs(value) < 100) {
            return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
        }
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    /// Whether a target was reached, and if not, how many times it was missed by.
    public static String reached(boolean reached, double missedBy) {
        return reached ? "yes" : "no, missed by " + number(missedBy) + "x";
    }

    /// Writes `bench/results/NAME.md` below the project's folder and prints it.
    public void write(Path home, String name) throws IOException {
        keep(home, name);
        print(home);
    }

    /// Writes `bench/results/NAME.md` as far as it goes.
    public void keep(Path home, String name) throws IOException {
        Path file = home.resolve("bench/results").resolve(name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page + measured(home));
    }

    /// Prints the page.
    public void print(Path home) throws IOException {
        System.out.println(page + measured(home));
    }

    private static String measured(Path home) throws IOException {
        return "\nMeasured "
                + LocalDate.now(ZoneOffset.UTC)
                + " at commit "
                + commit(home)
                + " on "
                + machine()
                + ", "
                + System.getProperty("java.vm.vendor")
                + " "
                + Runtime.version()
                + ".\n";
    }

    private static String commit(Path home) throws IOException {
        var git =
                new ProcessBuilder("git", "rev-parse", "--short", "HEAD").directory(home.toFile());
        try (var reader = git.start().inputReader()) {
            String line = reader.readLine();
            return line == null ? "unknown" : line;
        }
    }

    private static String machine() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.exists(info)) {
            try (var lines = Files.lines(info)) {
                model =
                        lines.filter(line -> line.startsWith("model name"))
                                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                                .findFirst()
                                .orElse(model);
            }
        }
        long memory = Runtime.getRuntime().maxMemory() >> 20;
        int cores = Runtime.getRuntime().availableProcessors();
        return cores + " cores of " + model + ", heap up to " + memory + " MiB";
    }
}
