package glasshouse.bureau.ledger;

import glasshouse.account.AccountBytes;
import glasshouse.account.Plan;
import glasshouse.bureau.Database;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The table of saved accounts.
///
/// Accounts can be read under a plan only if they were written under one of the same layout, so the
/// layout's digest stands beside them; where it differs, there are none.
final class SavedAccounts {
    private static final int FETCHED = 10_000;

    private final Database database;
    private final byte[] layout;

    SavedAccounts(Database database, Plan plan) {
        this.database = database;
        layout = digest(plan);
    }

    private static byte[] digest(Plan plan) {
        try {
            String text = AccountBytes.VERSION + "\n" + String.join("\n", plan.layout());
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// The entry up to which everything is saved; 0 where nothing is that can be read.
    long through() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement("select layout, through from saved");
                ResultSet row = select.executeQuery()) {
            boolean readable = row.next() && Arrays.equals(row.getBytes(1), layout);
            return readable ? row.getLong(2) : 0;
        }
    }

    /// Brings the saved accounts back; the numbers of their members.
    Set<Long> load(Members members) throws SQLException {
        Set<Long> loaded = new HashSet<>();
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select person, through, bytes, sources, services from account")) {
                select.setFetchSize(FETCHED);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        Member member = members.numbered(rows.getLong(1));
                        if (member != null) {
                            member.through(rows.getLong(2));
                            member.account(AccountBytes.read(rows.getBytes(3)));
                            member.sources().addAll(texts(rows, 4));
                            member.services().addAll(texts(rows, 5));
                            loaded.add(member.number());
                        }
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return loaded;
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    /// Saves accounts in one transaction, after which everything up to `through` is saved.
    void save(Collection<Member> members, long through) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                put(connection, members);
                mark(connection, through);
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void put(Connection connection, Collection<Member> members) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into account (person, through, bytes, sources, services)"
                                + " values (?, ?, ?, ?, ?) on conflict (person) do update set"
                                + " through = excluded.through, bytes = excluded.bytes,"
                                + " sources = excluded.sources, services = excluded.services")) {
            for (Member each : members) {
                insert.setLong(1, each.number());
                insert.setLong(2, each.through());
                insert.setBytes(3, AccountBytes.of(each.account()));
                insert.setArray(4, connection.createArrayOf("text", each.sources().toArray()));
                insert.setArray(5, connection.createArrayOf("text", each.services().toArray()));
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
    }

    private void mark(Connection connection, long through) throws SQLException {
        try (PreparedStatement mark =
                connection.prepareStatement(
                        "insert into saved (layout, through) values (?, ?) on conflict (only_row)"
                                + " do update set layout = excluded.layout,"
                                + " through = excluded.through")) {
            mark.setBytes(1, layout);
            mark.setLong(2, through);
            mark.executeUpdate();
        }
    }

    /// Forgets all saved accounts: they cannot be read.
    void clear() throws SQLException {
        try (Connection connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute("truncate account, saved");
        }
    }

    /// Destroys the saved accounts into which events of a person went: theirs, and of those with
    /// whom they shared events.
    static void erase(Connection connection, long person) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        delete from account where person = ? or person in (
                            select person from entry where counterparty = ?
                            union
                            select counterparty from entry where person = ?)
                        """)) {
            delete.setLong(1, person);
            delete.setLong(2, person);
            delete.setLong(3, person);
            delete.executeUpdate();
        }
    }
}
