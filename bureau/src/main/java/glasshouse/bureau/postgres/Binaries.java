package glasshouse.bureau.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL: `initdb` and `postgres`, unpacked from the jar once for each machine
/// into a folder that every user may read.
final class Binaries {
    /// Raised with the version in the build, so that another release gets a folder of its own.
    private static final String FOLDER = "postgres-18.6";

    private Binaries() {}

    /// The folder that holds `bin`, below `cache`; unpacked there if it is missing.
    static Path in(Path cache) throws IOException {
        Path home = cache.resolve(FOLDER);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(cache, home);
        }
        return home;
    }

    private static void unpack(Path cache, Path home) throws IOException {
        Files.createDirectories(cache);
        Path aside = Files.createTempDirectory(cache, "unpacking-");
        try (InputStream archive = archive();
                var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                put(entry, tar, aside);
            }
        }
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | DirectoryNotEmptyException
                | AtomicMoveNotSupportedException another) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw another;
            }
        }
    }

    private static void put(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("the archive of PostgreSQL leads outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        Set<PosixFilePermission> may =
                PosixFilePermissions.fromString(
                        (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(file, may);
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String name =
                switch (machine) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> machine;
                };
        String kind = system.startsWith("mac") ? "darwin" : "linux";
        InputStream found =
                Binaries.class.getResourceAsStream("/postgres-" + kind + "-" + name + ".txz");
        if (found == null) {
            throw new IOException(
                    ("There is no PostgreSQL for %s on %s in this build; name a database "
                                    + "of your own with --database-url.")
                            .formatted(kind, machine));
        }
        return found;
    }
}
