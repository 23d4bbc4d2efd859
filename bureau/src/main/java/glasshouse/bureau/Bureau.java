package glasshouse.bureau;

import glasshouse.account.Plan;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.ledger.Erasure;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.member.Members;
import glasshouse.bureau.organisation.Organisations;
import glasshouse.scheme.Scheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The live scoring service without its web: the parts that it consists of, in step with each
/// other.
public final class Bureau implements AutoCloseable {
    private final Database database;
    private final Editions.InForce edition;
    private final SteadyClock clock;
    private final Members members = new Members();
    private final Organisations organisations;
    private final Ledger ledger;

    private Bureau(Database database, Editions.InForce edition, SteadyClock clock)
            throws SQLException {
        this.database = database;
        this.edition = edition;
        this.clock = clock;
        organisations = new Organisations(database);
        Plan plan = Plan.of(edition.edition().scheme());
        if (plan.needsCloses()) {
            throw new IllegalArgumentException(
                    "The scheme scores people by the standing of others, which only a close over"
                            + " all people can tell; a bureau cannot do closes. Take these"
                            + " characteristics out, or rate by mean, bayes or fading.");
        }
        List<Erasure> erasures = List.of();
        ledger = new Ledger(database, plan, members, clock, erasures);
    }

    /// Opens the bureau on a database, under an edition that is put in force where it is new.
    ///
    /// Throws `IllegalArgumentException` where the edition may not be published here.
    public static Bureau open(Database database, Edition edition, InstantSource source)
            throws SQLException {
        var clock = new SteadyClock(source, Instant.EPOCH);
        Editions.InForce inForce;
        try (Connection connection = database.connection()) {
            inForce = Editions.publish(connection, edition, clock.instant());
        }
        var bureau = new Bureau(database, inForce, clock);
        bureau.ledger.start();
        return bureau;
    }

    /// The edition in force.
    public Editions.InForce edition() {
        return edition;
    }

    public Scheme scheme() {
        return edition.edition().scheme();
    }

    public SteadyClock clock() {
        return clock;
    }

    public Members members() {
        return members;
    }

    public Organisations organisations() {
        return organisations;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// Whether requests can be answered.
    public boolean isReady() {
        return database.answers();
    }

    @Override
    public void close() {
        ledger.close();
        database.close();
    }
}
