package glasshouse.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFileTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir private Path folder;

    private final AtomicLong clock = new AtomicLong();

    private void offer(CheckpointFile file, String state) throws IOException, InterruptedException {
        file.offer(path -> Files.writeString(path, state));
    }

    private String kept(CheckpointFile file) throws IOException {
        Optional<Path> last = file.last();
        return last.isPresent() ? Files.readString(last.get()) : "";
    }

    @Test
    void aStateIsWrittenOnlyWhenTheLastOneIsOld() throws Exception {
        var file = new CheckpointFile(folder, clock::get);
        offer(file, "early");
        assertEquals("", kept(file));
        clock.set(60 * SECOND);
        offer(file, "minute");
        assertEquals("minute", kept(file));
        clock.set(61 * SECOND);
        offer(file, "soon after");
        assertEquals("minute", kept(file));
    }

    @Test
    void statesThatTakeLongAreWrittenSeldom() throws Exception {
        var file = new CheckpointFile(folder, clock::get);
        clock.set(60 * SECOND);
        file.offer(
                path -> {
                    Files.writeString(path, "large");
                    clock.addAndGet(100 * SECOND);
                });
        clock.addAndGet(999 * SECOND);
        offer(file, "too soon");
        assertEquals("large", kept(file));
        clock.addAndGet(SECOND);
        offer(file, "due");
        assertEquals("due", kept(file));
    }

    @Test
    void aStateThatCannotBeWrittenLeavesTheLastOne() throws Exception {
        var file = new CheckpointFile(folder, clock::get);
        file.stop();
        assertThrows(InterruptedException.class, () -> offer(file, "whole"));
        assertThrows(
                IOException.class,
                () ->
                        file.offer(
                                path -> {
                                    Files.writeString(path, "ha");
                                    throw new IOException("the disk is full");
                                }));
        assertEquals("whole", kept(file));
    }
}
