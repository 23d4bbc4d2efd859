package glasshouse.lab.compact;

import glasshouse.lab.compact.BinnedColumn.Extreme;
import glasshouse.lab.compact.BinnedColumn.Gauge;
import glasshouse.lab.compact.BinnedColumn.Parties;
import glasshouse.lab.compact.BinnedColumn.Since;
import glasshouse.lab.compact.BinnedColumn.Source;
import glasshouse.lab.compact.BinnedColumn.Totals;
import glasshouse.lab.compact.Reporting.Reported;
import glasshouse.lab.scene.Deed;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Period;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays a scheme's accounts out in columns: which deeds it hears of, and what each adds to.
final class CompactLayout {
    private final Scheme scheme;
    private final Reporting reporting;
    private final Units units;
    private final int stepDays;
    private final int people;
    private int scratchCaps;
    private final List<Cap> kept = new ArrayList<>();

    /// What makes lanes share a memory.
    private record FadeKey(Fade fade, int expiresDays) {}

    CompactLayout(Scheme scheme, Reporting reporting, int stepDays, int people) {
        this.scheme = scheme;
        this.reporting = reporting;
        this.stepDays = stepDays;
        this.people = people;
        units = new Units(scheme.scale().precisionMicro());
    }

    CompactAccounts accounts() {
        var columns = new ArrayList<Column>();
        for (Characteristic characteristic : scheme.characteristics()) {
            columns.add(column(characteristic));
        }
        List<String> unreported =
                scheme.characteristics().stream()
                        .filter(c -> !(c instanceof Characteristic.Contacts))
                        .filter(c -> !(c instanceof Characteristic.Rated))
                        .flatMap(c -> c.reads().stream())
                        .distinct()
                        .filter(signal -> reporting.of(signal).isEmpty())
                        .toList();
        List<short[]> words = CapWords.place(kept, people);
        var size = new CompactAccounts.Size(people, scratchCaps);
        return new CompactAccounts(scheme, units, columns, words, unreported, size);
    }

    private Column column(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> accrual(accrual);
            case Characteristic.Binned binned -> binned(binned);
            case Characteristic.Rated rated -> new RatedColumn(rated, units, stepDays, people);
            case Characteristic.Contacts _ -> new CompactAccounts.Nothing();
        };
    }

    private AccrualColumn accrual(Characteristic.Accrual accrual) {
        var caps = new ArrayList<Cap>();
        var shared = new LinkedHashMap<SharedLimit, Cap>();
        for (SharedLimit limit : accrual.sharedLimits()) {
            shared.put(limit, cap(limit.limit(), alone(limit, accrual), caps));
        }
        Map<FadeKey, List<Lane>> lanes = new LinkedHashMap<>();
        for (Accrued accrued : accrual.signals()) {
            List<Reported> deeds = reporting.of(accrued.signal());
            List<Cap> held = own(accrued, deeds, caps);
            shared.forEach(
                    (limit, cap) -> {
                        if (limit.signals().contains(accrued.signal())) {
                            held.add(cap);
                        }
                    });
            for (Reported reported : deeds) {
                Award award =
                        reported.deed().asCounterparty() ? accrued.counterparty() : accrued.award();
                if (award != null) {
                    lanes.computeIfAbsent(
                                    new FadeKey(accrued.fade(), accrued.expiresDays()),
                                    _ -> new ArrayList<>())
                            .add(new Lane(reported.deed(), reported.times(), award, units, held));
                }
            }
        }
        for (Cap cap : caps) {
            switch (cap.keeping()) {
                case NOWHERE -> {}
                case IN_STEP -> cap.placeInStep(scratchCaps++);
                case BETWEEN_STEPS -> kept.add(cap);
            }
        }
        List<AccrualColumn.Group> groups =
                lanes.entrySet().stream()
                        .map(
                                e ->
                                        new AccrualColumn.Group(
                                                e.getValue(),
                                                Memory.of(
                                                        e.getKey().fade(),
                                                        e.getKey().expiresDays(),
                                                        stepDays,
                                                        people)))
                        .toList();
        return new AccrualColumn(
                groups, caps, units.of(accrual.floorMicro()), units.of(accrual.ceilingMicro()));
    }

    /// The caps of a signal's own limits, in their order, before the shared ones.
    private List<Cap> own(Accrued accrued, List<Reported> deeds, List<Cap> caps) {
        var own = new ArrayList<Cap>();
        for (Limit limit : accrued.limits()) {
            boolean alone = deeds.size() == 1 && once(deeds.getFirst().deed(), limit.period());
            if (!deeds.isEmpty()) {
                own.add(cap(limit, alone, caps));
            }
        }
        return own;
    }

    private Cap cap(Limit limit, boolean alone, List<Cap> caps) {
        boolean withinStep = Cap.withinStep(limit.period(), stepDays);
        Cap.Keeping keeping =
                alone
                        ? Cap.Keeping.NOWHERE
                        : withinStep ? Cap.Keeping.IN_STEP : Cap.Keeping.BETWEEN_STEPS;
        var cap = new Cap(units.of(limit.pointsMicro()), limit.period(), keeping);
        caps.add(cap);
        return cap;
    }

    private boolean alone(SharedLimit limit, Characteristic.Accrual accrual) {
        List<Reported> deeds =
                accrual.signals().stream()
                        .map(Accrued::signal)
                        .filter(limit.signals()::contains)
                        .flatMap(signal -> reporting.of(signal).stream())
                        .toList();
        return deeds.size() <= 1
                && deeds.stream().allMatch(d -> once(d.deed(), limit.limit().period()));
    }

    /// Whether a deed happens at most once in a period.
    private boolean once(Deed deed, Period period) {
        return switch (deed.rhythm()) {
            case YEARLY -> true;
            case MONTHLY -> period != Period.YEAR;
            case ANY, COUNTED -> false;
        };
    }

    private BinnedColumn binned(Characteristic.Binned binned) {
        List<Source> signals = sources(binned.signals(), binned.counterparty());
        List<Source> of = sources(binned.of(), binned.counterparty());
        Gauge gauge =
                switch (binned.measure()) {
                    case COUNT, SUM, SHARE -> Totals.of(binned, signals, of, stepDays, people);
                    case MEAN -> Totals.of(binned, signals, signals, stepDays, people);
                    case MIN -> Extreme.of(binned, signals, true, stepDays, people);
                    case MAX -> Extreme.of(binned, signals, false, stepDays, people);
                    case LAST -> Since.of(binned, signals, Since.Kind.VALUE, people);
                    case TIME_SINCE_FIRST -> Since.of(binned, signals, Since.Kind.FIRST, people);
                    case TIME_SINCE_LAST -> Since.of(binned, signals, Since.Kind.LAST, people);
                    // In the lab all that a signal reports comes from one source, and only ratings
                    // have counterparties.
                    case DISTINCT_SOURCES -> Parties.of(binned, signals, people);
                    case DISTINCT_COUNTERPARTIES -> Parties.of(binned, List.of(), people);
                };
        return new BinnedColumn(binned, gauge, units);
    }

    private List<Source> sources(List<String> signals, boolean asCounterparty) {
        var sources = new ArrayList<Source>();
        for (String signal : signals) {
            for (Reported reported : reporting.of(signal)) {
                if (reported.deed().asCounterparty() == asCounterparty) {
                    sources.add(new Source(reported.deed(), reported.times()));
                }
            }
        }
        return sources;
    }
}
