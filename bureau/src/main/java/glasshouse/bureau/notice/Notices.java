package glasshouse.bureau.notice;

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

/// What people were told.
///
/// Whoever is told something takes [#inOrder] first, so that numbers become visible in their order
/// and nobody who goes on from the last one misses any.
public final class Notices {
    private static final int MOST_LISTED = 1000;

    private final Database database;

    public Notices(Database database) {
        this.database = database;
    }

    /// Something that a person is told.
    public record Notice(long number, Instant at, String text) {}

    /// Holds others back until this transaction ends.
    public static void inOrder(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                        connection.prepareStatement(
                                "select pg_advisory_xact_lock(hashtext('notice'))");
                ResultSet _ = lock.executeQuery()) {
            // The lock is all that it gives.
        }
    }

    /// Tells a person something, in a transaction.
    public static void tell(Connection connection, long person, Instant at, String text)
            throws SQLException {
        inOrder(connection);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into notice (person, at, text) values (?, ?, ?)")) {
            insert.setLong(1, person);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setString(3, text);
            insert.executeUpdate();
        }
    }

    /// Tells everybody who is enrolled.
    public static void tellAll(Connection connection, Instant at, String text) throws SQLException {
        inOrder(connection);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into notice (person, at, text)"
                                + " select number, ?, ? from person where name is not null")) {
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }

    /// The latest of a person, the newest first.
    public List<Notice> latest(long person) {
        return listed(person, 0, "order by number desc");
    }

    /// Those of a person after a number, the oldest first.
    public List<Notice> after(long person, long number) {
        return listed(person, number, "order by number");
    }

    /// The number of the last notice of anybody.
    public long last() {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(number), 0) from notice");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    private List<Notice> listed(long person, long after, String order) {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select number, at, text from notice where person = ?"
                                        + " and number > ? "
                                        + order
                                        + " limit "
                                        + MOST_LISTED)) {
            select.setLong(1, person);
            select.setLong(2, after);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Notice>();
                while (rows.next()) {
                    Instant at = rows.getObject(2, OffsetDateTime.class).toInstant();
                    found.add(new Notice(rows.getLong(1), at, rows.getString(3)));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }
}
