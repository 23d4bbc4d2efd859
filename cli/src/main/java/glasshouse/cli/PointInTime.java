package glasshouse.cli;

import glasshouse.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An instant as somebody writes it: a date, which means the end of that day in the scheme's time
/// zone, or a time with its offset.
sealed interface PointInTime {
    record Day(LocalDate date) implements PointInTime {}

    record At(Instant instant) implements PointInTime {}

    /// The instant that is meant.
    default Instant in(ZoneId zone) {
        return switch (this) {
            case Day(LocalDate date) -> endOf(date, zone);
            case At(Instant instant) -> instant;
        };
    }

    /// The last microsecond of a day.
    static Instant endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    static PointInTime parse(String text) {
        PointInTime point;
        try {
            point =
                    text.length() == 10
                            ? new Day(LocalDate.parse(text))
                            : new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'%s' is no date such as 2026-03-31 and no time such as 2026-03-31T18:00:00Z"
                            .formatted(text),
                    wrong);
        }
        Instant instant = point.in(ZoneId.of("UTC"));
        if (instant.isBefore(Event.EARLIEST) || !instant.isBefore(Event.LATEST)) {
            throw new IllegalArgumentException(
                    "'%s' lies outside 1970-01-02 to 2199-12-31, the days of events"
                            .formatted(text));
        }
        return point;
    }

    /// Reads it from an option.
    final class Converter implements ITypeConverter<PointInTime> {
        @Override
        public PointInTime convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
