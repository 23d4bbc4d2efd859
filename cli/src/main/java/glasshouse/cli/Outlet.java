package glasshouse.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that appears whole or not at all: it is written beside its place and moved there at the
/// end, so that of two runs the later one wins and no reader sees a half.
final class Outlet implements AutoCloseable {
    private final Path target;
    private final Path unfinished;
    private final Thread cleaning;

    private Outlet(Path target, Path unfinished) {
        this.target = target;
        this.unfinished = unfinished;
        cleaning = new Thread(() -> delete(unfinished));
        Runtime.getRuntime().addShutdownHook(cleaning);
    }

    /// Opens an outlet; the unfinished file keeps the target's extension.
    static Outlet to(Path target) throws Refusal {
        Path folder = target.toAbsolutePath().getParent();
        Path name = target.getFileName();
        if (folder == null || name == null || Files.isDirectory(target)) {
            throw new Refusal(target + " is a folder; name a file in it.");
        }
        try {
            Path unfinished = folder.resolve(".part-" + UUID.randomUUID() + "-" + name);
            return new Outlet(target, Files.createFile(unfinished));
        } catch (NoSuchFileException missing) {
            throw new Refusal("The folder of " + target + " does not exist; create it first.");
        } catch (IOException refused) {
            throw new Refusal(target + " cannot be written; check the folder's permissions.");
        }
    }

    /// Refuses to write over a file that the same run reads or writes.
    static void apart(@Nullable Path target, Collection<Path> others) throws Refusal {
        if (target == null) {
            return;
        }
        for (Path other : others) {
            if (isSame(target, other)) {
                throw new Refusal(
                        target
                                + " stands for two things in this command, and one would destroy"
                                + " the other; give them names of their own.");
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        } catch (IOException unknown) {
            return false;
        }
    }

    /// The file to write to until [#finish].
    Path path() {
        return unfinished;
    }

    /// Puts the file in its place.
    void finish() throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Writes a text as a whole file.
    static void write(Path target, String text) throws Refusal {
        try (Outlet outlet = to(target)) {
            Files.writeString(outlet.path(), text);
            outlet.finish();
        } catch (IOException failed) {
            throw new Refusal(target + " could not be written; is the disk full?");
        }
    }

    @Override
    public void close() {
        delete(unfinished);
        try {
            Runtime.getRuntime().removeShutdownHook(cleaning);
        } catch (IllegalStateException ending) {
            // The hook is running already and deletes the same file.
            return;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            // What cannot be deleted is left; its name says what it is.
            return;
        }
    }
}
