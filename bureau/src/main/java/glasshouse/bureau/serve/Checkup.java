package glasshouse.bureau.serve;

import glasshouse.bureau.Database;
import glasshouse.bureau.Settings;
import glasshouse.bureau.inquiry.Replay;
import glasshouse.bureau.ledger.Verification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;

/// Checks a bureau's database from outside: a named one as it is, also while it is served; the
/// bureau's own by starting its PostgreSQL, while nobody serves it.
public final class Checkup implements AutoCloseable {
    private final Database database;

    public Checkup(Settings settings) throws IOException, SQLException, InterruptedException {
        database =
                settings.databaseUrl().isEmpty()
                        ? Database.in(settings.dataFolder(), settings.cacheFolder())
                        : Database.reading(settings.databaseUrl());
    }

    public Verification verify() throws SQLException {
        return Verification.of(database);
    }

    public Replay replay() throws SQLException {
        return Replay.of(database, InstantSource.system().instant());
    }

    @Override
    public void close() {
        database.close();
    }
}
