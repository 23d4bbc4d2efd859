package glasshouse.bureau.inquiry;

import glasshouse.bureau.Database;
import glasshouse.bureau.GroupCommit;
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

/// Who else looked at a person's data: logged before they see it, and shown to the person.
public final class AccessLog implements AutoCloseable {
    private static final int MOST_LISTED = 1000;

    private final Database database;
    private final GroupCommit<Seen> commits;

    /// Somebody looked, in a role, at something.
    public record Access(Instant at, String who, String role, String what) {}

    private record Seen(long person, Access access) {}

    public AccessLog(Database database) {
        this.database = database;
        commits = new GroupCommit<>("accesses", database, AccessLog::write);
    }

    /// Logs that somebody is about to see data of a person, by their number.
    public void append(long person, Access access) {
        commits.submit(new Seen(person, access));
    }

    private static void write(Connection connection, List<Seen> seen) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into access (at, person, who, role, what) values"
                                + " (?, ?, ?, ?, ?)")) {
            for (Seen each : seen) {
                insert.setObject(1, each.access().at().atOffset(ZoneOffset.UTC));
                insert.setLong(2, each.person());
                insert.setString(3, each.access().who());
                insert.setString(4, each.access().role());
                insert.setString(5, each.access().what());
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
    }

    /// Who looked at a person's data, the newest first.
    public List<Access> about(long person) {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select at, who, role, what from access where person = ? order by"
                                        + " number desc limit "
                                        + MOST_LISTED)) {
            select.setLong(1, person);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Access>();
                while (rows.next()) {
                    Instant at = rows.getObject(1, OffsetDateTime.class).toInstant();
                    found.add(
                            new Access(
                                    at, rows.getString(2), rows.getString(3), rows.getString(4)));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    @Override
    public void close() {
        commits.close();
    }
}
