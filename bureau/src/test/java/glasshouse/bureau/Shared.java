package glasshouse.bureau;

import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.postgres.Cluster;
import glasshouse.compiler.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL for all tests of this process; each takes a database of its own in it.
public final class Shared {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable Cluster cluster;

    private Shared() {}

    /// Where programs are unpacked.
    public static Path cache() {
        return Path.of(System.getProperty("java.io.tmpdir"), "glasshouse-cache");
    }

    /// A folder that an unprivileged user can reach, removed by nobody but the system.
    public static Path folder() throws IOException {
        return Files.createTempDirectory(
                "glasshouse-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    /// The URL of an empty database.
    public static synchronized String database() {
        try {
            if (cluster == null) {
                cluster = Cluster.start(folder(), cache());
                Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            }
            String name = "test" + DATABASES.incrementAndGet();
            try (var connection = DriverManager.getConnection(cluster.url());
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return cluster.url().replace("/postgres?", "/" + name + "?");
        } catch (IOException | InterruptedException | SQLException failure) {
            throw new IllegalStateException("no PostgreSQL to test with", failure);
        }
    }

    /// An edition of a scheme file below the project's root.
    public static Edition edition(String file) {
        try {
            return edition(file, Files.readString(Path.of("..").resolve(file)));
        } catch (IOException missing) {
            throw new IllegalStateException(file, missing);
        }
    }

    public static Edition edition(String file, String text) {
        return switch (Edition.compile(new Library.Source(file, text), Library.EMPTY)) {
            case Edition.Result.Ready(Edition edition) -> edition;
            case Edition.Result.Refused(var refused) ->
                    throw new IllegalStateException(refused.problems().toString());
        };
    }
}
