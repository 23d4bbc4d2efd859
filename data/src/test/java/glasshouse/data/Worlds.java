package glasshouse.data;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
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
import glasshouse.scheme.Signal;
import glasshouse.scheme.Terms;
import glasshouse.testkit.Choices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Schemes with every kind of characteristic, and random entries for them.
final class Worlds {
    static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
    static final Instant AS_OF = Instant.parse("2025-06-30T12:00:00Z");
    private static final List<String> SIGNALS = List.of("paid", "late", "rated", "vouched");
    static final List<String> PERSONS =
            List.of("ann", "bob", "a person with a long name", "a person with a longer name", "ü");

    private Worlds() {}

    /// A scheme that keeps nothing of an event but signal, day and value.
    static Scheme plain() {
        return scheme(
                List.of(
                        accrual("fading", accrued("paid", new Fade.HalfLife(90), 5, null, null)),
                        accrual("lasting", accrued("late", new Fade.Never(), -7, null, null)),
                        binned("count", Measure.COUNT, 365),
                        binned("sum", Measure.SUM, 0)));
    }

    /// A scheme that needs everything.
    static Scheme rich() {
        return scheme(
                List.of(
                        accrual("fading", accrued("paid", new Fade.HalfLife(90), 5, -2L, null)),
                        accrual("linear", accrued("late", new Fade.Linear(400), -7, null, null)),
                        accrual(
                                "waiting",
                                accrued(
                                        "vouched",
                                        new Fade.Never(),
                                        9,
                                        null,
                                        new Pending("paid", 60))),
                        binned("last", Measure.LAST, 0),
                        binned("sources", Measure.DISTINCT_SOURCES, 700),
                        binned("others", Measure.DISTINCT_COUNTERPARTIES, 0)));
    }

    /// A scheme that only closes over all people can tell.
    static Scheme closed() {
        var curve =
                new Curve(
                        List.of(
                                new Curve.Knot(Micro.of(-5), Micro.of(-100)),
                                new Curve.Knot(Micro.of(5), Micro.of(100))));
        return scheme(
                List.of(
                        accrual("fading", accrued("paid", new Fade.HalfLife(90), 5, -2L, null)),
                        new Characteristic.Rated(
                                "standing",
                                "Standing",
                                new Reason("standing", "Standing"),
                                List.of("rated"),
                                RatingMethod.STANDING,
                                Micro.of(-5),
                                Micro.of(5),
                                Micro.of(1),
                                Micro.of(2),
                                0,
                                7,
                                true,
                                List.of(),
                                curve),
                        new Characteristic.Rated(
                                "trust",
                                "Trust",
                                new Reason("trust", "Trust"),
                                List.of("rated", "vouched"),
                                RatingMethod.EIGENTRUST,
                                Micro.of(-5),
                                Micro.of(5),
                                0,
                                0,
                                0,
                                30,
                                true,
                                List.of("bob"),
                                curve),
                        new Characteristic.Contacts(
                                "contacts",
                                "Contacts",
                                new Reason("contacts", "Contacts"),
                                List.of("vouched"),
                                200_000,
                                Micro.of(30),
                                14)));
    }

    /// A scheme of ratings by one method and of contacts, whose scores these pull.
    static Scheme rated(RatingMethod method) {
        var curve =
                new Curve(
                        List.of(
                                new Curve.Knot(Micro.of(-5), Micro.of(-100)),
                                new Curve.Knot(Micro.of(5), Micro.of(100))));
        return scheme(
                List.of(
                        accrual("fading", accrued("paid", new Fade.HalfLife(90), 5, -2L, null)),
                        new Characteristic.Rated(
                                "rated",
                                "Rated",
                                new Reason("rated", "Rated"),
                                List.of("rated"),
                                method,
                                Micro.of(-5),
                                Micro.of(5),
                                Micro.of(1),
                                Micro.of(2),
                                90,
                                7,
                                true,
                                List.of("bob"),
                                curve),
                        new Characteristic.Contacts(
                                "contacts",
                                "Contacts",
                                new Reason("contacts", "Contacts"),
                                List.of("rated", "vouched"),
                                300_000,
                                Micro.of(30),
                                14)));
    }

    private static Scheme scheme(List<Characteristic> characteristics) {
        List<Signal> signals =
                SIGNALS.stream()
                        .map(
                                name ->
                                        new Signal(
                                                name,
                                                name,
                                                "credit",
                                                "",
                                                Nature.CONDUCT,
                                                Gravity.NEUTRAL,
                                                null))
                        .toList();
        return new Scheme(
                new Header(
                        "world",
                        "1",
                        "World",
                        "",
                        Realm.SYNTHETIC,
                        LocalDate.EPOCH,
                        ZoneId.of("Europe/Berlin")),
                new Terms(Set.of(), Set.of(), 0, Terms.Enrolment.CONSENT, null, "", "", List.of()),
                new Scale(Micro.of(350), Micro.of(650), Micro.of(950), Micro.ONE / 10),
                List.of(
                        new Band("red", "Red", Micro.of(350), "#b2182b"),
                        new Band("green", "Green", Micro.of(655), "#1a9850")),
                signals,
                characteristics,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Characteristic accrual(String name, Accrued... accrued) {
        return new Characteristic.Accrual(
                name,
                name,
                new Reason(name, name),
                List.of(accrued),
                List.of(),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }

    private static Accrued accrued(
            String signal, Fade fade, int points, @Nullable Long other, @Nullable Pending pending) {
        return new Accrued(
                signal,
                new Award.PerUnit(Micro.of(points)),
                other == null ? null : new Award.PerEvent(Micro.of(other)),
                fade,
                0,
                signal.equals("late") ? List.of(new Limit(Micro.of(11), Period.MONTH)) : List.of(),
                pending);
    }

    private static Characteristic binned(String name, Measure measure, int windowDays) {
        return new Characteristic.Binned(
                name,
                name,
                new Reason(name, name),
                measure,
                List.of("rated", "paid"),
                List.of(),
                false,
                windowDays,
                List.of(
                        new Attribute(Micro.of(1), Micro.of(-3), null),
                        new Attribute(Micro.of(2), Micro.of(1), null),
                        new Attribute(Long.MAX_VALUE, Micro.of(4), null)),
                new Attribute(Long.MAX_VALUE, Micro.of(-1), null));
    }

    /// Events with different names, then some of them again, changed, or withdrawn.
    static List<Entry> entries(Choices choices) {
        List<Event> events = choices.listOf(0, 60, Worlds::event);
        List<Entry> entries = new ArrayList<>(events);
        if (!events.isEmpty()) {
            for (int i = choices.intBetween(0, 12); i > 0; i--) {
                Event event = choices.oneOf(events);
                entries.add(again(choices, event));
            }
        }
        return entries;
    }

    private static Entry again(Choices choices, Event event) {
        Instant recordedAt = event.recordedAt().plusSeconds(choices.intBetween(0, 9) * 86_400L);
        return switch (choices.intBetween(0, 3)) {
            case 0, 1 -> copy(event, event.valueMicro(), recordedAt);
            case 2 -> copy(event, event.valueMicro() + choices.intBetween(0, 1), recordedAt);
            default -> new Retraction(event.name(), recordedAt);
        };
    }

    private static Event copy(Event event, long valueMicro, Instant recordedAt) {
        return new Event(
                event.name(),
                event.person(),
                event.counterparty(),
                event.signal(),
                valueMicro,
                event.happenedAt(),
                recordedAt,
                event.reference());
    }

    private static Event event(Choices choices) {
        Instant happenedAt =
                START.plus(Duration.ofHours(choices.intBetween(0, 1000 * 24)))
                        .plusNanos(choices.intBetween(0, 999_999) * 1000L);
        String id = "event-number-" + choices.intBetween(0, 200);
        String person = choices.oneOf(PERSONS);
        String other = choices.oneOf(PERSONS);
        return new Event(
                new EventName(choices.oneOf(List.of("bank", "a shop with a long name")), id),
                person,
                choices.bool() && !other.equals(person) ? other : nobody(),
                choices.bool() ? choices.oneOf(SIGNALS) : "unheard-of",
                choices.longBetween(-3_000_000, 6_000_000),
                happenedAt,
                happenedAt.plusSeconds(choices.intBetween(0, 100) * 86_400L),
                choices.bool() ? "r" + choices.intBetween(0, 3) : nobody());
    }

    private static @Nullable String nobody() {
        return null;
    }

    static Moment moment(Choices choices) {
        return choices.bool()
                ? new Moment(AS_OF, AS_OF.minus(Duration.ofDays(choices.intBetween(0, 400))))
                : Moment.asOf(AS_OF);
    }

    static <T> List<T> shuffled(Choices choices, List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, choices.intBetween(0, i));
        }
        return shuffled;
    }
}
