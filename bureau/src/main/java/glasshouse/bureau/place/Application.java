package glasshouse.bureau.place;

import glasshouse.scheme.Period;
import glasshouse.scheme.Quota;
import glasshouse.scheme.Service;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// That somebody is eligible for a place, with the score by which they rank, until the period ends.
public record Application(Instant closes, int places, long scoreMicro) {
    /// The application that a decision makes; empty where the service gives places to all, or this
    /// person none.
    public static Optional<Application> of(
            Service service, boolean granted, Instant at, ZoneId zone, long scoreMicro) {
        Quota quota = service.quota();
        return quota == null || !granted
                ? Optional.empty()
                : Optional.of(
                        new Application(
                                closes(quota.period(), at, zone), quota.places(), scoreMicro));
    }

    /// The end of the period in which an instant lies.
    public static Instant closes(Period period, Instant at, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate next =
                switch (period) {
                    case DAY -> day.plusDays(1);
                    case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                    case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
                    case YEAR -> day.with(TemporalAdjusters.firstDayOfNextYear());
                };
        return next.atStartOfDay(zone).toInstant();
    }
}
