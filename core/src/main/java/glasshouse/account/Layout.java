package glasshouse.account;

import glasshouse.account.Part.Store;
import glasshouse.account.Posting.Tallied;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Period;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives each characteristic its slots and each signal its postings, in the order of the scheme.
final class Layout {
    private static final int YEAR = Calendar.longest(Period.YEAR);

    private final List<Part> parts = new ArrayList<>();
    private final List<Horizon> horizons = new ArrayList<>();
    private final Map<String, List<Posting>> forPerson = new HashMap<>();
    private final Map<String, List<Posting>> forCounterparty = new HashMap<>();
    private final Map<Integer, Decay> decays = new HashMap<>();
    private final Map<Worth, Weights> weights = new HashMap<>();
    private int slots;

    private record Worth(Fade fade, int expiresDays) {}

    private Layout() {}

    static Layout of(Scheme scheme) {
        var layout = new Layout();
        for (Characteristic characteristic : scheme.characteristics()) {
            layout.parts.add(layout.part(characteristic));
        }
        if (layout.slots != slots(scheme)) {
            throw new IllegalStateException("slots are miscounted");
        }
        if (layout.slots > Key.MOST_SLOTS) {
            throw new IllegalArgumentException(
                    "a scheme needs at most %s slots, this one needs %s: merge characteristics"
                            .formatted(Key.MOST_SLOTS, layout.slots));
        }
        return layout;
    }

    /// How many slots a scheme needs, reckoned without laying it out.
    static int slots(Scheme scheme) {
        return scheme.characteristics().stream().mapToInt(Layout::slots).sum();
    }

    private static int slots(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual ->
                    accrual.signals().stream()
                            .mapToInt(accrued -> lanes(accrued) * slots(accrual, accrued))
                            .sum();
            case Characteristic.Binned _ -> 2;
            case Characteristic.Rated rated ->
                    switch (rated.method()) {
                        case MEAN, BAYES, FADING -> 2;
                        case STANDING, FAIRNESS_GOODNESS, REV2, EIGENTRUST -> 0;
                    };
            case Characteristic.Contacts _ -> 0;
        };
    }

    private static int lanes(Accrued accrued) {
        return (accrued.award() == null ? 0 : 1) + (accrued.counterparty() == null ? 0 : 1);
    }

    private static int slots(Characteristic.Accrual accrual, Accrued accrued) {
        return slots(store(accrued, shares(accrual, accrued)))
                + (accrued.pending() == null ? 0 : 1);
    }

    private static int slots(Store store) {
        return store == Store.LIMITED || store == Store.WAITING ? 2 : 1;
    }

    private static boolean shares(Characteristic.Accrual accrual, Accrued accrued) {
        return accrual.sharedLimits().stream()
                .anyMatch(shared -> shared.signals().contains(accrued.signal()));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    int slots() {
        return slots;
    }

    List<Horizon> horizons() {
        return List.copyOf(horizons);
    }

    Posting[] forPerson(String signal) {
        return forPerson.getOrDefault(signal, List.of()).toArray(new Posting[0]);
    }

    Posting[] forCounterparty(String signal) {
        return forCounterparty.getOrDefault(signal, List.of()).toArray(new Posting[0]);
    }

    private Part part(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> accrual(accrual);
            case Characteristic.Binned binned -> binned(binned);
            case Characteristic.Rated rated -> rated(rated);
            case Characteristic.Contacts contacts -> new Part.Closed(contacts);
        };
    }

    private Part accrual(Characteristic.Accrual accrual) {
        var lanes = new ArrayList<Part.Lane>();
        Map<String, List<Integer>> lanesOf = new HashMap<>();
        for (Accrued accrued : accrual.signals()) {
            boolean shares = shares(accrual, accrued);
            for (boolean counterparty : new boolean[] {false, true}) {
                Award award = counterparty ? accrued.counterparty() : accrued.award();
                if (award != null) {
                    lanesOf.computeIfAbsent(accrued.signal(), _ -> new ArrayList<>())
                            .add(lanes.size());
                    lanes.add(lane(accrued, award, counterparty, shares));
                }
            }
        }
        var shared = new ArrayList<Part.Shared>();
        for (SharedLimit limit : accrual.sharedLimits()) {
            int[] sharing =
                    limit.signals().stream()
                            .flatMap(signal -> lanesOf.getOrDefault(signal, List.of()).stream())
                            .mapToInt(Integer::intValue)
                            .toArray();
            shared.add(new Part.Shared(sharing, limit.limit()));
        }
        return new Part.Accrual(
                accrual, lanes.toArray(new Part.Lane[0]), shared.toArray(new Part.Shared[0]));
    }

    private Part.Lane lane(Accrued accrued, Award award, boolean counterparty, boolean shares) {
        Pending pending = accrued.pending();
        Store store = store(accrued, shares);
        Weights worth =
                weights.computeIfAbsent(
                        new Worth(accrued.fade(), accrued.expiresDays()),
                        key -> Weights.of(key.fade(), key.expiresDays()));
        int halfLifeDays = accrued.fade() instanceof Fade.HalfLife fade ? fade.days() : 0;
        int slot = slots;
        int confirmations = -1;
        Posting posting =
                switch (store) {
                    case TOTAL -> new Posting.Total(slot, award);
                    case HALVING -> new Posting.Halving(slot, award, decay(halfLifeDays));
                    case DAILY -> new Posting.Daily(slot, award);
                    case LIMITED -> new Posting.Limited(slot, award);
                    case WAITING -> new Posting.Waiting(slot, award);
                };
        slots += slots(store);
        post(counterparty ? forCounterparty : forPerson, accrued.signal(), posting);
        if (pending != null) {
            confirmations = slots++;
            var confirming = new Posting.Confirming(confirmations);
            post(counterparty ? forCounterparty : forPerson, pending.confirmedBy(), confirming);
        }
        int within = pending == null ? 0 : pending.withinDays();
        forget(store, slot, worth.horizon());
        if (pending != null && worth.horizon() != Integer.MAX_VALUE) {
            horizons.add(new Horizon(confirmations, worth.horizon() + YEAR + within));
        }
        Limit[] limits = accrued.limits().toArray(new Limit[0]);
        Decay decay = store == Store.HALVING ? decay(halfLifeDays) : null;
        return new Part.Lane(slot, store, worth, decay, limits, confirmations, within);
    }

    /// A day under a limit matters as long as any day of its period does.
    private void forget(Store store, int slot, int horizon) {
        switch (store) {
            case TOTAL, HALVING -> {}
            case DAILY -> forget(slot, horizon);
            case LIMITED, WAITING -> {
                int days = horizon == Integer.MAX_VALUE ? horizon : horizon + YEAR;
                forget(slot, days);
                forget(slot + 1, days);
            }
        }
    }

    private void forget(int slot, int days) {
        if (days != Integer.MAX_VALUE) {
            horizons.add(new Horizon(slot, days));
        }
    }

    private static Store store(Accrued accrued, boolean shares) {
        if (accrued.pending() != null) {
            return Store.WAITING;
        }
        if (shares || !accrued.limits().isEmpty()) {
            return Store.LIMITED;
        }
        if (accrued.expiresDays() != 0) {
            return Store.DAILY;
        }
        return switch (accrued.fade()) {
            case Fade.Never _ -> Store.TOTAL;
            case Fade.HalfLife _ -> Store.HALVING;
            case Fade.Linear _ -> Store.DAILY;
        };
    }

    private Part binned(Characteristic.Binned binned) {
        int slot = slots;
        boolean windowed = binned.windowDays() != 0;
        Map<String, List<Posting>> role = binned.counterparty() ? forCounterparty : forPerson;
        for (String signal : binned.signals()) {
            switch (binned.measure()) {
                case COUNT -> post(role, signal, new Posting.Count(slot, windowed));
                case TIME_SINCE_FIRST, TIME_SINCE_LAST ->
                        post(role, signal, new Posting.Count(slot, true));
                case SUM -> post(role, signal, new Posting.Sum(slot, windowed));
                case MEAN -> {
                    post(role, signal, new Posting.Count(slot, windowed));
                    post(role, signal, new Posting.Sum(slot + 1, windowed));
                }
                case SHARE -> post(role, signal, new Posting.Count(slot, windowed));
                case MIN, MAX -> tally(role, signal, slot, windowed, Tallied.VALUE);
                case LAST -> tally(role, signal, slot, windowed, Tallied.LATEST);
                case DISTINCT_SOURCES -> tally(role, signal, slot, windowed, Tallied.SOURCE);
                case DISTINCT_COUNTERPARTIES ->
                        tally(role, signal, slot, windowed, Tallied.OTHER_PARTY);
            }
        }
        if (binned.measure() == Measure.SHARE) {
            for (String signal : binned.of()) {
                post(role, signal, new Posting.Count(slot + 1, windowed));
            }
        }
        slots += 2;
        if (windowed) {
            forget(slot, binned.windowDays());
            forget(slot + 1, binned.windowDays());
        }
        return new Part.Binned(binned, slot, new Bins(binned));
    }

    private static void tally(
            Map<String, List<Posting>> role,
            String signal,
            int slot,
            boolean windowed,
            Tallied tallied) {
        post(role, signal, new Posting.Tally(slot, windowed, tallied));
    }

    private Part rated(Characteristic.Rated rated) {
        return switch (rated.method()) {
            case MEAN, BAYES -> {
                long lowest = rated.lowestMicro();
                yield rated(rated, null, new Posting.Rating(slots, lowest, rated.highestMicro()));
            }
            case FADING -> {
                Decay decay = decay(rated.halfLifeDays());
                long lowest = rated.lowestMicro();
                long highest = rated.highestMicro();
                var posting = new Posting.FadingRating(slots, lowest, highest, decay);
                yield rated(rated, decay, posting);
            }
            case STANDING, FAIRNESS_GOODNESS, REV2, EIGENTRUST -> new Part.Closed(rated);
        };
    }

    private Part rated(Characteristic.Rated rated, @Nullable Decay decay, Posting posting) {
        int slot = slots;
        rated.signals().forEach(signal -> post(forCounterparty, signal, posting));
        slots += 2;
        return new Part.Rated(rated, slot, decay);
    }

    private Decay decay(int halfLifeDays) {
        return decays.computeIfAbsent(halfLifeDays, Decay::new);
    }

    private static void post(Map<String, List<Posting>> role, String signal, Posting posting) {
        role.computeIfAbsent(signal, _ -> new ArrayList<>()).add(posting);
    }
}
