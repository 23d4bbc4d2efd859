package glasshouse.bureau.ledger;

import glasshouse.bureau.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What became of checking the ledger: every digest that can still be taken again, and the whole
/// chain. `differences` say which batch or entry is not as it was written; at most a hundred are
/// listed.
public record Verification(
        long batches, long entries, long erased, List<String> differences, long differenceCount) {
    private static final int MOST_LISTED = 100;
    private static final int FETCHED = 10_000;
    private static final byte[] NONE = {};

    public Verification {
        differences = List.copyOf(differences);
    }

    /// Reads the whole ledger once, in order.
    public static Verification of(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                return new Checking(keys(connection)).check(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static Map<Long, byte[]> keys(Connection connection) throws SQLException {
        Map<Long, byte[]> keys = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select number, key from person");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byte[] key = rows.getBytes(2);
                keys.put(rows.getLong(1), key == null ? new byte[0] : key);
            }
        }
        return keys;
    }

    /// One pass over batches and entries side by side.
    private static final class Checking {
        private final Map<Long, byte[]> keys;
        private final Digests digests = new Digests();
        private final List<String> differences = new ArrayList<>();
        private final List<byte[]> ofBatch = new ArrayList<>();
        private final Map<Long, Long> blanked = new HashMap<>();
        private final Map<Long, Long> expiries = new HashMap<>();
        private final Set<Long> erasures = new HashSet<>();
        private byte[] hash = Digests.FIRST;
        private long batchCount;
        private long entryCount;
        private long erasedCount;
        private long differenceCount;
        private long nextSeq = 1;

        Checking(Map<Long, byte[]> keys) {
            this.keys = keys;
        }

        Verification check(Connection connection) throws SQLException {
            try (PreparedStatement batches =
                            connection.prepareStatement(
                                    "select number, recorded_at, first_seq, entries, hash from"
                                            + " batch order by number");
                    PreparedStatement entries =
                            connection.prepareStatement(
                                    "select seq, kind, person, counterparty, source, id, signal,"
                                            + " value_micro, happened_at, reference, batch, digest,"
                                            + " salt, blanked_by from entry order by seq")) {
                batches.setFetchSize(FETCHED);
                entries.setFetchSize(FETCHED);
                try (ResultSet batch = batches.executeQuery();
                        ResultSet entry = entries.executeQuery()) {
                    boolean more = entry.next();
                    while (batch.next()) {
                        ofBatch.clear();
                        while (more && entry.getLong(11) == batch.getLong(1)) {
                            entry(entry);
                            more = entry.next();
                        }
                        batch(batch);
                    }
                    if (more) {
                        differ("entry " + entry.getLong(1) + " belongs to no batch in its place");
                    }
                }
            }
            blanked.forEach(this::blanking);
            return new Verification(
                    batchCount, entryCount, erasedCount, differences, differenceCount);
        }

        private void batch(ResultSet batch) throws SQLException {
            batchCount++;
            long number = batch.getLong(1);
            Instant at = batch.getObject(2, OffsetDateTime.class).toInstant();
            if (number != batchCount) {
                differ("batch " + batchCount + " is missing before " + number);
                batchCount = number;
            }
            if (batch.getInt(4) != ofBatch.size() || batch.getLong(3) != nextSeq - ofBatch.size()) {
                differ("batch " + number + " has not the entries that it had");
            }
            byte[] expected = digests.chain(hash, number, at, ofBatch);
            byte[] found = batch.getBytes(5);
            if (!Arrays.equals(expected, found)) {
                differ("batch " + number + " does not fit the chain");
            }
            // What is written is gone on from, so that one change is not reported for ever after.
            hash = found;
        }

        private void entry(ResultSet entry) throws SQLException {
            entryCount++;
            Row row = Store.row(entry);
            if (row.seq() != nextSeq) {
                differ("entry " + nextSeq + " is missing before " + row.seq());
            }
            nextSeq = row.seq() + 1;
            byte[] digest = entry.getBytes(12);
            ofBatch.add(digest);
            byte[] person = key(row.person());
            byte[] counterparty = key(row.counterparty());
            boolean erased =
                    (row.person() != Row.NOBODY && person.length == 0)
                            || (row.counterparty() != Row.NOBODY && counterparty.length == 0);
            long blankedBy = entry.getLong(14);
            if (row.kind() == Kind.ERASED) {
                erasures.add(row.seq());
            }
            if (erased || blankedBy > 0) {
                erasedCount++;
                blanked.merge(blankedBy, 1L, Long::sum);
                if (row.source() != null || row.id() != null || row.signal() != null) {
                    differ("entry " + row.seq() + " should be erased and is not");
                }
                return;
            }
            byte[] salt = entry.getBytes(13);
            byte[] expected = digests.of(row, person, counterparty, salt == null ? NONE : salt);
            if (!Arrays.equals(digest, expected)) {
                differ("entry " + row.seq() + " is not as it was recorded");
            } else if (row.kind() == Kind.EXPIRED) {
                expiries.put(row.seq(), row.valueMicro());
            }
        }

        /// Content may be missing only where an entry says that it was destroyed, and an entry that
        /// says how many has destroyed so many.
        private void blanking(long by, long count) {
            Long stated = expiries.get(by);
            if (stated != null && stated != count) {
                differ("entry " + by + " says that " + stated + " expired, and " + count + " have");
            } else if (stated == null && by > 0 && !erasures.contains(by)) {
                differ(count + " entries are blank, by no entry that erases");
            }
        }

        private byte[] key(long person) {
            return keys.getOrDefault(person, new byte[0]);
        }

        private void differ(String what) {
            differenceCount++;
            if (differences.size() < MOST_LISTED) {
                differences.add(what);
            }
        }
    }
}
