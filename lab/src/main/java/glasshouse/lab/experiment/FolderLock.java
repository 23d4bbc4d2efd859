package glasshouse.lab.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held while a run writes its folder, so that two runs never write one. The operating system lets
/// go of it when the process ends, however it ends; the empty file stays, for removing it would let
/// two in at once.
final class FolderLock implements AutoCloseable {
    static final String NAME = ".lock";

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /// Takes the lock of a folder, which is made where there is none.
    ///
    /// @throws IOException where another run holds it
    static FolderLock of(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(
                        folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(file)) {
            return new FolderLock(file);
        }
        file.close();
        throw new IOException(
                "Another run is writing " + folder + "; wait for its end, or name another folder.");
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
