package glasshouse.stream.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.stream.name.Aside;
import glasshouse.stream.name.AsideForm;
import glasshouse.stream.name.Booking;
import glasshouse.stream.name.BookingForm;
import glasshouse.stream.name.NameCase;
import glasshouse.stream.name.NameCaseForm;
import glasshouse.stream.name.Why;
import glasshouse.stream.person.PersonState;
import glasshouse.stream.person.PersonStateForm;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.ResultForm;
import glasshouse.testkit.Choices;
import glasshouse.testkit.Property;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/// What is written is read again, and what this release's savepoints hold stays readable.
class FormTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void entriesAreReadAsTheyWereWritten() {
        holds("entries", new EntryForm(), FormTest::entry);
    }

    @Test
    void bookingsAreReadAsTheyWereWritten() {
        holds(
                "bookings",
                new BookingForm(),
                choices -> new Booking(event(choices), false, choices.bool()));
    }

    @Test
    void whatIsSetAsideIsReadAsItWasWritten() {
        holds(
                "aside",
                new AsideForm(),
                choices -> new Aside(entry(choices), choices.oneOf(List.of(Why.values()))));
    }

    @Test
    void casesAreReadAsTheyWereWritten() {
        holds("cases", new NameCaseForm(), FormTest::nameCase);
    }

    @Test
    void personsAreReadAsTheyWereWritten() {
        holds("persons", new PersonStateForm(), FormTest::person);
    }

    @Test
    void resultsAreReadAsTheyWereWritten() {
        holds("results", new ResultForm(), FormTest::result);
    }

    /// Such bytes lie in savepoints. A change of them needs a new version that still reads these.
    @Test
    void versionOneStaysReadable() throws IOException {
        var kept = new NameCase(Optional.of(paid()), false, false, NOON.toEpochMilli());
        assertEquals(
                "010180a8a8949567000462616e6b016180a9a19a0d00"
                        + "03616e6e00047061696480897a80a9a19a0d0000",
                HexFormat.of().formatHex(write(new NameCaseForm(), kept)));
        var person =
                new PersonState(
                        7,
                        20_000,
                        20_002,
                        3,
                        Optional.of(new PersonState.Last(20_001, 600_000_000, 2)),
                        List.of(new PersonState.ListDays(-1, -1)),
                        new byte[] {0},
                        List.of(new PersonState.OpenDay(20_001, new byte[] {0})));
        assertEquals(
                "01"
                        + "00000007c0b802c4b80203a29c0180989abc0402"
                        + "010101"
                        + "0100"
                        + "01a19c010100",
                HexFormat.of().formatHex(write(new PersonStateForm(), person)));
    }

    @Test
    void aNewerVersionIsRefusedWithWhatToDo() throws IOException {
        byte[] bytes = write(new EntryForm(), paid());
        bytes[0] = 2;
        var refused =
                assertThrows(
                        IOException.class,
                        () ->
                                new FormSerializer<>(new EntryForm())
                                        .deserialize(new DataInputDeserializer(bytes)));
        assertTrue(String.valueOf(refused.getMessage()).contains("resume with"));
    }

    @Test
    void aSavepointRemembersTheForm() throws IOException {
        var serializer = new FormSerializer<>(new EntryForm());
        var out = new DataOutputSerializer(64);
        serializer.snapshotConfiguration().writeSnapshot(out);
        var restored = new FormSnapshot<Entry>();
        restored.readSnapshot(
                1,
                new DataInputDeserializer(out.getCopyOfBuffer()),
                FormTest.class.getClassLoader());
        assertEquals(serializer, restored.restoreSerializer());
        assertTrue(
                serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(restored)
                        .isCompatibleAsIs());
    }

    private static <T> void holds(String name, Form<T> form, Function<Choices, T> value) {
        Property.check(
                name,
                500,
                choices -> {
                    T written = value.apply(choices);
                    byte[] bytes = write(form, written);
                    var in = new DataInputDeserializer(bytes);
                    T read = new FormSerializer<>(form).deserialize(in);
                    assertEquals(0, in.available());
                    assertArrayEquals(bytes, write(form, read));
                    assertEquals(
                            written.toString().replaceAll("@\\w+", ""),
                            read.toString().replaceAll("@\\w+", ""));
                });
    }

    private static <T> byte[] write(Form<T> form, T value) throws IOException {
        var out = new DataOutputSerializer(64);
        new FormSerializer<>(form).serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static Event paid() {
        return new Event(
                new EventName("bank", "a"), "ann", null, "paid", 1_000_000, NOON, NOON, null);
    }

    private static Entry entry(Choices choices) {
        return choices.bool()
                ? event(choices)
                : new Retraction(new EventName(text(choices), text(choices)), instant(choices));
    }

    private static Event event(Choices choices) {
        return new Event(
                new EventName(text(choices), text(choices)),
                "p" + text(choices),
                choices.bool() ? "q" + text(choices) : null,
                text(choices),
                choices.longBetween(-Event.MOST_VALUE_MICRO, Event.MOST_VALUE_MICRO),
                instant(choices),
                instant(choices),
                choices.bool() ? text(choices) : null);
    }

    private static NameCase nameCase(Choices choices) {
        return new NameCase(
                choices.bool() ? Optional.of(event(choices)) : Optional.empty(),
                choices.bool(),
                choices.bool(),
                choices.longBetween(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static PersonState person(Choices choices) {
        return new PersonState(
                choices.intBetween(Integer.MIN_VALUE, Integer.MAX_VALUE),
                choices.intBetween(-1, 80_000),
                choices.intBetween(-1, 80_000),
                choices.longBetween(0, Long.MAX_VALUE),
                choices.bool()
                        ? Optional.of(
                                new PersonState.Last(
                                        choices.intBetween(0, 80_000),
                                        choices.longBetween(-1_000_000_000, 1_000_000_000),
                                        choices.intBetween(0, 9)))
                        : Optional.empty(),
                choices.listOf(
                        0,
                        3,
                        each ->
                                new PersonState.ListDays(
                                        each.intBetween(-1, 80_000), each.intBetween(-1, 80_000))),
                bytes(choices),
                choices.listOf(
                        0,
                        3,
                        each -> new PersonState.OpenDay(each.intBetween(0, 80_000), bytes(each))));
    }

    private static Result result(Choices choices) {
        LocalDate day = LocalDate.ofEpochDay(choices.intBetween(1, 80_000));
        return switch (choices.intBetween(0, 3)) {
            case 0 -> new Result.Gone(text(choices));
            case 1 -> new Result.BandChange(text(choices), day, text(choices), text(choices));
            case 2 ->
                    new Result.ListMove(
                            text(choices),
                            day,
                            text(choices),
                            choices.oneOf(List.of(Result.Move.values())));
            default ->
                    new Result.Published(
                            text(choices),
                            day,
                            choices.longBetween(-1_000_000_000, 1_000_000_000),
                            text(choices),
                            choices.listOf(0, 3, each -> each.longBetween(-1000, 1000)),
                            text(choices),
                            text(choices));
        };
    }

    private static byte[] bytes(Choices choices) {
        var bytes = new byte[choices.intBetween(0, 5)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) choices.intBetween(-128, 127);
        }
        return bytes;
    }

    private static String text(Choices choices) {
        return choices.oneOf(List.of("a", "bank", "é", "人", "a longer text than most"));
    }

    private static Instant instant(Choices choices) {
        return Instant.ofEpochSecond(
                choices.longBetween(100_000, 4_000_000_000L), choices.longBetween(0, 999_999_999));
    }
}
