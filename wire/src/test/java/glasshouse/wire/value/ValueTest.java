package glasshouse.wire.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glasshouse.event.Event;
import glasshouse.testkit.Property;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueTest {
    @Test
    void decimalsAreExact() throws Exception {
        assertEquals(12_500_000, Decimals.micro("12.5", "v"));
        assertEquals(-1, Decimals.micro("-0.000001", "v"));
        assertEquals(500_000_000_000L, Decimals.micro("5e+05", "v"));
        assertEquals(1_500_000, Decimals.micro("+1.500000000", "v"));
        assertEquals(2_000_000, Decimals.micro(" 2 ", "v"));
        assertEquals(500_000, Decimals.micro(".5", "v"));
        assertEquals(0, Decimals.micro("0e-40", "v"));
        assertEquals(Event.MOST_VALUE_MICRO, Decimals.micro("1000000000", "v"));
        for (String text :
                List.of(
                        "1000000000.000001",
                        "0.0000001",
                        "1e99",
                        "1e-7",
                        "1e999999999",
                        "--1",
                        "1,5",
                        "1.2.3",
                        "NaN",
                        "0x1F",
                        "",
                        "-",
                        ".",
                        "e5",
                        "1e",
                        "१",
                        "1_000")) {
            assertThrows(Refused.class, () -> Decimals.micro(text, "v"), text);
        }
    }

    @Test
    void decimalsAgreeWithBigDecimal() {
        Property.check(
                "the fast way is the slow way",
                2000,
                choices -> {
                    long micro =
                            choices.longBetween(-Event.MOST_VALUE_MICRO, Event.MOST_VALUE_MICRO);
                    var exact = BigDecimal.valueOf(micro, 6);
                    BigDecimal shortest = exact.stripTrailingZeros();
                    assertEquals(micro, Decimals.micro(exact.toPlainString(), "v"));
                    assertEquals(micro, Decimals.micro(shortest.toPlainString(), "v"));
                    assertEquals(micro, Decimals.micro(shortest.toString(), "v"));
                });
    }

    @Test
    void timestampsAgreeWithJavaTime() {
        Property.check(
                "RFC 3339 as java.time reads it",
                2000,
                choices -> {
                    Instant instant =
                            Instant.ofEpochSecond(
                                    choices.longBetween(200_000, 7_258_000_000L),
                                    choices.longBetween(0, 999_999_999));
                    var offset = ZoneOffset.ofTotalSeconds(choices.intBetween(-1079, 1079) * 60);
                    OffsetDateTime stated = instant.atOffset(offset);
                    String text = stated.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
                    choices.assume(stated.getSecond() != 0 || text.charAt(16) == ':');
                    assertEquals(
                            instant.truncatedTo(ChronoUnit.MICROS), Times.rfc3339(text, "time"));
                });
    }

    @Test
    void timestampsAreStrict() throws Exception {
        assertEquals(
                Instant.parse("2016-12-31T23:59:59Z"), Times.rfc3339("2016-12-31T23:59:60Z", "t"));
        assertEquals(
                Instant.parse("2024-02-29T12:00:00Z"), Times.rfc3339("2024-02-29 12:00:00z", "t"));
        for (String text :
                List.of(
                        "2023-02-29T00:00:00Z",
                        "2024-13-01T00:00:00Z",
                        "2024-01-01T24:00:00Z",
                        "2024-01-01",
                        "2024-01-01T00:00:00",
                        "2024-01-01T00:00:00+0100",
                        "2024-01-01T00:00:00.Z",
                        "2024-01-01T00:00Z",
                        "1969-12-31T00:00:00Z",
                        "24-01-01T00:00:00.00Z",
                        "2024-01-01T00:00:00+25:00",
                        "2024-1-01T00:00:00.00Z")) {
            assertThrows(Refused.class, () -> Times.rfc3339(text, "t"), text);
        }
    }

    @Test
    void datePatternsOfDigitsAgreeWithJavaTime() {
        String pattern = "dd.MM.yyyy HH:mm:ss";
        ZoneId zone = ZoneId.of("America/New_York");
        var ours = new DatePattern(pattern, zone);
        var theirs = DateTimeFormatter.ofPattern(pattern);
        Property.check(
                "digits in place as java.time reads them",
                2000,
                choices -> {
                    long second = choices.longBetween(200_000, 7_258_000_000L);
                    var local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
                    assertEquals(
                            local.atZone(zone).toInstant(), ours.read(theirs.format(local), "t"));
                });
    }

    @Test
    void aRefusalShowsShapes() {
        assertEquals("\"99/aa/99.?\"", Shape.of("31/ab/20.\u0000"));
        assertEquals("\"" + "a".repeat(32) + "…\"", Shape.of("x".repeat(100)));
    }

    @Test
    void recurringTextsAreOneInstance() {
        var recurring = new Recurring();
        String first = recurring.text(new String(new char[] {'a', 'b'}));
        assertSame(first, recurring.text(new String(new char[] {'a', 'b'})));
    }
}
