package glasshouse.lab.society;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.compact.Reporting.Reported;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Stars;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a scheme heard of the first people of a society, as events: those that an exact account
/// counts where the society's compact one counted deeds.
///
/// Everything in a step is reported at noon of its last day. A person is their number. What is
/// pending is confirmed at once, by an event with the same reference. Likes come from
/// [#SOMEBODY_ELSE]; ratings come from their raters, who may be any of the society. Ties are not
/// reported: they are the graph, and no event of the model.
public final class EventLog {
    /// Who likes what people post.
    public static final String SOMEBODY_ELSE = "somebody-else";

    private static final String SOURCE = "lab";
    private static final String SELLER = "seller";

    private final Scheme scheme;
    private final int people;
    private final Reporting reporting = Reporting.shipped();
    private final Map<String, String> confirmedBy = new HashMap<>();
    private final List<String> ratings;
    private final TreeMap<Integer, List<Event>> ofStep = new TreeMap<>();

    EventLog(Scheme scheme, int people) {
        this.scheme = scheme;
        this.people = people;
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.pending() != null) {
                        confirmedBy.put(accrued.signal(), accrued.pending().confirmedBy());
                    }
                }
            }
        }
        ratings =
                scheme.characteristics().stream()
                        .filter(Characteristic.Rated.class::isInstance)
                        .flatMap(each -> each.reads().stream())
                        .distinct()
                        .toList();
    }

    /// The events of the step that was just lived through, person by person; forgets them.
    public List<Event> take() {
        var events = new ArrayList<Event>();
        ofStep.values().forEach(events::addAll);
        ofStep.clear();
        return events;
    }

    boolean concerns(int first) {
        return first < people;
    }

    /// Notes what was reported of a scene; scenes may come from several threads, in any order.
    void note(Neighbourhood here) {
        var events = new ArrayList<Event>();
        int count = Math.min(here.scene.count(), people - here.scene.first());
        for (int place = 0; place < count; place++) {
            deeds(here, place, events);
        }
        ratings(here, count, events);
        synchronized (ofStep) {
            ofStep.put(here.scene.first(), events);
        }
    }

    private void deeds(Neighbourhood here, int place, List<Event> events) {
        String person = String.valueOf(here.scene.first() + place);
        for (var signal : scheme.signals()) {
            for (Reported reported : reporting.of(signal.name())) {
                Deed deed = reported.deed();
                int amount = here.scene.happened(deed) ? here.scene.read(deed)[place] : 0;
                int times = deed.counted() ? amount : Math.min(amount, 1);
                int value = (deed.counted() ? 1 : amount) * reported.times();
                for (int nth = 1; nth <= times; nth++) {
                    String id = id(here.step(), person, signal.name(), deed, nth);
                    add(events, deed, id, person, signal.name(), value, at(here.step(), deed));
                }
            }
        }
    }

    private static String id(Step step, String person, String signal, Deed deed, int nth) {
        return "%d/%s/%s/%s/%d".formatted(step.index(), person, signal, deed.word(), nth);
    }

    private void add(
            List<Event> events,
            Deed deed,
            String id,
            String person,
            String signal,
            int value,
            Instant at) {
        String confirmation = confirmedBy.get(signal);
        var name = new EventName(deed.sold() ? SELLER : SOURCE, id);
        events.add(
                new Event(
                        name,
                        deed.asCounterparty() ? SOMEBODY_ELSE : person,
                        deed.asCounterparty() ? person : null,
                        signal,
                        Micro.of(value),
                        at,
                        at,
                        confirmation == null ? null : id));
        if (confirmation != null) {
            var confirmed = new EventName(name.source(), id + "/confirmed");
            events.add(
                    new Event(confirmed, person, null, confirmation, Micro.of(value), at, at, id));
        }
    }

    private void ratings(Neighbourhood here, int count, List<Event> events) {
        Stars stars = here.scene.stars();
        for (int nth = 0; nth < stars.given(); nth++) {
            int place = stars.place(nth);
            if (place < count && stars.weight(place) != 0) {
                for (String signal : ratings) {
                    String rated = String.valueOf(here.scene.first() + place);
                    String id = "%d/%s/%s/%d".formatted(here.step().index(), rated, signal, nth);
                    Instant at = at(here.step(), Deed.LIKED);
                    events.add(
                            new Event(
                                    new EventName(SOURCE, id),
                                    String.valueOf(stars.rater(nth)),
                                    rated,
                                    signal,
                                    Math.round(stars.stars(nth) * Micro.ONE),
                                    at,
                                    at,
                                    null));
                }
            }
        }
    }

    /// Noon of the step's last day, some microseconds later for each deed.
    private Instant at(Step step, Deed deed) {
        return step.date()
                .atTime(LocalTime.NOON)
                .atZone(scheme.header().zone())
                .toInstant()
                .plusNanos(1000L * deed.column());
    }
}
