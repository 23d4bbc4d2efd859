package glasshouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Period;
import glasshouse.scheme.Reason;
import glasshouse.scheme.SharedLimit;
import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What points come to, by example. Every score is read from a statement, so it also adds up.
class ReadoutTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest(name = "10 points with half-life 180 d are {1} at age {0}")
    @CsvSource({"0, 10", "90, 7.071068", "180, 5", "360, 2.5", "540, 1.25"})
    void halfLife(int age, String points) {
        assertEquals(
                points,
                brought(
                        accrual(new Award.PerEvent(Micro.of(10)), new Fade.HalfLife(180)),
                        "2020-01-01",
                        age,
                        event("a", "2020-01-01", 0)));
    }

    @ParameterizedTest(name = "10 points with half-life 180 d that expire at 200 d are {1} at {0}")
    @CsvSource({"0, 10", "90, 7.071068", "180, 5", "199, 4.647235", "200, 0"})
    void halfLifeWithExpiry(int age, String points) {
        assertEquals(
                points,
                brought(
                        accrual(
                                accrued("a", new Award.PerEvent(Micro.of(10)))
                                        .fade(new Fade.HalfLife(180))
                                        .expires(200)),
                        "2020-01-01",
                        age,
                        event("a", "2020-01-01", 0)));
    }

    @ParameterizedTest(name = "10 points that fade linearly over 100 d are {1} at age {0}")
    @CsvSource({"0, 10", "1, 9.9", "50, 5", "99, 0.1", "100, 0", "5000, 0"})
    void linear(int age, String points) {
        assertEquals(
                points,
                brought(
                        accrual(new Award.PerEvent(Micro.of(10)), new Fade.Linear(100)),
                        "2020-01-01",
                        age,
                        event("a", "2020-01-01", 0)));
    }

    @Test
    void ageCountsAcrossALeapDay() {
        var accrual = accrual(new Award.PerEvent(Micro.of(10)), new Fade.Linear(366));
        assertEquals(
                "0",
                brought(accrual, "2020-01-01", 366, event("a", "2020-01-01", 0)),
                "2021-01-01");
    }

    @Test
    void theDayIsThatOfTheSchemesZone() {
        var accrual = accrual(new Award.PerEvent(Micro.of(10)), new Fade.Linear(10));
        var scheme = Fixture.scheme(List.of(accrual), ZoneId.of("Asia/Shanghai"));
        // 17:00Z on the 1st is already the 2nd in Shanghai
        Event event = at("a", "2020-01-01T17:00:00Z", 0);
        Statement statement =
                new Statements(Plan.of(scheme))
                        .of(Fixture.PERSON, List.of(event), Instant.parse("2020-01-02T15:59:59Z"));
        assertEquals(Micro.of(660), statement.scoreMicro());
    }

    @Test
    void pointsPerUnitFollowTheValue() {
        var accrual = accrual(new Award.PerUnit(Micro.parse("-1.5")), new Fade.Never());
        assertEquals("-6", brought(accrual, "2020-01-01", 0, event("a", "2020-01-01", 4)));
    }

    @Test
    void aLimitHoldsTheSumOfACalendarMonth() {
        var accrual =
                accrual(
                        accrued("a", new Award.PerEvent(Micro.of(4)))
                                .limit(new Limit(Micro.of(10), Period.MONTH)));
        assertEquals(
                "14",
                brought(
                        accrual,
                        "2020-01-31",
                        10,
                        event("a", "2020-01-05", 0),
                        event("a", "2020-01-06", 0),
                        event("a", "2020-01-31", 0),
                        event("a", "2020-02-01", 0)));
    }

    @Test
    void aLimitHoldsLossesToo() {
        var accrual =
                accrual(
                        accrued("a", new Award.PerEvent(Micro.of(-4)))
                                .limit(new Limit(Micro.of(10), Period.WEEK)));
        assertEquals(
                "-10",
                brought(
                        accrual,
                        "2024-01-01",
                        6,
                        event("a", "2024-01-01", 0),
                        event("a", "2024-01-03", 0),
                        event("a", "2024-01-07", 0)),
                "Monday to Sunday is one week");
    }

    @Test
    void aLimitCutsTheLatestSoThatAnEarlierLateArrivalTakesItsPlace() {
        var accrual =
                accrual(
                        accrued("a", new Award.PerEvent(Micro.of(10)))
                                .fade(new Fade.Linear(100))
                                .limit(new Limit(Micro.of(10), Period.MONTH)));
        Event late = event("a", "2020-01-21", 0);
        Event early = event("a", "2020-01-01", 0);
        assertEquals("9", brought(accrual, "2020-01-21", 10, late));
        assertEquals("7", brought(accrual, "2020-01-21", 10, late, early));
    }

    @Test
    void signalsShareALimit() {
        var signals =
                List.of(
                        accrued("a", new Award.PerEvent(Micro.of(4))).build(),
                        accrued("b", new Award.PerEvent(Micro.of(5))).build());
        var shared = new SharedLimit(List.of("a", "b"), new Limit(Micro.of(7), Period.YEAR));
        var accrual = characteristic(signals, List.of(shared));
        assertEquals(
                "7",
                brought(
                        accrual,
                        "2020-03-01",
                        0,
                        event("a", "2020-01-05", 0),
                        event("b", "2020-02-05", 0)));
    }

    @Test
    void floorAndCeilingHoldTheCharacteristicAtReadOutOnly() {
        var accrual =
                new Characteristic.Accrual(
                        "c",
                        "C",
                        new Reason("C", "C"),
                        List.of(
                                accrued("a", new Award.PerEvent(Micro.of(-40))).build(),
                                accrued("b", new Award.PerEvent(Micro.of(30))).build()),
                        List.of(),
                        Micro.of(-50),
                        Micro.of(50));
        Event fall = event("a", "2020-01-01", 0);
        Event again = event("a", "2020-01-02", 0);
        Event rise = event("b", "2020-01-03", 0);
        assertEquals("-50", brought(accrual, "2020-01-03", 0, fall, again));
        assertEquals("-50", brought(accrual, "2020-01-03", 0, fall, again, rise));
    }

    @Test
    void pendingPointsCountFromTheirOwnDayOnceConfirmed() {
        var accrual =
                accrual(
                        accrued("a", new Award.PerEvent(Micro.of(10)))
                                .fade(new Fade.Linear(100))
                                .pending(new Pending("b", 30)));
        Event done = referring(event("a", "2020-01-01", 0), "job 1");
        Event confirmed = referring(event("b", "2020-01-11", 0), "job 1");
        Event other = referring(event("b", "2020-01-11", 0), "job 2");
        Event late = referring(event("b", "2020-02-11", 0), "job 1");
        assertEquals("9", brought(accrual, "2020-01-11", 0, done, confirmed));
        assertEquals("9", brought(accrual, "2020-01-11", 0, confirmed, done));
        assertEquals("0", brought(accrual, "2020-01-11", 0, done, other));
        assertEquals("0", brought(accrual, "2020-02-11", 0, done, late));
    }

    @ParameterizedTest(name = "the {0} over {1} days is put in bin {2}")
    @CsvSource({
        "COUNT, 0, 3",
        "COUNT, 10, 2",
        "SUM, 0, 6",
        "MEAN, 0, 2",
        "MIN, 0, 1",
        "MAX, 0, 3",
        "LAST, 0, 2",
        "TIME_SINCE_FIRST, 0, 20",
        "TIME_SINCE_FIRST, 10, 9",
        "TIME_SINCE_LAST, 0, 5",
        "DISTINCT_SOURCES, 0, 1",
    })
    void binned(Measure measure, int window, int expected) {
        var attributes = new ArrayList<Attribute>();
        for (int i = 1; i <= 25; i++) {
            attributes.add(new Attribute(Micro.of(i), Micro.of(i - 1), null));
        }
        attributes.add(new Attribute(Long.MAX_VALUE, Micro.of(99), null));
        var binned =
                new Characteristic.Binned(
                        "c",
                        "C",
                        new Reason("C", "C"),
                        measure,
                        List.of("a"),
                        List.of(),
                        false,
                        window,
                        attributes,
                        new Attribute(0, Micro.of(-1), null));
        assertEquals(
                Integer.toString(expected),
                brought(
                        binned,
                        "2020-01-21",
                        0,
                        event("a", "2020-01-01", 1),
                        event("a", "2020-01-12", 3),
                        event("a", "2020-01-16", 2)));
    }

    private record Draft(
            String signal,
            Award award,
            Fade fade,
            int expires,
            List<Limit> limits,
            @org.jspecify.annotations.Nullable Pending pending) {
        Draft fade(Fade next) {
            return new Draft(signal, award, next, expires, limits, pending);
        }

        Draft expires(int days) {
            return new Draft(signal, award, fade, days, limits, pending);
        }

        Draft limit(Limit limit) {
            return new Draft(signal, award, fade, expires, List.of(limit), pending);
        }

        Draft pending(Pending next) {
            return new Draft(signal, award, fade, expires, limits, next);
        }

        Accrued build() {
            return new Accrued(signal, award, null, fade, expires, limits, pending);
        }
    }

    private static Draft accrued(String signal, Award award) {
        return new Draft(signal, award, new Fade.Never(), 0, List.of(), null);
    }

    private static Characteristic.Accrual accrual(Award award, Fade fade) {
        return accrual(accrued("a", award).fade(fade));
    }

    private static Characteristic.Accrual accrual(Draft draft) {
        return characteristic(List.of(draft.build()), List.of());
    }

    private static Characteristic.Accrual characteristic(
            List<Accrued> signals, List<SharedLimit> shared) {
        return new Characteristic.Accrual(
                "c", "C", new Reason("C", "C"), signals, shared, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static Event event(String signal, String date, int value) {
        return at(signal, date + "T12:00:00Z", value);
    }

    private static Event at(String signal, String instant, int value) {
        Instant happened = Instant.parse(instant);
        return new Event(
                new EventName("source", signal + instant),
                Fixture.PERSON,
                null,
                signal,
                Micro.of(value),
                happened,
                happened,
                null);
    }

    private static Event referring(Event event, String reference) {
        return new Event(
                event.name(),
                event.person(),
                null,
                event.signal(),
                event.valueMicro(),
                event.happenedAt(),
                event.recordedAt(),
                reference);
    }

    /// What a characteristic brings so many days after a date, read from a statement.
    private static String brought(
            Characteristic characteristic, String date, int age, Event... events) {
        var scheme = Fixture.scheme(List.of(characteristic), UTC);
        Instant asOf = LocalDate.parse(date).plusDays(age).atTime(23, 0).toInstant(ZoneOffset.UTC);
        Statement statement =
                new Statements(Plan.of(scheme)).of(Fixture.PERSON, List.of(events), asOf);
        long brought =
                statement.lines().stream()
                        .filter(line -> line.characteristic().equals("c"))
                        .mapToLong(glasshouse.statement.Line::pointsMicro)
                        .sum();
        return Micro.format(brought);
    }
}
