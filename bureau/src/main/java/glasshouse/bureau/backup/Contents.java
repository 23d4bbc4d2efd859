package glasshouse.bureau.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a backup says of itself: the version of the tables that it was made from, where the ledger
/// ended, and each table with its columns.
public record Contents(String version, long batches, String chain, List<Table> tables) {
    /// A table and its columns, in the order in which a row has them.
    public record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
            for (String each : columns) {
                requireName(each);
            }
            requireName(name);
        }

        /// As COPY has it.
        String sql() {
            return name + " (" + String.join(", ", columns) + ")";
        }

        private static void requireName(String name) {
            if (!name.matches("[a-z_]{1,63}")) {
                throw new IllegalArgumentException("a table or column has an impossible name");
            }
        }
    }

    public Contents {
        tables = List.copyOf(tables);
    }

    /// What a database has in it now, all tables but Flyway's own.
    static Contents of(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        for (String name :
                texts(
                        connection,
                        """
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                            and table_name <> 'flyway_schema_history'
                        order by table_name
                        """)) {
            tables.add(new Table(name, columns(connection, name)));
        }
        String version =
                texts(
                                connection,
                                """
                                select version from flyway_schema_history
                                where success order by installed_rank desc limit 1
                                """)
                        .getFirst();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select number, hash from batch order by number desc limit 1");
                ResultSet last = select.executeQuery()) {
            boolean any = last.next();
            return new Contents(
                    version,
                    any ? last.getLong(1) : 0,
                    any ? HexFormat.of().formatHex(last.getBytes(2)) : "",
                    tables);
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select column_name from information_schema.columns
                        where table_schema = current_schema() and table_name = ?
                        order by ordinal_position
                        """)) {
            select.setString(1, table);
            return texts(select);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return texts(select);
        }
    }

    private static List<String> texts(PreparedStatement select) throws SQLException {
        var texts = new ArrayList<String>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
