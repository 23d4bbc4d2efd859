package glasshouse.account;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Header;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Period;
import glasshouse.scheme.RatingMethod;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import glasshouse.scheme.Signal;
import glasshouse.scheme.Terms;
import glasshouse.testkit.Choices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Random schemes and lives for properties.
public final class Fixture {
    public static final String PERSON = "ann";
    public static final Instant START = Instant.parse("2014-02-20T00:00:00Z");
    private static final int TEN_YEARS = 3652;
    private static final List<String> SIGNALS = List.of("a", "b", "c", "d");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Amsterdam", "Asia/Shanghai", "America/New_York");

    private Fixture() {}

    public static Scheme scheme(List<Characteristic> characteristics, ZoneId zone) {
        var signals =
                SIGNALS.stream()
                        .map(
                                name ->
                                        new Signal(
                                                name,
                                                name,
                                                "credit",
                                                "days",
                                                Nature.CONDUCT,
                                                Gravity.NEUTRAL,
                                                null))
                        .toList();
        var header =
                new Header("random", "1", "Random", "", Realm.SYNTHETIC, LocalDate.EPOCH, zone);
        var terms =
                new Terms(Set.of(), Set.of(), 0, Terms.Enrolment.CONSENT, null, "", "", List.of());
        var scale = new Scale(Micro.of(350), Micro.of(650), Micro.of(950), Micro.ONE);
        var bands =
                List.of(
                        new Band("red", "Red", Micro.of(350), "#b2182b"),
                        new Band("green", "Green", Micro.of(700), "#1a9850"));
        return new Scheme(
                header,
                terms,
                scale,
                bands,
                signals,
                characteristics,
                List.of(),
                List.of(),
                Map.of());
    }

    public static Scheme scheme(Choices choices) {
        var characteristics = new ArrayList<Characteristic>();
        int count = choices.intBetween(1, 4);
        for (int i = 0; i < count; i++) {
            String name = "c" + i;
            characteristics.add(
                    switch (choices.intBetween(0, 3)) {
                        case 0, 1 -> accrual(choices, name);
                        case 2 -> binned(choices, name);
                        default -> rated(choices, name);
                    });
        }
        return scheme(characteristics, ZoneId.of(choices.oneOf(ZONES)));
    }

    public static Characteristic.Accrual accrual(Choices choices, String name) {
        Fade fade = fade(choices);
        int expires = choices.bool() ? choices.intBetween(1, 2000) : 0;
        var accrued = new ArrayList<Accrued>();
        int count = choices.intBetween(1, 3);
        for (int i = 0; i < count; i++) {
            accrued.add(
                    new Accrued(
                            SIGNALS.get(i),
                            award(choices),
                            choices.bool() ? award(choices) : null,
                            fade,
                            expires,
                            choices.listOf(0, 2, Fixture::limit),
                            choices.intBetween(0, 4) == 4
                                    ? new Pending("d", choices.intBetween(0, 90))
                                    : null));
        }
        List<SharedLimit> shared =
                choices.bool()
                        ? List.of(new SharedLimit(SIGNALS.subList(0, count), limit(choices)))
                        : List.of();
        boolean held = choices.bool();
        return new Characteristic.Accrual(
                name,
                name,
                new Reason(name, name),
                accrued,
                shared,
                held ? Micro.of(-50) : Long.MIN_VALUE,
                held ? Micro.of(70) : Long.MAX_VALUE);
    }

    public static Fade fade(Choices choices) {
        return switch (choices.intBetween(0, 2)) {
            case 0 -> new Fade.Never();
            case 1 -> new Fade.HalfLife(choices.intBetween(7, TEN_YEARS));
            default -> new Fade.Linear(choices.intBetween(1, 1500));
        };
    }

    private static Award award(Choices choices) {
        return switch (choices.intBetween(0, 2)) {
            case 0 -> new Award.PerEvent(choices.longBetween(-20_000_000, 20_000_000));
            case 1 -> new Award.PerUnit(choices.longBetween(-3_000_000, 3_000_000));
            default ->
                    new Award.ByValue(
                            List.of(
                                    new Award.Row(
                                            Micro.of(2),
                                            choices.longBetween(-9_000_000, 9_000_000)),
                                    new Award.Row(
                                            Long.MAX_VALUE,
                                            choices.longBetween(-9_000_000, 9_000_000))));
        };
    }

    private static Limit limit(Choices choices) {
        return new Limit(
                choices.longBetween(1, 30_000_000), choices.oneOf(List.of(Period.values())));
    }

    public static Characteristic.Binned binned(Choices choices, String name) {
        Measure measure = choices.oneOf(List.of(Measure.values()));
        var attributes = new ArrayList<Attribute>();
        long below = choices.longBetween(-2, 3) * Micro.ONE / 2;
        for (int i = choices.intBetween(0, 3); i >= 0; i--) {
            long points = choices.longBetween(-40, 40) * Micro.ONE;
            attributes.add(new Attribute(i == 0 ? Long.MAX_VALUE : below, points, null));
            below += choices.longBetween(1, 3_000_000);
        }
        var missing = new Attribute(Long.MAX_VALUE, choices.longBetween(-9, 9) * Micro.ONE, null);
        List<String> of = measure == Measure.SHARE ? SIGNALS.subList(0, 3) : List.of();
        return new Characteristic.Binned(
                name,
                name,
                new Reason(name, name),
                measure,
                SIGNALS.subList(0, choices.intBetween(1, 2)),
                of,
                choices.bool(),
                choices.bool() ? choices.intBetween(1, 1200) : 0,
                attributes,
                missing);
    }

    private static Characteristic.Rated rated(Choices choices, String name) {
        RatingMethod method =
                choices.oneOf(List.of(RatingMethod.MEAN, RatingMethod.BAYES, RatingMethod.FADING));
        return new Characteristic.Rated(
                name,
                name,
                new Reason(name, name),
                List.of("b"),
                method,
                Micro.of(1),
                Micro.of(5),
                Micro.of(3),
                method == RatingMethod.MEAN ? 0 : Micro.of(5),
                choices.intBetween(7, 700),
                0,
                true,
                List.of(),
                new Curve(
                        List.of(
                                new Curve.Knot(Micro.of(1), Micro.of(-90)),
                                new Curve.Knot(Micro.of(5), Micro.of(60)))));
    }

    /// Events of ten years that name the person one way or the other, with many on the same
    /// instant.
    public static List<Event> events(Choices choices) {
        var events = new ArrayList<Event>();
        int count = choices.intBetween(0, 40);
        for (int i = 0; i < count; i++) {
            events.add(event(choices, i));
        }
        return events;
    }

    private static Event event(Choices choices, int number) {
        Instant happened =
                START.plus(Duration.ofDays(choices.intBetween(0, TEN_YEARS)))
                        .plus(Duration.ofHours(choices.intBetween(0, 30)));
        boolean counterparty = choices.intBetween(0, 3) == 3;
        String other = choices.bool() ? "bob" : "cem";
        return new Event(
                new EventName(choices.bool() ? "bank" : "shop", "e" + number),
                counterparty ? other : PERSON,
                counterparty ? PERSON : choices.bool() ? other : nobody(),
                choices.oneOf(SIGNALS),
                choices.longBetween(-3_000_000, 6_000_000),
                happened,
                happened,
                choices.bool() ? "r" + choices.intBetween(0, 3) : nobody());
    }

    private static @Nullable String nobody() {
        return null;
    }

    /// A day at or after the newest event.
    public static int day(Choices choices, Scheme scheme, List<Event> events) {
        var calendar = new Calendar(scheme.header().zone());
        int newest =
                events.stream()
                        .mapToInt(event -> calendar.day(event.happenedAt()))
                        .max()
                        .orElse(calendar.day(START));
        return newest + choices.intBetween(0, 1500);
    }
}
