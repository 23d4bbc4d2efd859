package glasshouse.bureau.organisation;

import glasshouse.bureau.Database;
import glasshouse.bureau.LedgerDown;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// All organisations, in the database and in memory.
public final class Organisations {
    /// What every key begins with.
    public static final String KEY_PREFIX = "ghk_";

    private static final int KEY_BYTES = 32;

    private final Database database;
    private final Map<String, Organisation> byName = new ConcurrentSkipListMap<>();
    private final Map<String, String> nameByKeyHash = new ConcurrentHashMap<>();

    public Organisations(Database database) throws SQLException {
        this.database = database;
        try (Connection connection = database.connection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select name, contexts, purposes, key_hash, retention_days from"
                                        + " organisation");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                var organisation =
                        new Organisation(
                                rows.getString(1), set(rows, 2), set(rows, 3), rows.getInt(5));
                byName.put(organisation.name(), organisation);
                byte[] hash = rows.getBytes(4);
                if (hash != null) {
                    nameByKeyHash.put(HexFormat.of().formatHex(hash), organisation.name());
                }
            }
        }
    }

    private static Set<String> set(ResultSet rows, int column) throws SQLException {
        return Set.copyOf(List.of((String[]) rows.getArray(column).getArray()));
    }

    /// Registers an organisation, or what it declares anew, with a fresh key, which is told this
    /// once; an earlier key is void.
    public String register(Organisation organisation, Instant now) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = KEY_PREFIX + HexFormat.of().formatHex(random);
        String hash = hash(key);
        try (Connection connection = database.connection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into organisation values (?, ?, ?, ?, ?, ?) on conflict"
                                        + " (name) do update set contexts = excluded.contexts,"
                                        + " purposes = excluded.purposes, key_hash ="
                                        + " excluded.key_hash, retention_days ="
                                        + " excluded.retention_days")) {
            insert.setString(1, organisation.name());
            insert.setArray(2, connection.createArrayOf("text", organisation.contexts().toArray()));
            insert.setArray(3, connection.createArrayOf("text", organisation.purposes().toArray()));
            insert.setBytes(4, HexFormat.of().parseHex(hash));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.setInt(6, organisation.retentionDays());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new LedgerDown(failure);
        }
        nameByKeyHash.values().removeIf(organisation.name()::equals);
        nameByKeyHash.put(hash, organisation.name());
        byName.put(organisation.name(), organisation);
        return key;
    }

    public Optional<Organisation> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The organisation whose key this is.
    public Optional<Organisation> ofKey(String key) {
        return Optional.ofNullable(nameByKeyHash.get(hash(key))).flatMap(this::named);
    }

    /// All, in the order of their names.
    public Collection<Organisation> all() {
        return new TreeMap<>(byName).values();
    }

    /// Keys are random, so a plain hash cannot be searched, and a look-up by it takes no time that
    /// tells anything.
    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
