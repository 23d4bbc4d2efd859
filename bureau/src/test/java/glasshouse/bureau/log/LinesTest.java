package glasshouse.bureau.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LinesTest {
    private static JsonNode line(String logger, @Nullable Throwable thrown) {
        var event =
                new LoggingEvent(
                        "here",
                        new LoggerContext().getLogger(logger),
                        Level.WARN,
                        "cannot take \"{}\"",
                        thrown,
                        new Object[] {"Ann Smith"});
        String line = new String(new Lines().encode(event), StandardCharsets.UTF_8);
        assertTrue(line.endsWith("}\n") && line.indexOf('\n') == line.length() - 1, line);
        return new JsonMapper().readTree(line);
    }

    @Test
    void aLibrarysMessageIsNotKept() {
        assertFalse(line("org.library", null).toString().contains("cannot"));
        assertEquals(
                "cannot take \"{}\"", line("com.zaxxer.hikari", null).get("message").asString());
        assertEquals(
                "cannot take \"Ann Smith\"",
                line("glasshouse.bureau", null).get("message").asString());
    }

    @Test
    void ofAFailureKindsAndPlacesAreKeptAndMessagesAreNot() {
        var cause = new SQLException("Key (name)=(Ann Smith) already exists");
        JsonNode line = line("org.library", new IllegalStateException("for Ann Smith", cause));
        assertFalse(line.toString().contains("Ann"), line.toString());
        assertEquals("java.lang.IllegalStateException", line.get("failure").get(0).asString());
        assertTrue(line.toString().contains("java.sql.SQLException"));
        assertTrue(line.toString().contains("LinesTest"));
    }
}
