package glasshouse.bureau.serve;

import glasshouse.bureau.Database;
import glasshouse.bureau.Settings;
import glasshouse.bureau.backup.Backup;
import glasshouse.bureau.backup.Contents;
import glasshouse.bureau.ledger.Verification;
import glasshouse.bureau.postgres.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/// Backing a bureau up and restoring it, as the command line does: on the database that a URL
/// names, or on the bureau's own while nobody serves it.
public final class Keeping {
    private Keeping() {}

    /// Writes a backup into a file that only its owner may read. A file that broke off is removed.
    public static Contents backup(Settings settings, Path file)
            throws IOException, SQLException, InterruptedException {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " exists already; choose another name.");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path fresh =
                Files.createTempFile(
                        folder,
                        "backup",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (Database database =
                settings.databaseUrl().isEmpty()
                        ? Database.in(settings.dataFolder(), settings.cacheFolder())
                        : Database.reading(settings.databaseUrl())) {
            Contents contents;
            try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
                contents = Backup.write(database, out);
            }
            Files.move(fresh, file);
            return contents;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Restores, and checks the ledger; it also differs where it ends otherwise than the backup
    /// says.
    public static Verification restore(Settings settings, Path file)
            throws IOException, SQLException, InterruptedException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!settings.databaseUrl().isEmpty()) {
                return restored(settings.databaseUrl(), in);
            }
            try (Cluster cluster = Cluster.start(settings.dataFolder(), settings.cacheFolder())) {
                return restored(cluster.url(), in);
            }
        }
    }

    private static Verification restored(String url, InputStream in)
            throws IOException, SQLException {
        Contents contents = Backup.restore(url, in);
        try (Database database = Database.reading(url)) {
            Verification found = Verification.of(database);
            if (found.batches() != contents.batches()) {
                throw new IllegalArgumentException("The backup breaks off; it is damaged.");
            }
            return found;
        }
    }
}
