package glasshouse.bureau.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in PostgreSQL's binary format for COPY, the way in that costs least.
///
/// Layout: a header of 19 bytes; for each row the number of columns (16 bits), then for each column
/// its length (32 bits, -1 for null) and its bytes in network order; -1 (16 bits) at the end.
final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final String INTO_ENTRY =
            "copy entry (seq, batch, kind, person, counterparty, source, id, signal, value_micro,"
                    + " happened_at, reference, name_hash, salt, digest) from stdin"
                    + " (format binary)";
    private static final int COLUMNS = 14;
    private static final int MOST_ROW_BYTES = 8 * 1024;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 20);

    void start() {
        bytes.clear();
        bytes.put(HEADER);
    }

    void add(Row row, long batch, Seal seal) {
        if (bytes.remaining() < MOST_ROW_BYTES) {
            bytes =
                    ByteBuffer.wrap(Arrays.copyOf(bytes.array(), bytes.capacity() * 2))
                            .position(bytes.position());
        }
        bytes.putShort((short) COLUMNS);
        put(row.seq());
        put(batch);
        bytes.putInt(2).putShort(row.kind().number());
        putOrNull(row.person());
        putOrNull(row.counterparty());
        put(row.source());
        put(row.id());
        put(row.signal());
        if (row.kind().hasAmount()) {
            put(row.valueMicro());
            put(row.happenedMicros());
        } else {
            bytes.putInt(-1).putInt(-1);
        }
        put(row.reference());
        putOrNull(row.nameHash());
        bytes.putInt(seal.salt().length).put(seal.salt());
        bytes.putInt(seal.digest().length).put(seal.digest());
    }

    /// Sends the rows within the connection's transaction.
    void copy(Connection connection) throws SQLException {
        bytes.putShort((short) -1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(INTO_ENTRY);
        try {
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void put(long value) {
        bytes.putInt(8).putLong(value);
    }

    private void putOrNull(long value) {
        if (value == 0) {
            bytes.putInt(-1);
        } else {
            put(value);
        }
    }

    private void put(@Nullable String text) {
        if (text == null) {
            bytes.putInt(-1);
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.putInt(utf8.length).put(utf8);
        }
    }
}
