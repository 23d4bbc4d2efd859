package glasshouse.bureau.place;

import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The places of periods, as a pure function of the applications: the highest scores first, ties to
/// who asked first. Who asks again in a period counts once, by the last answer.
public final class Places {
    private static final int MOST_LISTED = 10_000;
    private static final String RANKED =
            """
            with queue as (
                select decision, organisation, service, closes, person, score_micro, withdrawn,
                    first_value(places) over (
                        partition by organisation, service, closes order by decision desc) places,
                    min(decision) over (partition by organisation, service, closes, person) first,
                    max(decision) over (partition by organisation, service, closes, person) last
                from application a
                where (organisation, service, closes) in (%s)),
            ranked as (
                select *,
                    row_number() over (
                        partition by organisation, service, closes
                        order by score_micro desc, first) rank,
                    count(*) over (partition by organisation, service, closes) applicants
                from queue where decision = last and not withdrawn)
            select organisation, service, closes, decision, person, rank, applicants, places
            from ranked
            """;

    /// Whose places, of which service.
    public record Queue(String organisation, String service) {}

    private final Database database;

    public Places(Database database) {
        this.database = database;
    }

    /// Writes an application with the decision that makes it.
    public static void apply(
            Connection connection, long decision, Queue queue, long person, Application application)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into application (decision, organisation, service, closes, places,"
                                + " person, score_micro) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, decision);
            insert.setString(2, queue.organisation());
            insert.setString(3, queue.service());
            insert.setObject(4, application.closes().atOffset(ZoneOffset.UTC));
            insert.setInt(5, application.places());
            insert.setLong(6, person);
            insert.setLong(7, application.scoreMicro());
            insert.executeUpdate();
        }
    }

    /// Puts an application right after a decision was corrected, as long as its period is open.
    public static void correct(
            Connection connection, long decision, boolean eligible, long scoreMicro, Instant at)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update application set withdrawn = ?, score_micro = ?"
                                + " where decision = ? and closes > ?")) {
            update.setBoolean(1, !eligible);
            update.setLong(2, scoreMicro);
            update.setLong(3, decision);
            update.setObject(4, at.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /// Takes out of every open period somebody who is erased; what is closed stands.
    public static void erase(Connection connection, long person) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update application set withdrawn = true where person = ?"
                                + " and closes > (select max(recorded_at) from batch)")) {
            update.setLong(1, person);
            update.executeUpdate();
        }
    }

    /// How those rank who applied in the period of a queue that closes at an instant, the best
    /// first.
    public List<Ranked> of(Queue queue, Instant closes) {
        return listed(
                RANKED.formatted("(?, ?, ?)") + "order by rank limit " + MOST_LISTED,
                select -> {
                    select.setString(1, queue.organisation());
                    select.setString(2, queue.service());
                    select.setObject(3, closes.atOffset(ZoneOffset.UTC));
                });
    }

    /// How a person ranks wherever they applied, the latest first.
    public List<Ranked> of(long person) {
        String which =
                "select distinct organisation, service, closes from application where person = ?";
        return listed(
                RANKED.formatted(which) + "where person = ? order by closes desc, decision",
                select -> {
                    select.setLong(1, person);
                    select.setLong(2, person);
                });
    }

    private interface Filling {
        void fill(PreparedStatement select) throws SQLException;
    }

    private List<Ranked> listed(String sql, Filling filling) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            filling.fill(select);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Ranked>();
                while (rows.next()) {
                    found.add(
                            new Ranked(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getObject(3, OffsetDateTime.class).toInstant(),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getInt(6),
                                    rows.getInt(7),
                                    rows.getInt(8)));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }
}
