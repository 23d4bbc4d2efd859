package glasshouse.bureau.backup;

import glasshouse.bureau.Database;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One file that holds all tables as they were at one moment: a ZIP of [Contents] as JSON and of
/// each table in PostgreSQL's binary format of COPY.
///
/// It holds everything that the database does, keys included: whoever has it reads everybody's
/// data, and what was erased after it was made.
public final class Backup {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENTS = "contents.json";

    private Backup() {}

    /// Writes the database as it is at this moment, while it may go on being served.
    public static Contents write(Database database, OutputStream file)
            throws IOException, SQLException {
        try (Connection connection = database.connection();
                var zip = new ZipOutputStream(file)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                Contents contents = Contents.of(connection);
                zip.putNextEntry(new ZipEntry(CONTENTS));
                zip.write(JSON.writeValueAsBytes(contents));
                for (Contents.Table table : contents.tables()) {
                    zip.putNextEntry(new ZipEntry(table.name()));
                    long _ =
                            copying(connection)
                                    .copyOut(
                                            "copy " + table.sql() + " to stdout (format binary)",
                                            new Kept(zip));
                }
                return contents;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /// Puts a backup into an empty database, which is brought to the tables of the backup first and
    /// to this release's after. All of it or nothing.
    ///
    /// Throws `IllegalArgumentException` where the file is no backup or the database not empty.
    public static Contents restore(String url, InputStream file) throws IOException, SQLException {
        try (var zip = new ZipInputStream(file)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(CONTENTS)) {
                throw new IllegalArgumentException("The file is not a backup of a bureau.");
            }
            Contents contents = contents(zip);
            try (Database database = Database.emptyAt(url, contents.version())) {
                fill(database, contents, zip);
            }
            return contents;
        }
    }

    private static Contents contents(ZipInputStream zip) throws IOException {
        try {
            return JSON.readValue(zip.readAllBytes(), Contents.class);
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw new IllegalArgumentException("The backup's contents cannot be read.", damaged);
        }
    }

    private static void fill(Database database, Contents contents, ZipInputStream zip)
            throws IOException, SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                for (Contents.Table table : contents.tables()) {
                    ZipEntry entry = zip.getNextEntry();
                    if (entry == null || !entry.getName().equals(table.name())) {
                        throw new IllegalArgumentException("The backup breaks off; it is damaged.");
                    }
                    long _ =
                            copying(connection)
                                    .copyIn(
                                            "copy " + table.sql() + " from stdin (format binary)",
                                            new Left(zip));
                }
                goOnNumbering(connection);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /// Numbers that the database gives out go on after those that are there.
    private static void goOnNumbering(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                """
                                select format('select setval(pg_get_serial_sequence(%L, %L),
                                    coalesce(max(%I), 0) + 1, false) from %I',
                                    table_name, column_name, column_name, table_name)
                                from information_schema.columns
                                where table_schema = current_schema() and is_identity = 'YES'
                                """);
                ResultSet rows = select.executeQuery();
                Statement statement = connection.createStatement()) {
            while (rows.next()) {
                boolean _ = statement.execute(rows.getString(1));
            }
        }
    }

    private static org.postgresql.copy.CopyManager copying(Connection connection)
            throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /// A stream that stays open when a table has been written to it.
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /// A stream that stays open when a table has been read from it.
    private static final class Left extends FilterInputStream {
        Left(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The next table is read from it.
        }
    }
}
