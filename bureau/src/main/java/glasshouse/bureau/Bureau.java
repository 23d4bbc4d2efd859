package glasshouse.bureau;

import glasshouse.account.Plan;
import glasshouse.bureau.dispute.Disputes;
import glasshouse.bureau.dispute.Settling;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.inquiry.AccessLog;
import glasshouse.bureau.inquiry.DecisionLog;
import glasshouse.bureau.inquiry.Inquiries;
import glasshouse.bureau.inquiry.Replay;
import glasshouse.bureau.ledger.Erasure;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.ledger.Verification;
import glasshouse.bureau.member.Members;
import glasshouse.bureau.meter.Meters;
import glasshouse.bureau.organisation.Organisations;
import glasshouse.scheme.Scheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The live scoring service without its web: the parts that it consists of, in step with each
/// other.
public final class Bureau implements AutoCloseable {
    private final Database database;
    private final Editions.InForce edition;
    private final SteadyClock clock;
    private final Members members = new Members();
    private final Meters meters = new Meters();
    private final Organisations organisations;
    private final Ledger ledger;
    private final List<Editions.InForce> editions;
    private final Map<Integer, Plan> plans = new TreeMap<>();
    private final DecisionLog decisionLog;
    private final AccessLog accessLog;
    private final Inquiries inquiries;
    private final Disputes disputes;
    private final Settling settling;
    private final Retention retention;

    private Bureau(Database database, List<Editions.InForce> editions, SteadyClock clock)
            throws SQLException {
        this.database = database;
        this.editions = List.copyOf(editions);
        this.edition = editions.getLast();
        this.clock = clock;
        for (Editions.InForce each : editions) {
            plans.put(each.number(), Plan.of(each.edition().scheme()));
        }
        organisations = new Organisations(database);
        Plan plan = plan(edition);
        if (plan.needsCloses()) {
            throw new IllegalArgumentException(
                    "The scheme scores people by the standing of others, which only a close over"
                            + " all people can tell; a bureau cannot do closes. Take these"
                            + " characteristics out, or rate by mean, bayes or fading.");
        }
        List<Erasure> erasures = List.of(DecisionLog::erase, Disputes::erase);
        ledger = new Ledger(database, plan, members, new Ledger.Watch(clock, meters), erasures);
        decisionLog = new DecisionLog(database);
        accessLog = new AccessLog(database);
        inquiries = new Inquiries(edition, plan, ledger, clock, decisionLog);
        disputes = new Disputes(database);
        settling = new Settling(disputes, ledger, members, decisionLog, clock, plans);
        retention = new Retention(organisations, ledger, clock);
        meters.watch("glasshouse.members", "People enrolled", members.all()::size);
        meters.watch("glasshouse.ledger.waiting", "Facts not yet written", ledger::waiting);
        meters.watch("glasshouse.ledger.through", "The last entry", ledger::through);
    }

    /// Opens the bureau on a database, under an edition that is put in force where it is new.
    ///
    /// Throws `IllegalArgumentException` where the edition may not be published here.
    public static Bureau open(Database database, Edition edition, InstantSource source)
            throws SQLException {
        var clock = new SteadyClock(source, Instant.EPOCH);
        List<Editions.InForce> editions;
        try (Connection connection = database.connection()) {
            var _ = Editions.publish(connection, edition, clock.instant());
            editions = Editions.all(connection);
        }
        var bureau = new Bureau(database, editions, clock);
        bureau.ledger.start();
        bureau.retention.start();
        return bureau;
    }

    /// The edition in force.
    public Editions.InForce edition() {
        return edition;
    }

    /// The edition that was in force at an instant; the first one before there was any.
    public Editions.InForce editionAt(Instant instant) {
        Editions.InForce found = editions.getFirst();
        for (Editions.InForce each : editions) {
            if (!each.since().isAfter(instant)) {
                found = each;
            }
        }
        return found;
    }

    /// The plan of an edition.
    public Plan plan(Editions.InForce of) {
        Plan plan = plans.get(of.number());
        if (plan == null) {
            throw new IllegalArgumentException("no edition " + of.number());
        }
        return plan;
    }

    public DecisionLog decisionLog() {
        return decisionLog;
    }

    public AccessLog accessLog() {
        return accessLog;
    }

    public Inquiries inquiries() {
        return inquiries;
    }

    public Disputes disputes() {
        return disputes;
    }

    public Settling settling() {
        return settling;
    }

    public Retention retention() {
        return retention;
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

    /// Checks every digest and the whole chain of the ledger.
    public Verification verify() {
        try {
            return Verification.of(database);
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// Takes every score and every decision again from the ledger.
    public Replay replay() {
        try {
            return Replay.of(database, clock.instant());
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// What an operator may know of it.
    public Meters meters() {
        return meters;
    }

    /// Whether requests can be answered.
    public boolean isReady() {
        return isAlive() && database.answers();
    }

    /// Whether the process does what it should; if not, only a fresh one will.
    public boolean isAlive() {
        return ledger.isWriting();
    }

    @Override
    public void close() {
        retention.close();
        ledger.close();
        decisionLog.close();
        accessLog.close();
        database.close();
        meters.close();
    }
}
