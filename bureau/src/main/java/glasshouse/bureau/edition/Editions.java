package glasshouse.bureau.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All editions that were ever in force here, by number from 1.
public final class Editions {
    private static final JsonMapper JSON = new JsonMapper();

    /// An edition, its number and since when it is in force.
    public record InForce(int number, Instant since, Edition edition) {}

    private Editions() {}

    /// Puts an edition in force unless it is the one that is.
    ///
    /// Throws `IllegalArgumentException` where it calls itself by the version of another text.
    public static InForce publish(Connection database, Edition edition, Instant now)
            throws SQLException {
        List<InForce> known = all(database);
        byte[] digest = edition.digest();
        if (!known.isEmpty()) {
            InForce last = known.getLast();
            if (Arrays.equals(last.edition().digest(), digest)) {
                return last;
            }
            refuseOtherScheme(known, edition);
        }
        var header = edition.scheme().header();
        try (PreparedStatement insert =
                database.prepareStatement("insert into edition values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, known.size() + 1);
            insert.setString(2, header.name());
            insert.setString(3, header.version());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setBytes(5, digest);
            insert.setString(6, JSON.writeValueAsString(edition.texts()));
            insert.executeUpdate();
        }
        return new InForce(known.size() + 1, now, edition);
    }

    private static void refuseOtherScheme(List<InForce> known, Edition edition) {
        var header = edition.scheme().header();
        String name = known.getLast().edition().scheme().header().name();
        if (!header.name().equals(name)) {
            throw new IllegalArgumentException(
                    ("This database serves the scheme %s, not %s; one bureau serves one "
                                    + "scheme: give %s a database of its own.")
                            .formatted(name, header.name(), header.name()));
        }
        for (InForce each : known) {
            if (each.edition().scheme().header().version().equals(header.version())) {
                throw new IllegalArgumentException(
                        ("Version %s of %s was published with another text; decisions "
                                        + "were taken under it: raise the version.")
                                .formatted(header.version(), header.name()));
            }
        }
    }

    /// All, in the order in which they came into force.
    public static List<InForce> all(Connection database) throws SQLException {
        var editions = new ArrayList<InForce>();
        try (PreparedStatement select =
                        database.prepareStatement(
                                "select number, activated_at, texts from edition order by number");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                List<Edition.Text> texts =
                        JSON.readValue(rows.getString(3), new TypeReference<>() {});
                Instant since = rows.getObject(2, OffsetDateTime.class).toInstant();
                editions.add(new InForce(rows.getInt(1), since, Edition.of(texts)));
            }
        }
        return editions;
    }
}
