package glasshouse.bureau;

import glasshouse.account.Plan;
import glasshouse.bureau.dispute.Disputes;
import glasshouse.bureau.dispute.Settling;
import glasshouse.bureau.edition.Course;
import glasshouse.bureau.edition.Edition;
import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.inquiry.AccessLog;
import glasshouse.bureau.inquiry.DecisionLog;
import glasshouse.bureau.inquiry.Inquiries;
import glasshouse.bureau.inquiry.Replay;
import glasshouse.bureau.inquiry.Standings;
import glasshouse.bureau.ledger.Erasure;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.ledger.Verification;
import glasshouse.bureau.member.Members;
import glasshouse.bureau.meter.Meters;
import glasshouse.bureau.notice.Bell;
import glasshouse.bureau.notice.Notices;
import glasshouse.bureau.notice.Webhooks;
import glasshouse.bureau.organisation.Organisations;
import glasshouse.bureau.place.Places;
import glasshouse.bureau.shadow.Shadow;
import glasshouse.scheme.Scheme;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The live scoring service without its web: the parts that it consists of, in step with each
/// other.
public final class Bureau implements AutoCloseable {
    private final Database database;
    private final Editions editions;
    private final int home;
    private final SteadyClock clock;
    private final Members members = new Members();
    private final Meters meters = new Meters();
    private final Organisations organisations;
    private final Ledger ledger;
    private final DecisionLog decisionLog;
    private final AccessLog accessLog;
    private final Standings standings;
    private final Inquiries inquiries;
    private final Shadow shadow;
    private final Disputes disputes;
    private final Places places;
    private final Bell bell = new Bell();
    private final Notices notices;
    private final Webhooks webhooks;
    private final Settling settling;
    private final Retention retention;

    private Bureau(Database database, Editions editions, SteadyClock clock) throws SQLException {
        this.database = database;
        this.editions = editions;
        this.clock = clock;
        Published first = editions.now().edition();
        home = first.number();
        organisations = new Organisations(database);
        List<Erasure> erasures =
                List.of(DecisionLog::erase, Disputes::erase, Places::erase, Webhooks::erase);
        ledger =
                new Ledger(
                        database, first.plan(), members, new Ledger.Watch(clock, meters), erasures);
        decisionLog = new DecisionLog(database);
        accessLog = new AccessLog(database);
        standings = new Standings(ledger, home);
        inquiries = new Inquiries(editions, standings, decisionLog);
        shadow = new Shadow(editions, members, standings, decisionLog);
        disputes = new Disputes(database);
        places = new Places(database);
        notices = new Notices(database);
        webhooks = new Webhooks(database);
        settling = new Settling(disputes, ledger, members, decisionLog, clock, editions);
        retention = new Retention(organisations, ledger, clock);
        meters.watch("glasshouse.members", "People enrolled", members.all()::size);
        meters.watch("glasshouse.ledger.waiting", "Facts not yet written", ledger::waiting);
        meters.watch("glasshouse.ledger.through", "The last entry", ledger::through);
    }

    /// Opens the bureau on a database, under an edition that is put in force where it is the first,
    /// and proposed where it is new.
    ///
    /// Throws `IllegalArgumentException` where the edition may not be published here.
    public static Bureau open(Database database, Edition edition, InstantSource source)
            throws SQLException {
        var clock = new SteadyClock(source, Instant.EPOCH);
        var bureau = new Bureau(database, Editions.open(database, edition, clock), clock);
        bureau.keepBeside();
        bureau.ledger.start();
        bureau.retention.start();
        return bureau;
    }

    /// Which editions there are, and which is in force when.
    public Editions editions() {
        return editions;
    }

    /// The edition in force.
    public Published edition() {
        return editions.now().edition();
    }

    /// Has the ledger keep accounts under every edition that may be asked for soon: the one in
    /// force, a proposal, and the one to which a roll back leads.
    public void keepBeside() {
        Editions.Moment now = editions.now();
        Course course = editions.course();
        Map<Integer, Plan> beside = new TreeMap<>();
        Stream.of(Optional.of(now.edition()), course.proposal(now.at()), course.former(now.at()))
                .flatMap(Optional::stream)
                .filter(each -> each.number() != home)
                .forEach(each -> beside.put(each.number(), each.plan()));
        ledger.keepBeside(beside);
    }

    /// How people stand under any edition.
    public Standings standings() {
        return standings;
    }

    /// What a proposal would change.
    public Shadow shadow() {
        return shadow;
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

    public Places places() {
        return places;
    }

    /// What people were told.
    public Notices notices() {
        return notices;
    }

    /// Where people and relying parties are told as it happens.
    public Webhooks webhooks() {
        return webhooks;
    }

    /// Rings when somebody was told something.
    public Bell bell() {
        return bell;
    }

    public Settling settling() {
        return settling;
    }

    public Retention retention() {
        return retention;
    }

    public Scheme scheme() {
        return edition().scheme();
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
