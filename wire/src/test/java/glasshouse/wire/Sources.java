package glasshouse.wire;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.testkit.Choices;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.value.CountedOccurrences;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files and entries for tests.
final class Sources {
    private static final List<String> NAMES =
            List.of("a", "p1", "00042", "Ännchen", "名前", "a,b", "\"q\"", " spaced ", "😀", "-");

    private Sources() {}

    /// Reads one file and checks that its tally is what the handler saw.
    static Collected read(String name, byte[] bytes) throws UnreadableException {
        return read(null, name, bytes);
    }

    static Collected read(String name, String text) throws UnreadableException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Collected read(@Nullable Mapping mapping, String name, byte[] bytes)
            throws UnreadableException {
        var found = new Collected();
        var reader = new EventReader(mapping, new CountedOccurrences());
        Tally tally =
                reader.read(new ByteArrayInputStream(bytes), name, EventFormat.of(name), found);
        if (tally.accepted() != found.entries.size()
                || tally.rejected() != found.rejections.size()) {
            throw new AssertionError(tally + " is not what was handed on");
        }
        return found;
    }

    /// Any entry that the wire can hold.
    static Entry entry(Choices choices) {
        var name = new EventName(name(choices), name(choices));
        if (choices.intBetween(0, 9) == 9) {
            return new Retraction(name, instant(choices));
        }
        Instant happenedAt = instant(choices);
        String person = name(choices);
        String other = name(choices);
        return new Event(
                name,
                person,
                choices.bool() && !other.equals(person) ? other : null,
                choices.oneOf(List.of("purchase", "bill.utility.paid-late", "x")),
                choices.longBetween(-Event.MOST_VALUE_MICRO, Event.MOST_VALUE_MICRO),
                happenedAt,
                choices.bool() ? instant(choices) : happenedAt,
                choices.bool() ? name(choices) : null);
    }

    private static String name(Choices choices) {
        return choices.oneOf(NAMES);
    }

    private static Instant instant(Choices choices) {
        long last = Event.LATEST.getEpochSecond() - 1;
        return Instant.ofEpochSecond(
                choices.longBetween(Event.EARLIEST.getEpochSecond(), last),
                choices.longBetween(0, 999_999) * 1_000);
    }
}
