package glasshouse.account;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A scheme made ready to fold: which slots of an account each signal adds to.
///
/// Immutable; one plan serves all threads and all people.
public final class Plan {
    /// What no signal has.
    public static final int UNKNOWN = -1;

    /// Most slots of an account.
    public static final int MOST_SLOTS = Key.MOST_SLOTS;

    private final Scheme scheme;
    private final Map<String, Integer> signals = new HashMap<>();
    private final Posting[][] forPerson;
    private final Posting[][] forCounterparty;
    private final boolean[] closed;
    private final List<Part> parts;
    private final List<Horizon> horizons;
    private final int slots;

    Plan(Scheme scheme, Layout layout) {
        this.scheme = scheme;
        int count = scheme.signals().size();
        closed = new boolean[count];
        forPerson = new Posting[count][];
        forCounterparty = new Posting[count][];
        for (int i = 0; i < count; i++) {
            Signal signal = scheme.signals().get(i);
            signals.put(signal.name(), i);
            forPerson[i] = layout.forPerson(signal.name());
            forCounterparty[i] = layout.forCounterparty(signal.name());
        }
        parts = layout.parts();
        for (Part part : parts) {
            if (part instanceof Part.Closed(Characteristic characteristic)) {
                characteristic.reads().forEach(name -> closed[signal(name)] = true);
            }
        }
        horizons = layout.horizons();
        slots = layout.slots();
    }

    /// How many slots an account of a scheme has; at most [#MOST_SLOTS] can be laid out.
    public static int slots(Scheme scheme) {
        return Layout.slots(scheme);
    }

    /// Lays out a scheme. Throws `IllegalArgumentException` where it needs more than 511 slots.
    public static Plan of(Scheme scheme) {
        return new Plan(scheme, Layout.of(scheme));
    }

    public Scheme scheme() {
        return scheme;
    }

    /// The index of a signal, or [#UNKNOWN].
    public int signal(String name) {
        return signals.getOrDefault(name, UNKNOWN);
    }

    /// Whether events of a signal bring the person, or the counterparty, anything, be it at a
    /// close.
    public boolean concerns(int signal, boolean asCounterparty) {
        return (asCounterparty ? forCounterparty : forPerson)[signal].length > 0
                || isClosed(signal);
    }

    /// Whether closes read a signal.
    public boolean isClosed(int signal) {
        return closed[signal];
    }

    /// Whether the scheme has characteristics that only a close over all people can tell.
    public boolean needsCloses() {
        return parts.stream().anyMatch(Part.Closed.class::isInstance);
    }

    /// Folds an occurrence into an account.
    public void add(Account account, Occurrence occurrence) {
        post(account, occurrence, 1);
    }

    /// Takes an occurrence back out; the account is then as if it had never seen it.
    public void retract(Account account, Occurrence occurrence) {
        post(account, occurrence, -1);
    }

    private void post(Account account, Occurrence occurrence, int sign) {
        Posting[][] role = occurrence.asCounterparty ? forCounterparty : forPerson;
        for (Posting posting : role[occurrence.signal]) {
            posting.post(account, occurrence, sign);
        }
    }

    /// Drops what weighs nothing from `day` on. No read-out on `day` or later changes by it, nor by
    /// events or retractions of what was dropped.
    public void settle(Account account, int day) {
        for (Horizon horizon : horizons) {
            int firstKept = Math.max(0, day - horizon.days() + 1);
            account.dropBefore(horizon.slot(), firstKept);
        }
    }

    /// What each slot of an account holds, as text. Accounts that were folded under one plan read
    /// under another if both have this in common.
    public List<String> layout() {
        var meanings = new ArrayList<TreeSet<String>>();
        for (int slot = 0; slot < slots; slot++) {
            meanings.add(new TreeSet<>());
        }
        for (Signal signal : scheme.signals()) {
            int index = signal(signal.name());
            for (Posting posting : forPerson[index]) {
                meanings.get(posting.slot()).add(signal.name() + " " + posting.meaning());
            }
            for (Posting posting : forCounterparty[index]) {
                meanings.get(posting.slot()).add("to " + signal.name() + " " + posting.meaning());
            }
        }
        horizons.forEach(each -> meanings.get(each.slot()).add("for " + each.days() + "d"));
        return meanings.stream().map(TreeSet::toString).toList();
    }

    int slots() {
        return slots;
    }

    Posting[] postings(int signal, boolean asCounterparty) {
        return (asCounterparty ? forCounterparty : forPerson)[signal];
    }

    List<Part> parts() {
        return parts;
    }
}
