package glasshouse.bureau.edition;

import glasshouse.account.Plan;
import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.SteadyClock;
import glasshouse.bureau.notice.Notices;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Which edition of the scheme is in force when, and the orders that change it.
///
/// Whoever decides takes the instant and the edition together, as a [Moment]; an order is durable
/// and takes effect while nobody does. So the edition of a decision is always the one that the
/// table of periods names for its instant, to the microsecond, and a replay can check it.
public final class Editions {
    private static final int USUAL_NOTICE_DAYS = 30;
    private static final String OUTLOOK =
            "GET /v1/people/{you}/outlook says it, and what it would do to your score.";

    private final Database database;
    private final SteadyClock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Course course;
    private volatile boolean inDoubt;

    /// An instant, and the edition in force then.
    public record Moment(Instant at, Published edition) {}

    private Editions(Database database, SteadyClock clock, Course course) {
        this.database = database;
        this.clock = clock;
        this.course = course;
    }

    /// The editions of a database. One that none of them is becomes the first, in force at once, or
    /// else a proposal.
    ///
    /// Throws [NotNow] where it may not be published here.
    public static Editions open(Database database, Edition edition, SteadyClock clock)
            throws SQLException {
        Course course;
        try (Connection connection = database.connection()) {
            course = read(connection);
        }
        var editions = new Editions(database, clock, course);
        boolean isKnown =
                course.editions().stream()
                        .map(each -> each.edition().digest())
                        .anyMatch(each -> Arrays.equals(each, edition.digest()));
        if (!isKnown) {
            var _ = editions.publish(edition, "the start");
        }
        return editions;
    }

    /// As things stand.
    public Course course() {
        return course;
    }

    /// Now, and the edition in force.
    public Moment now() {
        if (inDoubt) {
            settleDoubt();
        }
        lock.readLock().lock();
        try {
            Instant at = clock.instant();
            return new Moment(at, course.at(at));
        } finally {
            lock.readLock().unlock();
        }
    }

    /// How long before it is in force a version is announced: as long as a dispute may take under
    /// the scheme that people live under now, so that an objection is heard before.
    public Duration notice() {
        int days = now().edition().scheme().terms().disputeDays();
        return Duration.ofDays(days == 0 ? USUAL_NOTICE_DAYS : days);
    }

    /// Publishes a version: the first comes into force at once, every other is a proposal.
    public Published publish(Edition edition, String by) {
        return ordered(
                (connection, now) -> {
                    List<Published> known = course.editions();
                    Plan plan = Plan.of(edition.scheme());
                    check(plan);
                    int number = known.size() + 1;
                    var published = new Published(number, now, by, false, edition, plan);
                    if (!known.isEmpty()) {
                        checkAgainst(known, edition.scheme(), now);
                    }
                    EditionTable.publish(connection, published);
                    if (known.isEmpty()) {
                        EditionTable.order(connection, new Period(number, now, now, by));
                    }
                    return published;
                });
    }

    private static void check(Plan plan) {
        Scheme scheme = plan.scheme();
        if (scheme.header().realm() != Realm.LIVE) {
            throw new NotNow(
                    "The scheme is synthetic: it may score only people whom the lab made up.");
        }
        if (plan.needsCloses()) {
            throw new NotNow(
                    "The scheme scores people by the standing of others, which only a close over"
                            + " all people can tell; a bureau cannot do closes. Take these"
                            + " characteristics out, or rate by mean, bayes or fading.");
        }
    }

    private void checkAgainst(List<Published> known, Scheme scheme, Instant now) {
        String name = known.getLast().scheme().header().name();
        String version = scheme.header().version();
        if (!scheme.header().name().equals(name)) {
            throw new NotNow(
                    ("This database serves the scheme %s, not %s; one bureau serves one scheme:"
                                    + " give %s a database of its own.")
                            .formatted(name, scheme.header().name(), scheme.header().name()));
        }
        if (known.stream().anyMatch(each -> each.version().equals(version))) {
            throw new NotNow(
                    ("Version %s of %s was published before and stands as it is: raise the"
                                    + " version.")
                            .formatted(version, name));
        }
        Optional<Published> waiting = course.proposal(now);
        if (waiting.isPresent()) {
            throw new NotNow(
                    ("Version %s is proposed (edition %s); one at a time: withdraw it, or wait"
                                    + " until it is in force.")
                            .formatted(waiting.get().version(), waiting.get().number()));
        }
        for (Service before : course.at(now).scheme().services()) {
            for (Service after : scheme.services()) {
                if (before.name().equals(after.name())
                        && !before.purpose().equals(after.purpose())) {
                    throw new NotNow(
                            ("People allowed the service %s for “%s”; for another purpose give it"
                                            + " another name, so that they are asked.")
                                    .formatted(before.name(), before.purpose()));
                }
            }
        }
    }

    /// Announces the proposal: everybody is told, and from `since` on it is in force.
    public Period announce(int number, Instant since, String by) {
        Duration notice = notice();
        return ordered(
                (connection, now) -> {
                    Published proposal = proposal(number, now);
                    if (course.announced(now).isPresent()) {
                        throw new NotNow("It is announced already; recall that first.");
                    }
                    if (since.isBefore(now.plus(notice))) {
                        throw new NotNow(
                                "People have %s days of notice, so it can be in force from %s."
                                        .formatted(notice.toDays(), now.plus(notice)));
                    }
                    var period = new Period(number, since, now, by);
                    EditionTable.order(connection, period);
                    Notices.tellAll(
                            connection,
                            now,
                            "From %s on version %s of the scheme is in force. What changes: %s"
                                    .formatted(since, proposal.version(), OUTLOOK));
                    return period;
                });
    }

    /// Recalls what is announced, before it is in force.
    public Period recall(int number) {
        return ordered(
                (connection, now) -> {
                    Published proposal = proposal(number, now);
                    Period period =
                            course.announced(now)
                                    .orElseThrow(() -> new NotNow("It is not announced."));
                    EditionTable.recall(connection, period, now);
                    Notices.tellAll(
                            connection,
                            now,
                            "Version %s of the scheme does not come into force as was announced."
                                    .formatted(proposal.version()));
                    return period;
                });
    }

    /// Withdraws a proposal that is not announced.
    public Published withdraw(int number) {
        return ordered(
                (connection, now) -> {
                    Published proposal = proposal(number, now);
                    if (course.announced(now).isPresent()) {
                        throw new NotNow("It is announced; recall that first.");
                    }
                    EditionTable.withdraw(connection, number, now);
                    return proposal;
                });
    }

    /// Puts the edition that was in force before into force again, at once; everybody is told.
    public Period rollBack(String by, String reason) {
        return ordered(
                (connection, now) -> {
                    if (course.announced(now).isPresent()) {
                        throw new NotNow("Another version is announced; recall that first.");
                    }
                    Published former =
                            course.former(now)
                                    .orElseThrow(
                                            () -> new NotNow("No other edition was in force."));
                    var period = new Period(former.number(), now.plusNanos(1000), now, by);
                    EditionTable.order(connection, period);
                    Notices.tellAll(
                            connection,
                            now,
                            "Version %s of the scheme is in force again, instead of version %s. %s"
                                    .formatted(former.version(), course.at(now).version(), reason));
                    return period;
                });
    }

    private Published proposal(int number, Instant now) {
        return course.proposal(now)
                .filter(each -> each.number() == number)
                .orElseThrow(() -> new NotNow("Edition " + number + " is not a proposal."));
    }

    private interface Order<T> {
        T carryOut(Connection connection, Instant now) throws SQLException;
    }

    /// Carries an order out in one transaction, and takes over what the tables say after it.
    private <T> T ordered(Order<T> order) {
        lock.writeLock().lock();
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            inDoubt = true;
            try {
                T done = order.carryOut(connection, clock.instant());
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                course = read(connection);
                inDoubt = false;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// After an order whose answer got lost, what became of it is asked for before anybody decides.
    private void settleDoubt() {
        lock.writeLock().lock();
        try (Connection connection = database.connection()) {
            course = read(connection);
            inDoubt = false;
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static Course read(Connection connection) throws SQLException {
        return new Course(EditionTable.editions(connection), EditionTable.periods(connection));
    }
}
