package glasshouse.bureau.edition;

import glasshouse.account.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tables of editions and of the periods in which they are in force.
public final class EditionTable {
    private static final JsonMapper JSON = new JsonMapper();

    private EditionTable() {}

    /// All that were ever published here, by number from 1.
    public static List<Published> editions(Connection database) throws SQLException {
        var found = new ArrayList<Published>();
        try (PreparedStatement select =
                        database.prepareStatement(
                                "select number, published_at, published_by, withdrawn_at, texts"
                                        + " from edition order by number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<Edition.Text> texts =
                        JSON.readValue(rows.getString(5), new TypeReference<>() {});
                Edition edition = Edition.of(texts);
                found.add(
                        new Published(
                                rows.getInt(1),
                                instant(rows, 2),
                                rows.getString(3),
                                rows.getObject(4) != null,
                                edition,
                                Plan.of(edition.scheme())));
            }
        }
        return found;
    }

    /// All periods that were not recalled, in order.
    public static List<Period> periods(Connection database) throws SQLException {
        var found = new ArrayList<Period>();
        try (PreparedStatement select =
                        database.prepareStatement(
                                "select edition, since, ordered_at, ordered_by from period"
                                        + " where recalled_at is null order by since, number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(
                        new Period(
                                rows.getInt(1),
                                instant(rows, 2),
                                instant(rows, 3),
                                rows.getString(4)));
            }
        }
        return found;
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    static void publish(Connection database, Published published) throws SQLException {
        Edition edition = published.edition();
        try (PreparedStatement insert =
                database.prepareStatement(
                        "insert into edition (number, scheme, version, published_at, published_by,"
                                + " digest, texts) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, published.number());
            insert.setString(2, edition.scheme().header().name());
            insert.setString(3, published.version());
            insert.setObject(4, published.at().atOffset(ZoneOffset.UTC));
            insert.setString(5, published.by());
            insert.setBytes(6, edition.digest());
            insert.setString(7, JSON.writeValueAsString(edition.texts()));
            insert.executeUpdate();
        }
    }

    static void withdraw(Connection database, int edition, Instant at) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("update edition set withdrawn_at = ? where number = ?")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setInt(2, edition);
            update.executeUpdate();
        }
    }

    static void order(Connection database, Period period) throws SQLException {
        try (PreparedStatement insert =
                database.prepareStatement(
                        "insert into period (edition, since, ordered_at, ordered_by)"
                                + " values (?, ?, ?, ?)")) {
            insert.setInt(1, period.edition());
            insert.setObject(2, period.since().atOffset(ZoneOffset.UTC));
            insert.setObject(3, period.orderedAt().atOffset(ZoneOffset.UTC));
            insert.setString(4, period.orderedBy());
            insert.executeUpdate();
        }
    }

    static void recall(Connection database, Period period, Instant at) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement(
                        "update period set recalled_at = ? where edition = ? and since = ?"
                                + " and recalled_at is null")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setInt(2, period.edition());
            update.setObject(3, period.since().atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }
}
