package glasshouse.bureau.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Settings;
import glasshouse.document.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsReaderTest {
    @Test
    void aFlagGoesBeforeTheEnvironmentBeforeTheFile() {
        var reader =
                new SettingsReader(
                        Map.of("GLASSHOUSE_PORT", "2", "GLASSHOUSE_HOST", "::1", "HOME", "/h"));
        reader.file("b.yaml", "port: 1\nhost: localhost\ndata-dir: /srv/bureau\n");
        Settings settings = reader.read(Map.of("port", "3"), List.of()).orElseThrow();
        assertEquals(3, settings.port());
        assertEquals("::1", settings.host());
        assertEquals(Path.of("/srv/bureau"), settings.dataFolder());
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var reader = new SettingsReader(Map.of("GLASSHOUSE_DATABASE_URL", "postgres://x"));
        reader.file("b.yaml", "port: many\nissuer: http://id\nprot: 1\naudience: [a, b]\n");
        Map<String, String> flags = Map.of("person-rate", "-1", "rate", "1");
        assertTrue(reader.read(flags, List.of()).isEmpty());
        List<String> codes = reader.problems().stream().map(Problem::code).toList();
        assertEquals(
                List.of(
                        "GH-CONFIG-002",
                        "GH-CONFIG-004",
                        "GH-CONFIG-004",
                        "GH-CONFIG-004",
                        "GH-CONFIG-004",
                        "GH-CONFIG-004",
                        "GH-CONFIG-002",
                        "GH-CONFIG-004"),
                codes.stream().toList(),
                reader.problems().toString());
    }
}
