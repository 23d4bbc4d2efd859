package glasshouse.close;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Header;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Nature;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Small circles of people under schemes with closes.
final class Circles {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final List<String> PEOPLE = List.of("ann", "bob", "cem", "dee", "eve", "fay", "gil");
    private static final List<String> SIGNALS = List.of("deed", "rated", "tied");

    private Circles() {}

    static Scheme scheme(Characteristic... characteristics) {
        var signals =
                SIGNALS.stream()
                        .map(
                                name ->
                                        new Signal(
                                                name,
                                                name,
                                                "association",
                                                "stars",
                                                Nature.ASSOCIATION,
                                                Gravity.NEUTRAL,
                                                null))
                        .toList();
        return new Scheme(
                new Header("circle", "1", "Circle", "", Realm.SYNTHETIC, FIRST, ZoneOffset.UTC),
                new Terms(Set.of(), Set.of(), 0, Terms.Enrolment.CONSENT, null, "", "", List.of()),
                new Scale(0, Micro.of(500), Micro.of(1000), 1000),
                List.of(new Band("all", "All", 0, "#888888")),
                signals,
                List.of(characteristics),
                List.of(),
                List.of(),
                Map.of());
    }

    /// A point for each unit of a deed.
    static Characteristic deeds() {
        var accrued =
                new Accrued(
                        "deed",
                        new Award.PerUnit(Micro.ONE),
                        null,
                        new Fade.Never(),
                        0,
                        List.of(),
                        null);
        return new Characteristic.Accrual(
                "deeds",
                "Deeds",
                new Reason("D", "Deeds"),
                List.of(accrued),
                List.of(),
                Long.MIN_VALUE,
                Long.MAX_VALUE);
    }

    /// Stars from 1 to 5, a hundred points for each above or below three.
    static Characteristic.Rated stars(RatingMethod method, int closeDays, boolean open) {
        return new Characteristic.Rated(
                "stars",
                "Stars",
                new Reason("S", "Stars"),
                List.of("rated"),
                method,
                Micro.of(1),
                Micro.of(5),
                Micro.of(3),
                Micro.of(2),
                30,
                closeDays,
                open,
                List.of("bob"),
                new Curve(
                        List.of(
                                new Curve.Knot(Micro.of(1), Micro.of(-200)),
                                new Curve.Knot(Micro.of(5), Micro.of(200)))));
    }

    static Characteristic.Contacts contacts(int percent, int most, int closeDays) {
        return new Characteristic.Contacts(
                "contacts",
                "Contacts",
                new Reason("C", "Contacts"),
                List.of("tied"),
                percent * 10_000L,
                Micro.of(most),
                closeDays);
    }

    static Instant day(int day) {
        return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(day));
    }

    static Event event(
            String person, @Nullable String other, String signal, long value, int day, int id) {
        Instant at = day(day).plusSeconds(36_000 + id);
        return new Event(
                new EventName("test", Integer.toString(id)),
                person,
                other,
                signal,
                Micro.of(value),
                at,
                at,
                null);
    }

    static Event deed(String person, long value, int day, int id) {
        return event(person, null, "deed", value, day, id);
    }

    static Event tie(String a, String b, int id) {
        return event(a, b, "tied", 0, 0, id);
    }

    static Event rated(String by, String whom, long stars, int day, int id) {
        return event(by, whom, "rated", stars, day, id);
    }

    /// Anything that a circle may do in sixty days.
    static List<Event> events(Choices choices) {
        var ids = new ArrayList<Integer>();
        return choices.listOf(
                0,
                40,
                c -> {
                    ids.add(0);
                    int person = c.intBetween(0, PEOPLE.size() - 1);
                    int other = (person + c.intBetween(1, PEOPLE.size() - 1)) % PEOPLE.size();
                    String signal = c.oneOf(SIGNALS);
                    return event(
                            PEOPLE.get(person),
                            signal.equals("deed") ? null : PEOPLE.get(other),
                            signal,
                            c.intBetween(-2, 5),
                            c.intBetween(0, 60),
                            ids.size());
                });
    }

    /// Schemes with ratings of every method and contacts.
    static Scheme scheme(Choices choices) {
        var parts = new ArrayList<Characteristic>();
        parts.add(deeds());
        if (choices.bool()) {
            parts.add(
                    stars(
                            choices.oneOf(List.of(RatingMethod.values())),
                            choices.intBetween(1, 9),
                            choices.bool()));
        }
        if (choices.bool()) {
            parts.add(contacts(choices.intBetween(0, 100), 40, choices.intBetween(1, 9)));
        }
        return scheme(parts.toArray(new Characteristic[0]));
    }
}
