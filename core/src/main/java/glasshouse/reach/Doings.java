package glasshouse.reach;

import glasshouse.account.Plan;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Effort;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Measure;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a scheme lets a person do for their score.
///
/// Left out is what nobody decides to do (a trait, a register entry, what others do to them, what
/// cannot be done in any week) and what is itself a breach. Effort is that of one unit of a value
/// that is added up, and that of one event elsewhere.
final class Doings {
    private static final Effort ASSUMED = new Effort(Micro.ONE, 0, Micro.ONE);
    private static final Set<Measure> LEVELS =
            EnumSet.of(Measure.MEAN, Measure.MIN, Measure.MAX, Measure.LAST);

    private final Scheme scheme;
    private final Plan plan;

    Doings(Plan plan) {
        this.plan = plan;
        scheme = plan.scheme();
    }

    /// In the order of the scheme, then by value.
    List<Doing> all() {
        var doings = new ArrayList<Doing>();
        for (Signal signal : scheme.signals()) {
            if (isDecided(signal)) {
                for (long valueMicro : values(signal.name())) {
                    doings.add(doing(signal, valueMicro));
                }
            }
        }
        return doings;
    }

    private static boolean isDecided(Signal signal) {
        boolean act =
                switch (signal.nature()) {
                    case CONDUCT,
                            PAYMENT,
                            EXPRESSION,
                            POLITICAL_OPINION,
                            TRADE_UNION,
                            ASSOCIATION ->
                            true;
                    case PUBLIC_REGISTER,
                            OFFENCE,
                            BELIEF,
                            ETHNIC_ORIGIN,
                            HEALTH,
                            SEXUALITY,
                            BIOMETRIC,
                            TRAIT ->
                            false;
                };
        Effort effort = signal.effort();
        return act
                && (effort == null || effort.canBeChosen())
                && (signal.gravity() == Gravity.GOOD || signal.gravity() == Gravity.NEUTRAL);
    }

    /// The values worth trying: one unit, and the least of each step of a table or bin.
    private Set<Long> values(String signal) {
        var values = new TreeSet<Long>();
        for (Characteristic characteristic : scheme.characteristics()) {
            switch (characteristic) {
                case Characteristic.Accrual accrual -> accrued(accrual, signal, values);
                case Characteristic.Binned binned -> {
                    if (binned.reads().contains(signal) && !binned.counterparty()) {
                        binned(binned, values);
                    }
                }
                case Characteristic.Rated _, Characteristic.Contacts _ -> {}
            }
        }
        return values;
    }

    private static void accrued(Characteristic.Accrual accrual, String signal, Set<Long> values) {
        for (Accrued accrued : accrual.signals()) {
            if (!accrued.signal().equals(signal)) {
                continue;
            }
            switch (accrued.award()) {
                case null -> {}
                case Award.PerEvent _, Award.PerUnit _ -> values.add(Micro.ONE);
                case Award.ByValue table -> {
                    long lowest = Math.min(0, table.rows().getFirst().belowMicro() - 1);
                    for (Award.Row row : table.rows()) {
                        values.add(lowest);
                        lowest = row.belowMicro();
                    }
                }
            }
        }
    }

    private static void binned(Characteristic.Binned binned, Set<Long> values) {
        if (!LEVELS.contains(binned.measure())) {
            values.add(Micro.ONE);
            return;
        }
        List<Attribute> bins = binned.attributes();
        long lowest = Math.min(0, bins.getFirst().belowMicro() - 1);
        for (Attribute bin : bins) {
            values.add(lowest);
            lowest = bin.belowMicro();
        }
    }

    private Doing doing(Signal signal, long valueMicro) {
        boolean stated = signal.effort() != null;
        Effort effort = signal.effort() == null ? ASSUMED : signal.effort();
        long units = addsUp(signal) ? Math.max(Micro.ONE, valueMicro) : Micro.ONE;
        Accrued limited = limited(signal.name());
        Award award = limited == null ? null : limited.award();
        return new Doing(
                signal,
                plan.signal(signal.name()),
                valueMicro,
                Micro.multiply(effort.hoursMicro(), units, Long.MAX_VALUE),
                Micro.multiply(effort.eurosMicro(), units, Long.MAX_VALUE),
                Math.max(1, Micro.divide(effort.perWeekMicro(), units)),
                stated,
                limited == null ? List.of() : limited.limits(),
                award == null ? 0 : award.micro(valueMicro),
                confirmedBy(signal.name()));
    }

    /// Whether more of the value brings, or costs, more.
    private boolean addsUp(Signal signal) {
        for (Characteristic characteristic : scheme.characteristics()) {
            boolean adds =
                    switch (characteristic) {
                        case Characteristic.Accrual accrual ->
                                accrual.signals().stream()
                                        .filter(accrued -> accrued.signal().equals(signal.name()))
                                        .anyMatch(accrued -> byValue(accrued.award()));
                        case Characteristic.Binned binned ->
                                binned.measure() == Measure.SUM
                                        && binned.signals().contains(signal.name());
                        case Characteristic.Rated _, Characteristic.Contacts _ -> false;
                    };
            if (adds) {
                return true;
            }
        }
        return false;
    }

    private static boolean byValue(@Nullable Award award) {
        return switch (award) {
            case null -> false;
            case Award.PerEvent _ -> false;
            case Award.PerUnit _, Award.ByValue _ -> true;
        };
    }

    /// The limited gain of a signal, where one characteristic alone counts it.
    private @Nullable Accrued limited(String signal) {
        Accrued found = null;
        for (Characteristic characteristic : scheme.characteristics()) {
            if (!characteristic.reads().contains(signal)) {
                continue;
            }
            if (found != null || !(characteristic instanceof Characteristic.Accrual accrual)) {
                return null;
            }
            for (Accrued accrued : accrual.signals()) {
                if (accrued.signal().equals(signal)) {
                    found = accrued;
                }
            }
        }
        return found;
    }

    private @Nullable String confirmedBy(String signal) {
        for (Characteristic characteristic : scheme.characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual) {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.signal().equals(signal) && accrued.pending() != null) {
                        return accrued.pending().confirmedBy();
                    }
                }
            }
        }
        return null;
    }
}
