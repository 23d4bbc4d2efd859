package glasshouse.statement;

import glasshouse.event.EventName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a statement. `thenMicro` is what an event brought on its day, `pointsMicro` what is
/// left of it today; other lines have the same in both.
public record Line(
        Kind kind,
        String characteristic,
        String signal,
        @Nullable Instant happenedAt,
        @Nullable EventName event,
        long thenMicro,
        long pointsMicro,
        String text) {
    /// What a line is about.
    public enum Kind {
        /// The initial score of the scheme.
        OPENING,
        /// An event and what it brings today.
        EVENT,
        /// An event that waits for its confirmation and brings nothing yet.
        PENDING,
        /// What a limit cut off in one period.
        LIMIT,
        /// What the floor of a characteristic, or of the scale, gave back.
        FLOOR,
        /// What the ceiling of a characteristic, or of the scale, cut off.
        CEILING,
        /// The bin that applies to a measured window.
        ATTRIBUTE,
        /// What others' ratings brought.
        RATING,
        /// What contacts brought.
        CONTACTS,
        /// What rounding to the published step left.
        ROUNDING
    }

    static Line of(Kind kind, String characteristic, long pointsMicro, String text) {
        return new Line(kind, characteristic, "", null, null, pointsMicro, pointsMicro, text);
    }

    static Line of(Kind kind, String characteristic, Event event, Points points) {
        return new Line(
                kind,
                characteristic,
                event.event().signal(),
                event.event().happenedAt(),
                event.event().name(),
                points.thenMicro(),
                points.nowMicro(),
                event.text());
    }

    /// An event and what happened, in words.
    record Event(glasshouse.event.Event event, String text) {}

    /// Points on the day itself and today.
    record Points(long thenMicro, long nowMicro) {}
}
