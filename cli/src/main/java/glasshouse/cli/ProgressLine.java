package glasshouse.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a run is, with its rate and the time left, on a terminal and after two seconds only.
final class ProgressLine implements AutoCloseable {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final Measured BYTES = new Measured("Reading", " MB", 1_000_000, "records");
    private static final Measured STEPS = new Measured("Running", " %", 100, "people-steps");
    private static final Measured TRIES = new Measured("Trying", " %", 100, "ratings");
    private static final Measured FALLS = new Measured("Falling", " %", 100, "falls");
    private static final long HUNDREDTHS = 10_000;

    private final Terminal terminal;
    private final Measured measured;
    private final long whole;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    /// What is done, in what it is measured, and what is counted.
    private record Measured(String task, String unit, long unitSize, String counted) {}

    private ProgressLine(Terminal terminal, Measured measured, long whole) {
        this.terminal = terminal;
        this.measured = measured;
        this.whole = whole;
    }

    /// For reading so many bytes.
    static ProgressLine reading(Terminal terminal, long bytes) {
        return new ProgressLine(terminal, BYTES, bytes);
    }

    /// For a run of the lab.
    static ProgressLine running(Terminal terminal) {
        return new ProgressLine(terminal, STEPS, HUNDREDTHS);
    }

    /// For foretelling ratings.
    static ProgressLine trying(Terminal terminal) {
        return new ProgressLine(terminal, TRIES, HUNDREDTHS);
    }

    /// For falls among contacts.
    static ProgressLine falling(Terminal terminal) {
        return new ProgressLine(terminal, FALLS, HUNDREDTHS);
    }

    /// Tells how far the run is; on any thread.
    synchronized void at(long count, double share) {
        long elapsed = System.nanoTime() - start;
        if (!terminal.live() || elapsed < PATIENCE_NANOS) {
            return;
        }
        if (bar == null) {
            bar = open(Math.round(share * whole), Duration.ofNanos(elapsed));
        }
        bar.stepTo(Math.round(share * whole));
        long rate = Math.round(count / (elapsed / 1e9));
        bar.setExtraMessage(
                String.format(Locale.ROOT, "%,d %s, %,d/s", count, measured.counted(), rate));
    }

    private ProgressBar open(long done, Duration elapsed) {
        var stream =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(measured.task())
                .setInitialMax(whole)
                .setUnit(measured.unit(), measured.unitSize())
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setUpdateIntervalMillis(200)
                .startsFrom(done, elapsed)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(stream))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
