package glasshouse.leaflet;

import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What an event now brings or costs instead, where both are a plain number of points.
final class PointChanges {
    private final Phrases phrases;
    private final BiConsumer<String, String> say;
    private final Map<String, String> units = new HashMap<>();

    PointChanges(Scheme before, Scheme after, BiConsumer<String, String> say) {
        this.say = say;
        phrases = new Phrases(after);
        before.signals().forEach(signal -> units.put(signal.name(), signal.unit()));
        after.signals().forEach(signal -> units.put(signal.name(), signal.unit()));
    }

    /// Says it for each signal of both.
    Told tell(String about, Characteristic.Accrual before, Characteristic.Accrual after) {
        var told = new Told();
        Map<String, Accrued> old = new HashMap<>();
        before.signals().forEach(accrued -> old.put(accrued.signal(), accrued));
        for (Accrued now : after.signals()) {
            Accrued then = old.get(now.signal());
            if (then != null) {
                String title = phrases.signal(now.signal());
                String unit = units.getOrDefault(now.signal(), "");
                tell(about, title, unit, then.award(), now.award(), told);
                String other = title + Counting.TO_OTHER;
                tell(about, other, unit, then.counterparty(), now.counterparty(), told);
            }
        }
        return told;
    }

    private void tell(
            String about,
            String title,
            String unit,
            @Nullable Award then,
            @Nullable Award now,
            Told told) {
        boolean perEvent = then instanceof Award.PerEvent && now instanceof Award.PerEvent;
        boolean perUnit = then instanceof Award.PerUnit && now instanceof Award.PerUnit;
        if (then == null || now == null || then.equals(now) || !(perEvent || perUnit)) {
            return;
        }
        long was = then.micro(1_000_000);
        long is = now.micro(1_000_000);
        String each =
                perUnit ? " for each " + (unit.isEmpty() ? "unit" : Phrases.singular(unit)) : "";
        String instead =
                Long.signum(was) == Long.signum(is)
                        ? Phrases.number(Math.abs(was))
                        : was == 0
                                ? "nothing"
                                : (was < 0 ? "costing " : "bringing ") + Phrases.amount(was);
        String sentence =
                is == 0
                        ? "now brings nothing" + each
                        : "now " + (is < 0 ? "costs " : "brings ") + Phrases.amount(is) + each;
        say.accept(about, Phrases.quoted(title) + " " + sentence + " instead of " + instead + ".");
        told.row(title);
    }
}
