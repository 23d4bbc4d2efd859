package glasshouse.bureau.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One line of JSON for each thing worth an operator's eye: `at`, `level`, `logger`, `message`, and
/// `failure` with the kinds and places of what was thrown.
///
/// A library may put whatever it was given into a message: the value that a row violates, the line
/// that it could not parse. So a library's message is not kept, but for the patterns of two that
/// say what an operator needs, and of what was thrown the message is not.
public final class Lines extends EncoderBase<ILoggingEvent> {
    private static final String OURS = "glasshouse";
    private static final List<String> PATTERNS = List.of("com.zaxxer.hikari", "org.flywaydb");
    private static final int MOST_FRAMES = 12;
    private static final byte[] NOTHING = {};
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("at", Instant.ofEpochMilli(event.getTimeStamp()).toString());
            json.writeStringProperty("level", event.getLevel().toString());
            json.writeStringProperty("logger", event.getLoggerName());
            json.writeStringProperty("message", message(event));
            List<String> failure = places(event.getThrowableProxy());
            if (!failure.isEmpty()) {
                json.writeName("failure");
                json.writeStartArray();
                failure.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String message(ILoggingEvent event) {
        String logger = event.getLoggerName();
        boolean pattern = PATTERNS.stream().anyMatch(logger::startsWith);
        @Nullable String message =
                logger.startsWith(OURS)
                        ? event.getFormattedMessage()
                        : pattern ? event.getMessage() : null;
        return message == null ? "a library's message, which may quote data" : message;
    }

    /// What was thrown, for what, and where.
    private static List<String> places(@Nullable IThrowableProxy thrown) {
        var places = new ArrayList<String>();
        for (IThrowableProxy each = thrown; each != null; each = each.getCause()) {
            places.add(each.getClassName());
            int left = MOST_FRAMES;
            for (StackTraceElementProxy frame : each.getStackTraceElementProxyArray()) {
                if (left-- > 0) {
                    places.add(frame.getSTEAsString());
                }
            }
        }
        return places;
    }
}
