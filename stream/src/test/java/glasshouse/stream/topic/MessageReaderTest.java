package glasshouse.stream.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a message holds, it becomes an entry or a dead letter that says why.
class MessageReaderTest {
    private static final String EVENT =
            """
            {"specversion": "1.0", "source": "bank", "id": "1", "type": "paid",
             "subject": "ann", "time": "2026-03-01T12:00:00Z"}
            """;

    private final MessageReader reader = new MessageReader();

    @Test
    void aCloudEventIsRead() {
        var read = assertInstanceOf(Message.Read.class, read(EVENT));
        assertEquals("1", read.entry().name().id());
    }

    @ParameterizedTest
    @CsvSource({
        "not json, GH-EVENT-003",
        "[], GH-EVENT-004",
        "'{\"specversion\": \"1.0\"}', GH-EVENT-005",
        "'', GH-EVENT-004"
    })
    void whatIsNoEventIsADeadLetterWithItsReason(String value, String code) {
        var letter = assertInstanceOf(Message.DeadLetter.class, read(value));
        assertEquals(code, letter.code(), letter.reason());
        assertEquals("events-0@7", letter.where());
        assertEquals(value, new String(letter.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aMessageWithoutAValueIsADeadLetter() {
        assertInstanceOf(Message.DeadLetter.class, reader.read(null, "events-0@7", 0));
    }

    @Test
    void brokenUtf8IsADeadLetter() {
        byte[] bytes = EVENT.getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xff;
        var letter =
                assertInstanceOf(Message.DeadLetter.class, reader.read(bytes, "events-0@7", 0));
        assertEquals("GH-EVENT-002", letter.code());
    }

    @Test
    void aMessageBeyondAMebibyteIsADeadLetter() {
        var bytes = new byte[(1 << 20) + 1];
        Arrays.fill(bytes, (byte) ' ');
        var letter =
                assertInstanceOf(Message.DeadLetter.class, reader.read(bytes, "events-0@7", 0));
        assertEquals("GH-EVENT-001", letter.code());
    }

    @Test
    void aRecordFromTheFutureDoesNotMoveTheTime() {
        Message message =
                reader.read(EVENT.getBytes(StandardCharsets.UTF_8), "events-0@7", 1_000_000);
        assertEquals(1_000_000, message.timeMillis());
        assertTrue(reader.read(null, "events-0@7", 0).timeMillis() < 0);
    }

    private Message read(String value) {
        return reader.read(value.getBytes(StandardCharsets.UTF_8), "events-0@7", 0);
    }
}
