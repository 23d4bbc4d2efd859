package glasshouse.bureau.inquiry;

import glasshouse.bureau.Database;
import glasshouse.bureau.GroupCommit;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.place.Application;
import glasshouse.bureau.place.Places;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The log of decisions: durable before the reply, each row linked to the one before.
public final class DecisionLog implements AutoCloseable {
    static final String COLUMNS =
            "number, at, person, organisation, service, purpose, edition, through, lists, answer";
    private static final int MOST_LISTED = 1000;

    private final Database database;
    private final GroupCommit<Draft> commits;

    /// An inquiry and, once it is written, its number.
    private record Draft(Inquiry inquiry, AtomicLong number) {}

    public DecisionLog(Database database) throws SQLException {
        this.database = database;
        commits = new GroupCommit<>("decisions", database, new Appending());
    }

    /// Logs a decision; its number, once it is durable.
    public long append(Inquiry inquiry) {
        var draft = new Draft(inquiry, new AtomicLong());
        commits.submit(draft);
        return draft.number().get();
    }

    private final class Appending implements GroupCommit.Writer<Draft> {
        private final Links links = new Links();
        private long last;
        private byte[] link = Links.FIRST;

        Appending() throws SQLException {
            undo();
        }

        @Override
        public void undo() throws SQLException {
            try (Connection connection = database.connection();
                    PreparedStatement select =
                            connection.prepareStatement(
                                    "select number, link from decision order by number desc"
                                            + " limit 1");
                    ResultSet row = select.executeQuery()) {
                boolean any = row.next();
                last = any ? row.getLong(1) : 0;
                link = any ? row.getBytes(2) : Links.FIRST;
            }
        }

        @Override
        public void write(Connection connection, List<Draft> drafts) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "insert into decision values"
                                    + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Draft draft : drafts) {
                    Inquiry inquiry = draft.inquiry();
                    Inquiry.Asked asked = inquiry.asked();
                    byte[] digest = links.request(asked.request(), inquiry.member().key());
                    var logged =
                            new Logged(
                                    ++last,
                                    inquiry.at(),
                                    inquiry.member().number(),
                                    asked.organisation(),
                                    asked.service(),
                                    asked.purpose(),
                                    inquiry.edition(),
                                    inquiry.through(),
                                    inquiry.lists(),
                                    inquiry.answer());
                    link = links.next(link, logged, digest);
                    insert.setLong(1, logged.number());
                    insert.setObject(2, logged.at().atOffset(ZoneOffset.UTC));
                    insert.setLong(3, logged.person());
                    insert.setString(4, logged.organisation());
                    insert.setString(5, logged.service());
                    insert.setString(6, logged.purpose());
                    insert.setString(7, asked.request());
                    insert.setBytes(8, digest);
                    insert.setInt(9, logged.edition());
                    insert.setLong(10, logged.through());
                    insert.setLong(11, logged.lists());
                    insert.setString(12, logged.answer());
                    insert.setBytes(13, link);
                    insert.addBatch();
                    draft.number().set(logged.number());
                }
                int[] _ = insert.executeBatch();
            }
            applications(connection, drafts);
            shadows(connection, drafts);
        }
    }

    private static void applications(Connection connection, List<Draft> drafts)
            throws SQLException {
        for (Draft each : drafts) {
            Inquiry inquiry = each.inquiry();
            Application application = inquiry.application();
            if (application != null) {
                Places.apply(
                        connection,
                        each.number().get(),
                        new Places.Queue(inquiry.asked().organisation(), inquiry.asked().service()),
                        inquiry.member().number(),
                        application);
            }
        }
    }

    private static void shadows(Connection connection, List<Draft> drafts) throws SQLException {
        if (drafts.stream().allMatch(each -> each.inquiry().shadow() == null)) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into shadow (edition, decision, answer) values (?, ?, ?)")) {
            for (Draft each : drafts) {
                Inquiry.Shadow shadow = each.inquiry().shadow();
                if (shadow != null) {
                    insert.setInt(1, shadow.edition());
                    insert.setLong(2, each.number().get());
                    insert.setString(3, shadow.answer());
                    insert.addBatch();
                }
            }
            int[] _ = insert.executeBatch();
        }
    }

    /// A decision as it was answered, and as the other edition would have.
    public record Pair(String service, String answer, String shadow) {}

    /// What an edition would have answered beside what was, the latest first.
    public List<Pair> beside(int edition, int most) {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select d.service, d.answer, s.answer from shadow s join decision d"
                                        + " on d.number = s.decision where s.edition = ?"
                                        + " order by s.decision desc limit ?")) {
            select.setInt(1, edition);
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Pair>();
                while (rows.next()) {
                    found.add(new Pair(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// The decisions about a person, the newest first.
    public List<Logged> about(long person) {
        return listed("where person = ? order by number desc limit " + MOST_LISTED, person);
    }

    public Optional<Logged> numbered(long number) {
        return listed("where number = ?", number).stream().findFirst();
    }

    private List<Logged> listed(String which, long argument) {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select " + COLUMNS + " from decision " + which)) {
            select.setLong(1, argument);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Logged>();
                while (rows.next()) {
                    found.add(logged(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// A row of the columns in their order in [Logged].
    static Logged logged(ResultSet rows) throws SQLException {
        Instant at = rows.getObject(2, OffsetDateTime.class).toInstant();
        return new Logged(
                rows.getLong(1),
                at,
                rows.getLong(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getInt(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getString(10));
    }

    /// Destroys what relying parties wrote about requests of a person, and what was only tried.
    public static void erase(Connection connection, long person) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "delete from shadow where decision in"
                                + " (select number from decision where person = ?)")) {
            delete.setLong(1, person);
            delete.executeUpdate();
        }
        try (PreparedStatement blank =
                connection.prepareStatement(
                        "update decision set request = null where person = ?")) {
            blank.setLong(1, person);
            blank.executeUpdate();
        }
    }

    @Override
    public void close() {
        commits.close();
    }
}
