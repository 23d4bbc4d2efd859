package glasshouse.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// How DuckDB is run here: in memory, with no more than it needs.
final class DuckDb {
    private static final String MEMORY_LIMIT = "2GB";

    private DuckDb() {}

    /// Settings of any database: nothing is fetched, and little kept.
    static Map<String, String> settings(int threads) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("threads", Integer.toString(threads));
        settings.put("memory_limit", MEMORY_LIMIT);
        settings.put("temp_directory", System.getProperty("java.io.tmpdir", "."));
        settings.put("preserve_insertion_order", "false");
        settings.put("autoinstall_known_extensions", "false");
        settings.put("autoload_known_extensions", "false");
        settings.put("allow_community_extensions", "false");
        return settings;
    }

    /// Statements after which no file but this one can be reached.
    static List<String> lock(Path file) {
        return List.of(
                "SET allowed_paths = ["
                        + Sql.text(file.toAbsolutePath().normalize().toString())
                        + "]",
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    /// A database for a short question.
    static Connection open() throws SQLException {
        var properties = new Properties();
        properties.putAll(settings(1));
        return DriverManager.getConnection("jdbc:duckdb:", properties);
    }
}
