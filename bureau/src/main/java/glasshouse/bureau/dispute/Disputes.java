package glasshouse.bureau.dispute;

import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.notice.Notices;
import glasshouse.event.EventName;
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

/// The tables of disputes, corrections and notices.
public final class Disputes {
    private static final String COLUMNS =
            "number, person, source, id, decision, list, words, opened_at, due_at, settled_at,"
                    + " upheld, settled_by, reply";
    private static final int MOST_LISTED = 1000;

    private final Database database;

    public Disputes(Database database) {
        this.database = database;
    }

    /// What else follows from a settlement, in its transaction.
    interface Consequence {
        void follow(Connection connection) throws SQLException;
    }

    /// Uses a connection; a failure is the database's.
    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T using(Use<T> use) {
        try (Connection connection = database.connection()) {
            return use.with(connection);
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    /// Opens a dispute; its number.
    public long open(long person, Subject subject, String words, Instant at, Instant due) {
        String sql =
                "insert into dispute (person, source, id, decision, list, words, opened_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) returning number";
        return using(
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        insert.setLong(1, person);
                        EventName name = subject instanceof Subject.OfEvent of ? of.name() : null;
                        insert.setString(2, name == null ? null : name.source());
                        insert.setString(3, name == null ? null : name.id());
                        insert.setObject(
                                4, subject instanceof Subject.OfDecision of ? of.number() : null);
                        insert.setString(
                                5, subject instanceof Subject.OfList of ? of.list() : null);
                        insert.setString(6, words);
                        insert.setObject(7, at.atOffset(ZoneOffset.UTC));
                        insert.setObject(8, due.atOffset(ZoneOffset.UTC));
                        try (ResultSet row = insert.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                });
    }

    /// The disputes of a person, the newest first.
    public List<Dispute> of(long person) {
        return listed("where person = ? order by number desc limit " + MOST_LISTED, person);
    }

    /// Those that nobody settled yet, the most urgent first.
    public List<Dispute> waiting() {
        return listed(
                "where settled_at is null and number > ? order by due_at, number limit "
                        + MOST_LISTED,
                0);
    }

    public Optional<Dispute> numbered(long number) {
        return listed("where number = ?", number).stream().findFirst();
    }

    private List<Dispute> listed(String which, long argument) {
        return using(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select " + COLUMNS + " from dispute " + which)) {
                        select.setLong(1, argument);
                        try (ResultSet rows = select.executeQuery()) {
                            var found = new ArrayList<Dispute>();
                            while (rows.next()) {
                                found.add(dispute(rows));
                            }
                            return found;
                        }
                    }
                });
    }

    private static Dispute dispute(ResultSet rows) throws SQLException {
        String source = rows.getString(3);
        String id = rows.getString(4);
        String list = rows.getString(6);
        Subject subject =
                source != null && id != null
                        ? new Subject.OfEvent(new EventName(source, id))
                        : list != null
                                ? new Subject.OfList(list)
                                : new Subject.OfDecision(rows.getLong(5));
        OffsetDateTime settled = rows.getObject(10, OffsetDateTime.class);
        Dispute.Settlement settlement =
                settled == null
                        ? null
                        : new Dispute.Settlement(
                                settled.toInstant(),
                                rows.getBoolean(11),
                                String.valueOf(rows.getString(12)),
                                String.valueOf(rows.getString(13)));
        String words = rows.getString(7);
        return new Dispute(
                rows.getLong(1),
                rows.getLong(2),
                subject,
                words == null ? "" : words,
                rows.getObject(8, OffsetDateTime.class).toInstant(),
                rows.getObject(9, OffsetDateTime.class).toInstant(),
                settlement);
    }

    /// Writes a settlement, its corrections and the person's notice together; false where it was
    /// settled before.
    boolean settle(
            Dispute dispute,
            Dispute.Settlement settlement,
            List<Correction> corrections,
            Consequence consequence,
            String notice) {
        return using(
                connection -> {
                    connection.setAutoCommit(false);
                    try {
                        Notices.inOrder(connection);
                        boolean first = settled(connection, dispute.number(), settlement);
                        if (first) {
                            for (Correction each : corrections) {
                                correct(connection, each);
                            }
                            consequence.follow(connection);
                            Notices.tell(connection, dispute.person(), settlement.at(), notice);
                        }
                        connection.commit();
                        return first;
                    } catch (SQLException failure) {
                        connection.rollback();
                        throw failure;
                    } finally {
                        connection.setAutoCommit(true);
                    }
                });
    }

    private static boolean settled(
            Connection connection, long number, Dispute.Settlement settlement) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update dispute set settled_at = ?, upheld = ?, settled_by = ?, reply = ?"
                                + " where number = ? and settled_at is null")) {
            update.setObject(1, settlement.at().atOffset(ZoneOffset.UTC));
            update.setBoolean(2, settlement.upheld());
            update.setString(3, settlement.by());
            update.setString(4, settlement.reply());
            update.setLong(5, number);
            return update.executeUpdate() == 1;
        }
    }

    private static void correct(Connection connection, Correction correction) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into correction (at, organisation, decision, dispute, answer)"
                                + " values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, correction.at().atOffset(ZoneOffset.UTC));
            insert.setString(2, correction.organisation());
            insert.setLong(3, correction.decision());
            insert.setLong(4, correction.dispute());
            insert.setString(5, correction.answer());
            insert.executeUpdate();
        }
    }

    /// What an organisation is told after a number, the oldest first.
    public List<Correction> corrections(String organisation, long after) {
        return corrected(
                "where organisation = ? and number > ? order by number limit " + MOST_LISTED,
                organisation,
                after);
    }

    /// Corrections of the decisions about a person.
    public List<Correction> corrections(long person) {
        return corrected(
                "where ? = '' and decision in (select number from decision where person = ?)"
                        + " order by number",
                "",
                person);
    }

    private List<Correction> corrected(String which, String text, long number) {
        return using(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select number, at, organisation, decision, dispute, answer"
                                            + " from correction "
                                            + which)) {
                        select.setString(1, text);
                        select.setLong(2, number);
                        try (ResultSet rows = select.executeQuery()) {
                            var found = new ArrayList<Correction>();
                            while (rows.next()) {
                                found.add(
                                        new Correction(
                                                rows.getLong(1),
                                                rows.getObject(2, OffsetDateTime.class).toInstant(),
                                                rows.getString(3),
                                                rows.getLong(4),
                                                rows.getLong(5),
                                                rows.getString(6)));
                            }
                            return found;
                        }
                    }
                });
    }

    /// Destroys what a person wrote and was told.
    public static void erase(Connection connection, long person) throws SQLException {
        for (String sql :
                List.of(
                        "update dispute set source = null, id = null, list = null, words = null,"
                                + " reply = null where person = ?",
                        "delete from notice where person = ?",
                        "delete from access where person = ?")) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, person);
                statement.executeUpdate();
            }
        }
    }
}
