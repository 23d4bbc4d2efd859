package glasshouse.audit;

import glasshouse.account.Account;
import glasshouse.account.Fingerprint;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Pending;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// A made-up life under the scheme, counted by the very fold that counts real ones.
///
/// What only a close over all people can tell (contacts, standing) counts nothing here.
final class Trial {
    /// A Monday, so that weeks begin with the trial.
    static final int START = 20_457;

    /// A value that is neither small nor extreme: a month, in days; as many euros, hours, rides.
    private static final long ORDINARY = Micro.of(30);

    private final Plan plan;
    private final Scheme scheme;
    private final Account account = new Account();
    private final Readout readout;
    private final Occurrence occurrence = new Occurrence();
    private int events;

    Trial(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
        readout = new Readout(plan);
    }

    /// Lets an event of a signal happen, confirmed where it waits for a confirmation.
    void happen(Signal signal, long valueMicro, int day) {
        occurrence.reference = Fingerprint.of("event " + events);
        add(signal.name(), valueMicro, day);
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    Pending pending = accrued.pending();
                    if (accrued.signal().equals(signal.name()) && pending != null) {
                        add(pending.confirmedBy(), Micro.ONE, day);
                    }
                }
            }
        }
        events++;
    }

    private void add(String signal, long valueMicro, int day) {
        occurrence.signal = plan.signal(signal);
        if (occurrence.signal == Plan.UNKNOWN) {
            return;
        }
        occurrence.valueMicro = valueMicro;
        occurrence.day = day;
        occurrence.microsOfDay = events % 1000;
        occurrence.source = Fingerprint.of("source " + events % 7);
        occurrence.otherParty = Fingerprint.of("other " + events % 50);
        for (boolean asCounterparty : new boolean[] {false, true}) {
            if (plan.concerns(occurrence.signal, asCounterparty)) {
                occurrence.asCounterparty = asCounterparty;
                plan.add(account, occurrence);
            }
        }
    }

    /// The published score on a day.
    long score(int day) {
        plan.settle(account, day);
        readout.read(account, day);
        return readout.scoreMicro();
    }

    /// The partial score of a characteristic, as of the last score.
    long partial(int characteristic) {
        return readout.partialMicro(characteristic);
    }

    /// Values of events worth trying: one unit, an ordinary number, and what the tables and bins
    /// that read the signal tell apart.
    static Set<Long> values(Scheme scheme, Signal signal) {
        Set<Long> values = new TreeSet<>();
        values.add(Micro.ONE);
        if (!signal.unit().isEmpty()) {
            values.add(ORDINARY);
        }
        for (Characteristic characteristic : scheme.characteristics()) {
            if (!characteristic.reads().contains(signal.name())) {
                continue;
            }
            switch (characteristic) {
                case Characteristic.Accrual accrual ->
                        accrual.signals().stream()
                                .filter(each -> each.signal().equals(signal.name()))
                                .flatMap(each -> Cost.awards(each).stream())
                                .forEach(award -> edges(award, values));
                case Characteristic.Binned binned -> {
                    switch (binned.measure()) {
                        case SUM, MEAN, MIN, MAX, LAST ->
                                binned.attributes().stream()
                                        .map(Attribute::belowMicro)
                                        .forEach(values::add);
                        case COUNT,
                                TIME_SINCE_FIRST,
                                TIME_SINCE_LAST,
                                SHARE,
                                DISTINCT_SOURCES,
                                DISTINCT_COUNTERPARTIES -> {}
                    }
                }
                case Characteristic.Rated rated -> {
                    values.add(rated.lowestMicro());
                    values.add(rated.highestMicro());
                }
                case Characteristic.Contacts _ -> {}
            }
        }
        values.removeIf(value -> Math.abs(value) > glasshouse.event.Event.MOST_VALUE_MICRO);
        return values;
    }

    private static void edges(Award award, Set<Long> values) {
        if (award instanceof Award.ByValue table) {
            for (Award.Row row : table.rows()) {
                if (row.belowMicro() != Long.MAX_VALUE) {
                    values.add(row.belowMicro());
                    values.add(row.belowMicro() - Micro.ONE);
                }
            }
        }
    }

    /// The value that an event of a signal has when done with its declared effort: its hours where
    /// it is measured in hours, its money where it is measured in money, else one.
    static long effortValue(Signal signal, Effort effort) {
        String unit = signal.unit().toLowerCase(Locale.ROOT);
        if (unit.startsWith("hour") && effort.hoursMicro() > 0) {
            return effort.hoursMicro();
        }
        boolean money = unit.startsWith("euro") || unit.startsWith("dollar");
        return money && effort.eurosMicro() > 0 ? effort.eurosMicro() : Micro.ONE;
    }
}
