package glasshouse.bureau.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class ClusterTest {
    @Test
    void dataOutliveTheProcessAndItLeavesNoneBehind() throws Exception {
        Path folder = Shared.folder();
        long pid;
        try (Cluster first = Cluster.start(folder, Shared.cache())) {
            pid = first.pid();
            ask(first, "create table kept as select 42 as answer; select 1");
        }
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        try (Cluster second = Cluster.start(folder, Shared.cache())) {
            assertEquals("42", ask(second, "select answer from kept"));
        }
    }

    @Test
    void itIsAsDurableAsPostgresCanBe() throws Exception {
        try (Cluster cluster = Cluster.start(Shared.folder(), Shared.cache())) {
            for (String setting :
                    new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertEquals("on", ask(cluster, "show " + setting), setting);
            }
        }
    }

    @Test
    void aFolderServesOneProcess() throws Exception {
        Path folder = Shared.folder();
        try (Cluster first = Cluster.start(folder, Shared.cache())) {
            var refused =
                    assertThrows(IOException.class, () -> Cluster.start(folder, Shared.cache()));
            assertTrue(String.valueOf(refused.getMessage()).contains("--data-dir"));
            assertEquals("1", ask(first, "select 1"));
        }
    }

    private static String ask(Cluster cluster, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(cluster.url());
                var statement = connection.createStatement()) {
            for (String each : sql.split("; ", -1)) {
                if (statement.execute(each) && sql.endsWith(each)) {
                    ResultSet row = statement.getResultSet();
                    row.next();
                    return row.getString(1);
                }
            }
        }
        return "";
    }
}
