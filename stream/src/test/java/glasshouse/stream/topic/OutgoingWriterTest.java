package glasshouse.stream.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.name.Aside;
import glasshouse.stream.name.Why;
import glasshouse.stream.person.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What goes out, to the letter: others read it.
class OutgoingWriterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private final OutgoingWriter writer = writer();

    private static OutgoingWriter writer() {
        try {
            String text = Files.readString(Path.of("..", "examples", "lender", "lender.yaml"));
            var texts = new SchemeTexts("lender.yaml", text, Map.of());
            return new OutgoingWriter(new Topics("events", "scores"), texts.plan());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void aScoreHasItsDayItsBandAndItsParts() throws IOException {
        var score =
                new Result.Published(
                        "ann",
                        DAY,
                        665_000_000,
                        "yellow",
                        List.of(35_500_000L, 0L, 30_000_000L, -500_000L),
                        "example-lender",
                        "1.0");
        assertEquals(
                "scores ann {\"person\":\"ann\",\"day\":\"2026-03-31\",\"score\":665,"
                        + "\"band\":\"yellow\",\"partials\":{\"paying\":35.5,\"learning\":0,"
                        + "\"standing\":30,\"troubles\":-0.5},\"scheme\":\"example-lender\","
                        + "\"version\":\"1.0\"}",
                text(writer.write(score)));
    }

    @Test
    void whoIsGoneHasNoValue() throws IOException {
        assertNull(writer.write(new Result.Gone("ann")).value());
    }

    @Test
    void aChangeOfBandAndAStepOfAListAreMoves() throws IOException {
        assertEquals(
                "scores.moves ann {\"person\":\"ann\",\"day\":\"2026-03-31\","
                        + "\"move\":\"band\",\"from\":\"amber\",\"to\":\"yellow\"}",
                text(writer.write(new Result.BandChange("ann", DAY, "amber", "yellow"))));
        assertEquals(
                "scores.moves ann {\"person\":\"ann\",\"day\":\"2026-03-31\","
                        + "\"move\":\"entered\",\"list\":\"prepay\"}",
                text(writer.write(new Result.ListMove("ann", DAY, "prepay", Result.Move.ENTERED))));
    }

    @Test
    void whatIsSetAsideMayBeSentAgain() throws IOException {
        Outgoing aside =
                writer.write(
                        new Aside(
                                new Retraction(new EventName("bank", "1"), Instant.EPOCH),
                                Why.UNMATCHED));
        assertEquals("scores.aside", aside.topic());
        assertEquals("GH-STREAM-002", aside.headers().get("code"));
    }

    private static String text(Outgoing message) {
        byte[] value = message.value();
        return message.topic()
                + " "
                + new String(message.key(), StandardCharsets.UTF_8)
                + " "
                + (value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }
}
