package glasshouse.city.world;

import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.Will;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// Everything that a visitor had one person do, and from which day on, so that the same happens in
/// every town, also in one that lives through those days again.
final class Steered implements Will {
    private static final int LATE_DAYS = 20;
    private static final int RIDES = 2;
    private static final int HOURS = 4;
    private static final int EUROS = 40;

    /// What is paid, and the deed that it becomes when it is not paid in time.
    private static final List<Map.Entry<Deed, Deed>> DUES =
            List.of(
                    Map.entry(Deed.TAX_PAID, Deed.TAX_LATE),
                    Map.entry(Deed.FINE_PAID, Deed.FINE_LATE),
                    Map.entry(Deed.UTILITY_PAID, Deed.UTILITY_LATE),
                    Map.entry(Deed.RENT_PAID, Deed.RENT_LATE),
                    Map.entry(Deed.MORTGAGE_PAID, Deed.MORTGAGE_LATE),
                    Map.entry(Deed.LOAN_PAID, Deed.LOAN_LATE),
                    Map.entry(Deed.CARD_PAID, Deed.CARD_LATE));

    private final ConcurrentSkipListMap<Integer, Conduct> from = new ConcurrentSkipListMap<>();

    /// Lives so from a day on.
    void set(int day, Conduct conduct) {
        from.tailMap(day, true).clear();
        from.put(day, conduct);
    }

    /// How the person lives after the last change.
    Conduct last() {
        Map.Entry<Integer, Conduct> last = from.lastEntry();
        return last == null ? Conduct.OWN : last.getValue();
    }

    @Override
    public void act(Scene scene, int place, Step step) {
        Map.Entry<Integer, Conduct> now = from.floorEntry(step.index());
        if (now != null) {
            act(new Hands(scene, place, step), now.getValue());
        }
    }

    /// One person's deeds of a day.
    private record Hands(Scene scene, int place, Step step) {
        void put(Deed deed, int amount) {
            if (amount != 0 || scene.read(deed)[place] != 0) {
                scene.write(deed)[place] = (short) amount;
            }
        }

        boolean has(Deed deed) {
            return scene.read(deed)[place] != 0;
        }

        boolean on(int dayOfWeek) {
            return step.date().getDayOfWeek().getValue() == dayOfWeek;
        }
    }

    private static void act(Hands hands, Conduct conduct) {
        bills(hands, conduct.bills());
        switch (conduct.travel()) {
            case OWN -> {}
            case BUS -> hands.put(Deed.RIDES, RIDES);
            case CAR -> hands.put(Deed.RIDES, 0);
        }
        switch (conduct.help()) {
            case OWN -> {}
            case WEEKLY -> hands.put(Deed.VOLUNTEERED, hands.on(6) ? HOURS : 0);
            case BOUGHT -> hands.put(Deed.FAKE_HOURS, hands.on(6) ? HOURS : 0);
            case NONE -> hands.put(Deed.VOLUNTEERED, 0);
        }
        switch (conduct.shop()) {
            case OWN -> {}
            case LOCAL -> shop(hands, Deed.BOUGHT_LOCALLY, Deed.BOUGHT_IMPORTS);
            case IMPORTS -> shop(hands, Deed.BOUGHT_IMPORTS, Deed.BOUGHT_LOCALLY);
        }
        switch (conduct.voice()) {
            case OWN -> {}
            case PRAISE -> speak(hands, hands.on(3) ? 1 : 0, 0);
            case CRITICISE -> speak(hands, 0, hands.on(3) ? 1 : 0);
            case SILENT -> speak(hands, 0, 0);
        }
    }

    private static void bills(Hands hands, Conduct.Bills bills) {
        for (Map.Entry<Deed, Deed> due : DUES) {
            Deed paid = due.getKey();
            Deed late = due.getValue();
            if (bills == Conduct.Bills.LATE && hands.has(paid)) {
                hands.put(paid, 0);
                hands.put(late, Math.min(LATE_DAYS, late.most()));
            } else if (bills == Conduct.Bills.IN_TIME && hands.has(late)) {
                hands.put(late, 0);
                hands.put(paid, 1);
            }
        }
    }

    private static void shop(Hands hands, Deed bought, Deed shunned) {
        hands.put(shunned, 0);
        hands.put(bought, hands.on(5) ? EUROS : 0);
    }

    private static void speak(Hands hands, int praise, int criticism) {
        hands.put(Deed.PRAISED, praise);
        hands.put(Deed.CRITICISED, criticism);
    }
}
