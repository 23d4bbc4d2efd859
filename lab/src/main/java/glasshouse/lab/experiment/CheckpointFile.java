package glasshouse.lab.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Checkpoints in one file of a run's folder: the last one stays until a newer one is whole and on
/// the disk. One thread offers; any may ask to stop.
public final class CheckpointFile implements Checkpoints {
    static final String NAME = "checkpoint.state";
    private static final String UNFINISHED = "checkpoint.part";
    private static final long INTERVAL_NANOS = 60_000_000_000L;

    /// At most a tenth of the time goes into writing states.
    private static final long PATIENCE = 10;

    private final Path file;
    private final Path unfinished;
    private final LongSupplier nanos;
    private long due;
    private volatile boolean stopping;

    /// `nanos` is the clock that says when a state is due.
    CheckpointFile(Path folder, LongSupplier nanos) {
        file = folder.resolve(NAME);
        unfinished = folder.resolve(UNFINISHED);
        this.nanos = nanos;
        due = nanos.getAsLong() + INTERVAL_NANOS;
    }

    /// Asks the run to stop at the next good place; on any thread.
    public void stop() {
        stopping = true;
    }

    @Override
    public Optional<Path> last() {
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    @Override
    public void offer(State state) throws IOException, InterruptedException {
        if (stopping) {
            keep(state);
            throw new InterruptedException("asked to stop");
        }
        long start = nanos.getAsLong();
        if (start - due >= 0) {
            keep(state);
            long end = nanos.getAsLong();
            due = end + Math.max(INTERVAL_NANOS, PATIENCE * (end - start));
        }
    }

    private void keep(State state) throws IOException {
        Files.deleteIfExists(unfinished);
        state.write(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Forgets the state of a run that has ended.
    void clear() throws IOException {
        Files.deleteIfExists(unfinished);
        Files.deleteIfExists(file);
    }
}
