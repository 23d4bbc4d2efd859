package glasshouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.scheme.Period;
import glasshouse.testkit.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Days and periods are those of the JDK's calendar.
class CalendarTest {
    @Test
    void everyInstantFallsOnTheLocalDate() {
        Property.check(
                "local day",
                5000,
                choices -> {
                    ZoneId zone =
                            ZoneId.of(
                                    choices.oneOf(
                                            List.of(
                                                    "UTC",
                                                    "Europe/Amsterdam",
                                                    "America/St_Johns",
                                                    "Pacific/Apia",
                                                    "Asia/Shanghai")));
                    var calendar = new Calendar(zone);
                    for (int i = 0; i < 5; i++) {
                        long micros = choices.longBetween(86_400_000_000L, 7_258_118_400_000_000L);
                        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
                        var local = instant.atZone(zone);
                        assertEquals(local.toLocalDate().toEpochDay(), calendar.day(instant));
                        assertEquals(
                                local.toLocalTime().toNanoOfDay() / 1000,
                                calendar.microsOfDay(micros));
                    }
                });
    }

    @Test
    void periodsAreThoseOfTheIsoCalendar() {
        Property.check(
                "periods",
                5000,
                choices -> {
                    LocalDate date = LocalDate.ofEpochDay(choices.intBetween(1, 84_000));
                    LocalDate other = date.plusDays(choices.intBetween(0, 40));
                    assertEquals(date.getYear() == other.getYear(), same(Period.YEAR, date, other));
                    assertEquals(
                            date.withDayOfMonth(1).equals(other.withDayOfMonth(1)),
                            same(Period.MONTH, date, other));
                    assertEquals(week(date).equals(week(other)), same(Period.WEEK, date, other));
                    assertEquals(date.equals(other), same(Period.DAY, date, other));
                });
    }

    private static LocalDate week(LocalDate date) {
        return date.with(WeekFields.ISO.dayOfWeek(), 1);
    }

    private static boolean same(Period period, LocalDate a, LocalDate b) {
        return Calendar.period(period, (int) a.toEpochDay())
                == Calendar.period(period, (int) b.toEpochDay());
    }
}
