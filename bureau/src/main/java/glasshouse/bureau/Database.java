package glasshouse.bureau;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import glasshouse.bureau.postgres.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// The bureau's PostgreSQL: its own cluster or the one that a URL names, brought to this release's
/// tables, and held against a second bureau by an advisory lock.
public final class Database implements AutoCloseable {
    /// The number of the lock: "glass" in ASCII.
    private static final int LOCK_SECONDS = 5;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final long LOCK = 0x676c617373L;

    private static final int CONNECTIONS = 16;
    private static final int VALID_SECONDS = 1;

    /// A database that says nothing for so long is taken to be gone.
    private static final String SILENT_SECONDS = "60";

    private final @Nullable Cluster cluster;
    private final HikariDataSource pool;
    private Connection holder;

    private Database(@Nullable Cluster cluster, HikariDataSource pool, Connection holder) {
        this.cluster = cluster;
        this.pool = pool;
        this.holder = holder;
    }

    /// Opens the database of a URL such as `jdbc:postgresql://host/name?user=…`.
    public static Database at(String url) throws SQLException {
        return open(null, url);
    }

    /// Opens an empty database to restore into, with the tables of the release that a backup was
    /// made by. Those of this release are made where the database is opened to be served.
    ///
    /// Throws `IllegalArgumentException` where the database is not empty, or the backup is of a
    /// release that this one does not know.
    public static Database emptyAt(String url, String version) throws SQLException {
        HikariDataSource pool = pool(url);
        try {
            Connection holder = hold(pool);
            requireEmpty(holder);
            try {
                migrate(pool, version);
            } catch (FlywayException unknown) {
                throw new IllegalArgumentException(
                        "The backup has tables of version "
                                + version
                                + ", which this release does not know; use the release that made it"
                                + " or a later one.",
                        unknown);
            }
            return new Database(null, pool, holder);
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from information_schema.tables where table_schema"
                                        + " = current_schema()")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new IllegalArgumentException(
                        "The database is not empty; a backup goes into an empty one.");
            }
        }
    }

    private static void migrate(HikariDataSource pool, String version) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:glasshouse/bureau/migration")
                .target(version)
                .load()
                .migrate();
    }

    /// Starts the cluster of a folder and opens it.
    public static Database in(Path folder, Path cache)
            throws IOException, InterruptedException, SQLException {
        Cluster cluster = Cluster.start(folder, cache);
        try {
            return open(cluster, cluster.url());
        } catch (SQLException | RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /// Opens the database of a URL to read it beside a bureau that may be serving it: as it is,
    /// without bringing its tables up and without the lock.
    public static Database reading(String url) throws SQLException {
        HikariDataSource pool = pool(url);
        try {
            return new Database(null, pool, pool.getConnection());
        } catch (SQLException failure) {
            pool.close();
            throw failure;
        }
    }

    private static Database open(@Nullable Cluster cluster, String url) throws SQLException {
        HikariDataSource pool = pool(url);
        try {
            Connection holder = hold(pool);
            migrate(pool, "latest");
            return new Database(cluster, pool, holder);
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static HikariDataSource pool(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setPoolName("bureau");
        config.setConnectionTimeout(10_000);
        // What a server says of a failure may quote a row.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "glasshouse");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", SILENT_SECONDS);
        config.addDataSourceProperty(
                "options", "-c idle_in_transaction_session_timeout=" + SILENT_SECONDS + "s");
        return new HikariDataSource(config);
    }

    /// A session lock that ends with the process, however it ends. The server takes a moment to
    /// notice that a process has ended, so the lock is waited for a little.
    private static Connection hold(HikariDataSource pool) throws SQLException {
        Connection holder = pool.getConnection();
        try (Statement statement = holder.createStatement()) {
            statement.execute("set lock_timeout = '" + LOCK_SECONDS + "s'");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            statement.execute("reset lock_timeout");
            return holder;
        } catch (SQLException refused) {
            holder.close();
            if (LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                throw new SQLException(
                        "another bureau serves this database; stop it first, or name another"
                                + " database",
                        refused);
            }
            throw refused;
        }
    }

    /// Makes sure that no other bureau has taken the database: the lock ends with its connection,
    /// which a database that restarts ends. Throws where another has it, or nothing can be said.
    public synchronized void keepHold() throws SQLException {
        if (!holder.isValid(VALID_SECONDS)) {
            holder.close();
            holder = hold(pool);
        }
    }

    /// A connection to use and close.
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /// Whether the database answers within a second.
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException down) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            holder.close();
        } catch (SQLException gone) {
            // It is being closed with the pool all the same.
        }
        pool.close();
        if (cluster != null) {
            cluster.close();
        }
    }
}
