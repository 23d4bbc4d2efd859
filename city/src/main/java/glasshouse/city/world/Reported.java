package glasshouse.city.world;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.lab.compact.Reporting;
import glasshouse.lab.scene.Deed;
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

/// A life as its scheme heard of it: events that an exact account counts where the town's compact
/// one counted deeds. Everything of a day is reported at noon. What is pending is confirmed at
/// once; likes come from somebody else. Ratings and ties are not among them: they hang on
/// everybody.
public final class Reported {
    private static final String SOURCE = "town";
    private static final String SOMEBODY_ELSE = "somebody-else";

    private final Scheme scheme;
    private final Map<Deed, List<Signalled>> signals = new HashMap<>();
    private final Map<String, String> confirmedBy = new HashMap<>();

    private record Signalled(String signal, int times) {}

    public Reported(Scheme scheme) {
        this.scheme = scheme;
        Reporting reporting = Reporting.shipped();
        for (var signal : scheme.signals()) {
            for (Reporting.Reported each : reporting.of(signal.name())) {
                signals.computeIfAbsent(each.deed(), _ -> new ArrayList<>())
                        .add(new Signalled(signal.name(), each.times()));
            }
        }
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.pending() != null) {
                        confirmedBy.put(accrued.signal(), accrued.pending().confirmedBy());
                    }
                }
            }
        }
    }

    /// The person's name in events.
    public static String name(Life life) {
        return String.valueOf(life.person());
    }

    /// The events of a life, in the order of days.
    public List<Event> events(Life life) {
        var events = new ArrayList<Event>();
        int ordinal = 0;
        for (Life.Act act : life.acts()) {
            Deed deed = act.deed();
            int times = deed.counted() ? act.amount() : 1;
            for (Signalled each : signals.getOrDefault(deed, List.of())) {
                int value = (deed.counted() ? 1 : act.amount()) * each.times();
                for (int i = 0; i < times; i++) {
                    add(events, life, act, each.signal(), Micro.of(value), ordinal);
                    ordinal++;
                }
            }
        }
        return events;
    }

    private void add(
            List<Event> events, Life life, Life.Act act, String signal, long value, int ordinal) {
        boolean passive = act.deed().asCounterparty();
        Instant at =
                act.date()
                        .atTime(LocalTime.NOON)
                        .atZone(scheme.header().zone())
                        .toInstant()
                        .plusNanos(1000L * act.deed().column());
        String person = name(life);
        String id = "%09d".formatted(ordinal);
        String confirmation = confirmedBy.get(signal);
        events.add(
                new Event(
                        new EventName(SOURCE, id),
                        passive ? SOMEBODY_ELSE : person,
                        passive ? person : null,
                        signal,
                        value,
                        at,
                        at,
                        confirmation == null ? null : id));
        if (confirmation != null) {
            var confirmed = new EventName(SOURCE, id + "-confirmed");
            events.add(new Event(confirmed, person, null, confirmation, value, at, at, id));
        }
    }
}
