package glasshouse.bureau.ledger;

import glasshouse.account.Calendar;
import glasshouse.bureau.Database;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import glasshouse.event.EventName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The ledger's tables.
final class Store {
    private static final String COLUMNS =
            "seq, kind, person, counterparty, source, id, signal, value_micro, happened_at,"
                    + " reference";
    private static final String DOSSIER =
            """
            with own as (
                select seq, name_hash, person, counterparty from entry where person = ?
                union
                select seq, name_hash, person, counterparty from entry where counterparty = ?),
            wanted as (
                select seq from own
                union
                select e.seq from entry e join own on e.name_hash = own.name_hash
                union
                select e.seq from entry e
                where e.kind = 5 and e.person in (
                    select person from own where counterparty is not null
                    union
                    select counterparty from own where counterparty is not null))
            select e.seq, kind, person, counterparty, source, id, signal, value_micro,
                happened_at, reference, recorded_at, blanked_by
            from entry e join batch b on b.number = e.batch
            where e.seq in (select seq from wanted) order by e.seq
            """;

    private static final String BLANK =
            "update entry set source = null, id = null, signal = null, value_micro = null,"
                    + " happened_at = null, reference = null, name_hash = null, salt = null,"
                    + " blanked_by = coalesce(blanked_by, ?)";
    private static final String DUE =
            """
            with due as (
                select e.name_hash from entry e
                where e.kind = 0 and e.source = ? and e.happened_at < ?
                    and not exists (
                        select 1 from entry later
                        where later.name_hash = e.name_hash and later.kind = 0
                            and later.happened_at >= ?)
                limit 10000)
            select e.seq, e.person, e.counterparty from entry e
            where e.kind in (0, 1, 2) and e.name_hash in (select name_hash from due)
            order by e.seq
            """;
    private static final int FETCHED = 10_000;

    private final Database database;
    private final CopyBuffer buffer = new CopyBuffer();

    Store(Database database) {
        this.database = database;
    }

    /// Where the ledger ends.
    record End(long batch, long seq, long person, Instant recordedAt, byte[] hash) {}

    End end() throws SQLException {
        try (Connection connection = database.connection()) {
            return end(connection);
        }
    }

    /// The same, once no transaction can be under way any more that would move it.
    End settledEnd() throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                boolean _ = lock.execute("set local lock_timeout = '5s'");
                boolean _ = lock.execute("lock table batch in share mode");
                return end(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static End end(Connection connection) throws SQLException {
        try (PreparedStatement last =
                        connection.prepareStatement(
                                "select number, first_seq + entries - 1, recorded_at, hash from"
                                        + " batch order by number desc limit 1");
                PreparedStatement persons =
                        connection.prepareStatement("select coalesce(max(number), 0) from person");
                ResultSet person = persons.executeQuery();
                ResultSet batch = last.executeQuery()) {
            person.next();
            long number = person.getLong(1);
            if (!batch.next()) {
                return new End(0, 0, number, Instant.EPOCH, Digests.FIRST);
            }
            Instant at = batch.getObject(3, OffsetDateTime.class).toInstant();
            return new End(batch.getLong(1), batch.getLong(2), number, at, batch.getBytes(4));
        }
    }

    /// Writes a group in one transaction, durable when this returns; `hash` is the batch's.
    void write(Group group, byte[] hash, Collection<Erasure> erasures) throws SQLException {
        buffer.start();
        for (int i = 0; i < group.rows().size(); i++) {
            buffer.add(group.rows().get(i), group.batch(), group.seals().get(i));
        }
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                for (Member each : group.enrolled().values()) {
                    enrol(connection, each);
                }
                buffer.copy(connection);
                batch(connection, group, hash);
                for (Group.Change change : group.changes()) {
                    if (change.fact() instanceof Fact.Erased) {
                        erase(connection, change, group.recordedAt(), erasures);
                    }
                }
                if (!group.expired().isEmpty()) {
                    expire(connection, group);
                }
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void enrol(Connection connection, Member member) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into person (number, name, key) values (?, ?, ?)")) {
            insert.setLong(1, member.number());
            insert.setString(2, member.name());
            insert.setBytes(3, member.key());
            insert.executeUpdate();
        }
    }

    private static void batch(Connection connection, Group group, byte[] hash) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into batch values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, group.batch());
            insert.setObject(2, group.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setLong(3, group.rows().getFirst().seq());
            insert.setInt(4, group.rows().size());
            insert.setBytes(5, hash);
            insert.executeUpdate();
        }
    }

    private static void erase(
            Connection connection, Group.Change change, Instant at, Collection<Erasure> erasures)
            throws SQLException {
        long person = change.member().number();
        try (PreparedStatement blank =
                        connection.prepareStatement(
                                BLANK + " where person = ? or counterparty = ?");
                PreparedStatement forget =
                        connection.prepareStatement(
                                "update person set name = null, key = null, erased_at = ? where"
                                        + " number = ?")) {
            blank.setLong(1, change.seq());
            blank.setLong(2, person);
            blank.setLong(3, person);
            blank.executeUpdate();
            forget.setObject(1, at.atOffset(ZoneOffset.UTC));
            forget.setLong(2, person);
            forget.executeUpdate();
        }
        for (Erasure each : erasures) {
            each.erase(connection, person);
        }
    }

    /// Blanks what was kept for long enough, and forgets the saved accounts that it went into.
    private static void expire(Connection connection, Group group) throws SQLException {
        try (PreparedStatement blank = connection.prepareStatement(BLANK + " where seq = any (?)");
                PreparedStatement forget =
                        connection.prepareStatement("delete from account where person = any (?)")) {
            blank.setLong(1, group.rows().getFirst().seq());
            blank.setArray(2, connection.createArrayOf("bigint", group.expired().toArray()));
            blank.executeUpdate();
            forget.setArray(1, connection.createArrayOf("bigint", group.contested().toArray()));
            forget.executeUpdate();
        }
    }

    /// Entries that are due to be blanked, and the people in them.
    record Due(List<Long> entries, Set<Long> people) {}

    /// Some of the entries of events of a source from before an instant, and of what took these
    /// events back. A name that is in conflict with a later event stays: alone, that would count.
    Due due(Fact.Expired expired) throws SQLException {
        var entries = new ArrayList<Long>();
        Set<Long> people = new HashSet<>();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            long before = Calendar.micros(expired.before());
            select.setString(1, expired.source());
            select.setLong(2, before);
            select.setLong(3, before);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getLong(1));
                    people.add(rows.getLong(2));
                    people.add(rows.getLong(3));
                }
            }
        }
        people.remove(Row.NOBODY);
        return new Due(entries, people);
    }

    /// The entries under names with these hashes.
    Map<EventName, List<Row>> named(Set<Long> hashes) throws SQLException {
        Map<EventName, List<Row>> found = new HashMap<>();
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select " + COLUMNS + " from entry where name_hash = any (?)")) {
            select.setArray(1, connection.createArrayOf("bigint", hashes.toArray(new Long[0])));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Row row = row(rows);
                    found.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(row);
                }
            }
        }
        return found;
    }

    /// Numbers of the people in events that somebody is in, and of those in events under a name.
    Set<Long> partners(long person) throws SQLException {
        return numbers(
                "select other.person, other.counterparty from entry own join entry other"
                        + " on other.name_hash = own.name_hash where own.name_hash <> 0"
                        + " and (own.person = ? or own.counterparty = ?)",
                person,
                person);
    }

    Set<Long> parties(long nameHash) throws SQLException {
        return numbers(
                "select person, counterparty from entry where name_hash = ? or name_hash = ?",
                nameHash,
                nameHash);
    }

    private Set<Long> numbers(String sql, long one, long other) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, one);
            select.setLong(2, other);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                    numbers.add(rows.getLong(2));
                }
            }
        }
        numbers.remove(Row.NOBODY);
        return numbers;
    }

    Dossier dossier(Member member, Members members) throws SQLException {
        var entries = new ArrayList<Dossier.Recorded>();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(DOSSIER)) {
            select.setLong(1, member.number());
            select.setLong(2, member.number());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant at = rows.getObject(11, OffsetDateTime.class).toInstant();
                    entries.add(Dossier.Recorded.of(row(rows), at, rows.getLong(12), members));
                }
            }
        }
        return new Dossier(member.name(), entries);
    }

    /// Takes each member, without account and consents.
    void loadMembers(Consumer<Member> visitor) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select number, name, key from person where name is not null");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                visitor.accept(new Member(rows.getLong(1), rows.getString(2), rows.getBytes(3)));
            }
        }
    }

    /// Takes each entry after one, in order; for the start.
    void load(long after, Consumer<Row> visitor) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select " + COLUMNS + " from entry where seq > ? order by seq")) {
                select.setLong(1, after);
                select.setFetchSize(FETCHED);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        visitor.accept(row(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /// The hashes of names of all entries up to one.
    NameSet names(long through) throws SQLException {
        var names = new NameSet();
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select name_hash from entry where name_hash is not null and"
                                    + " seq <= ?")) {
                select.setLong(1, through);
                select.setFetchSize(FETCHED);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        boolean _ = names.add(rows.getLong(1));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return names;
    }

    /// Those of these hashes of names under which there is an entry up to one.
    Set<Long> recordedBy(Set<Long> hashes, long through) throws SQLException {
        Set<Long> found = new HashSet<>();
        List<Long> all = List.copyOf(hashes);
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select name_hash from entry where name_hash = any (?) and"
                                        + " seq <= ?")) {
            for (int from = 0; from < all.size(); from += FETCHED) {
                Object[] some = all.subList(from, Math.min(from + FETCHED, all.size())).toArray();
                select.setArray(1, connection.createArrayOf("bigint", some));
                select.setLong(2, through);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
            }
        }
        return found;
    }

    /// A row of [#COLUMNS], whatever follows them.
    static Row row(ResultSet rows) throws SQLException {
        return new Row(
                rows.getLong(1),
                Kind.of(rows.getInt(2)),
                rows.getLong(3),
                rows.getLong(4),
                text(rows, 5),
                text(rows, 6),
                text(rows, 7),
                rows.getLong(8),
                rows.getLong(9),
                text(rows, 10));
    }

    private static @Nullable String text(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }
}
