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
    private static final long MEGABYTE = 1_000_000;

    private final Terminal terminal;
    private final long bytes;
    private final long start = System.nanoTime();
    private @Nullable ProgressBar bar;

    /// For a run over so many bytes.
    ProgressLine(Terminal terminal, long bytes) {
        this.terminal = terminal;
        this.bytes = bytes;
    }

    /// Tells how far the run is; on any thread.
    synchronized void at(long records, double share) {
        long elapsed = System.nanoTime() - start;
        if (!terminal.live() || elapsed < PATIENCE_NANOS) {
            return;
        }
        if (bar == null) {
            bar = open(Math.round(share * bytes), Duration.ofNanos(elapsed));
        }
        bar.stepTo(Math.round(share * bytes));
        long rate = Math.round(records / (elapsed / 1e9));
        bar.setExtraMessage(String.format(Locale.ROOT, "%,d records, %,d/s", records, rate));
    }

    private ProgressBar open(long done, Duration elapsed) {
        var stream =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName("Reading")
                .setInitialMax(bytes)
                .setUnit(" MB", MEGABYTE)
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
