package glasshouse.cli;

import glasshouse.wire.Rejection;
import glasshouse.wire.RejectsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where refused records go: a file that appears at the end, or nowhere.
final class RejectsFile implements AutoCloseable {
    private final @Nullable Outlet outlet;
    private final @Nullable RejectsWriter writer;
    private boolean failed;

    private RejectsFile(@Nullable Outlet outlet, @Nullable RejectsWriter writer) {
        this.outlet = outlet;
        this.writer = writer;
    }

    static RejectsFile to(@Nullable Path file) throws Refusal {
        if (file == null) {
            return new RejectsFile(null, null);
        }
        Outlet outlet = Outlet.to(file);
        try {
            return new RejectsFile(outlet, new RejectsWriter(outlet.path()));
        } catch (IllegalArgumentException unknown) {
            outlet.close();
            throw new Refusal(
                    "--rejects %s is of no kind that is written here; there are .csv and .ndjson,"
                                    .formatted(file)
                            + " each also with .gz or .zst.");
        } catch (IOException failed) {
            outlet.close();
            throw new Refusal("--rejects " + file + " cannot be written.");
        }
    }

    /// Takes one refused record; one call at a time.
    synchronized void take(Rejection rejection) {
        if (writer == null || failed) {
            return;
        }
        try {
            writer.write(rejection);
        } catch (IOException | UncheckedIOException full) {
            failed = true;
        }
    }

    /// Puts the file in its place.
    void finish() throws Refusal {
        if (writer == null || outlet == null) {
            return;
        }
        try {
            writer.close();
            if (!failed) {
                outlet.finish();
            }
        } catch (IOException | UncheckedIOException full) {
            failed = true;
        }
        if (failed) {
            throw new Refusal("--rejects could not be written; is the disk full?");
        }
    }

    @Override
    public void close() {
        if (outlet != null) {
            outlet.close();
        }
    }
}
