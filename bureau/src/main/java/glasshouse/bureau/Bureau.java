package glasshouse.bureau;

import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.edition.Editions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/// The live scoring service without its web: what people, organisations and staff may do with it.
public final class Bureau implements AutoCloseable {
    private final Database database;
    private final Editions.InForce edition;

    private Bureau(Database database, Editions.InForce edition) {
        this.database = database;
        this.edition = edition;
    }

    /// Opens the bureau on a database, under an edition that is put in force where it is new.
    ///
    /// Throws `IllegalArgumentException` where the edition may not be published here.
    public static Bureau open(Database database, Edition edition, InstantSource clock)
            throws SQLException {
        try (Connection connection = database.connection()) {
            return new Bureau(database, Editions.publish(connection, edition, clock.instant()));
        }
    }

    /// The edition in force.
    public Editions.InForce edition() {
        return edition;
    }

    /// Whether requests can be answered.
    public boolean isReady() {
        return database.answers();
    }

    @Override
    public void close() {
        database.close();
    }
}
