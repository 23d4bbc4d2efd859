package glasshouse.bureau.notice;

import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import glasshouse.bureau.notice.Webhook.Owner;
import java.net.URI;
import java.security.SecureRandom;
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

/// The table of webhooks: one for each person or relying party who asks for it.
public final class Webhooks {
    private static final int SECRET_BYTES = 32;
    private static final String COLUMNS =
            "number, coalesce(person, 0), coalesce(organisation, ''), url, secret, told, failures,"
                    + " next_at";
    private static final String DUE =
            """
            from webhook w where next_at <= ? and (
                exists (select from notice n where n.person = w.person and n.number > told)
                or exists (
                    select from correction c
                    where c.organisation = w.organisation and c.number > told))
            order by next_at
            """;

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private volatile Destination destination = new Destination(false);

    public Webhooks(Database database) {
        this.database = database;
    }

    /// From now on this machine may be told too.
    public void allowThisMachine() {
        destination = new Destination(true);
    }

    /// Where may be told.
    public Destination destination() {
        return destination;
    }

    /// Registers where somebody is told from now on, instead of where they were; the secret.
    public byte[] register(Owner owner, URI url, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String last =
                owner.isPerson()
                        ? "(select coalesce(max(number), 0) from notice)"
                        : "(select coalesce(max(number), 0) from correction)";
        String sql =
                "insert into webhook (person, organisation, url, secret, told, next_at)"
                        + " values (?, ?, ?, ?, "
                        + last
                        + ", ?)";
        changing(
                connection -> {
                    remove(connection, owner);
                    try (PreparedStatement insert = connection.prepareStatement(sql)) {
                        insert.setObject(1, owner.isPerson() ? owner.person() : null);
                        insert.setString(2, owner.isPerson() ? null : owner.organisation());
                        insert.setString(3, url.toString());
                        insert.setBytes(4, secret);
                        insert.setObject(5, now.atOffset(ZoneOffset.UTC));
                        insert.executeUpdate();
                    }
                });
        return secret;
    }

    /// Nobody is told there any more.
    public void remove(Owner owner) {
        changing(connection -> remove(connection, owner));
    }

    private static void remove(Connection connection, Owner owner) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "delete from webhook where person = ? or organisation = ?")) {
            delete.setLong(1, owner.person());
            delete.setString(2, owner.organisation());
            delete.executeUpdate();
        }
    }

    /// Forgets the webhook of a person who is erased.
    public static void erase(Connection connection, long person) throws SQLException {
        remove(connection, Owner.person(person));
    }

    /// What somebody has registered.
    public Optional<Webhook> of(Owner owner) {
        return listed(
                        "from webhook where person = ? or organisation = ?",
                        select -> {
                            select.setLong(1, owner.person());
                            select.setString(2, owner.organisation());
                        })
                .stream()
                .findFirst();
    }

    /// Those for whom there is something new, and who are to be tried now.
    List<Webhook> due(Instant now) {
        return listed(DUE, select -> select.setObject(1, now.atOffset(ZoneOffset.UTC)));
    }

    /// They confirmed everything up to a number; the webhook as it is now.
    Webhook told(Webhook webhook, long number, Instant now) {
        update(webhook, number, 0, now);
        return webhook.told(number);
    }

    /// They did not; to be tried again then.
    void failed(Webhook webhook, Instant next) {
        update(webhook, webhook.told(), webhook.failures() + 1, next);
    }

    private void update(Webhook webhook, long told, int failures, Instant next) {
        changing(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update webhook set told = ?, failures = ?, next_at = ?"
                                            + " where number = ?")) {
                        update.setLong(1, told);
                        update.setInt(2, failures);
                        update.setObject(3, next.atOffset(ZoneOffset.UTC));
                        update.setLong(4, webhook.number());
                        update.executeUpdate();
                    }
                });
    }

    private interface Change {
        void make(Connection connection) throws SQLException;
    }

    private void changing(Change change) {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                change.make(connection);
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }

    private interface Filling {
        void fill(PreparedStatement select) throws SQLException;
    }

    private List<Webhook> listed(String which, Filling filling) {
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " " + which)) {
            filling.fill(select);
            try (ResultSet rows = select.executeQuery()) {
                var found = new ArrayList<Webhook>();
                while (rows.next()) {
                    found.add(
                            new Webhook(
                                    rows.getLong(1),
                                    rows.getLong(2),
                                    rows.getString(3),
                                    URI.create(rows.getString(4)),
                                    rows.getBytes(5),
                                    rows.getLong(6),
                                    rows.getInt(7),
                                    rows.getObject(8, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
    }
}
