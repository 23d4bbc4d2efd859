package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Attribute;
import glasshouse.scheme.Band;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the scheme counts: what it forgets, what limits it, what counts twice or not at all.
final class HowItCounts {
    private HowItCounts() {}

    /// Losses that do not fade or expire, and events that are never dropped.
    static void fading(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (!subject.hurts(characteristic)) {
                continue;
            }
            var never = new ArrayList<Signal>();
            var kept = new ArrayList<Signal>();
            for (Signal signal : subject.reads(characteristic, _ -> true)) {
                switch (memory(characteristic, signal)) {
                    case FOR_EVER -> never.add(signal);
                    case FADING -> kept.add(signal);
                    case ENDING -> {}
                }
            }
            note(rule, "never", characteristic, never, notes);
            note(rule, "kept", characteristic, kept, notes);
        }
    }

    private static void note(
            AuditRule rule,
            String named,
            Characteristic characteristic,
            List<Signal> signals,
            Notes notes) {
        if (!signals.isEmpty()) {
            notes.add(
                    rule,
                    named,
                    "characteristics." + characteristic.name(),
                    WhatIsScored.paths(signals, characteristic),
                    WhatIsScored.words(characteristic, signals));
        }
    }

    private enum Memory {
        FOR_EVER,
        FADING,
        ENDING
    }

    private static Memory memory(Characteristic characteristic, Signal signal) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> {
                for (Accrued accrued : accrual.signals()) {
                    boolean costs = Cost.of(accrual, signal).yearMicro() > 0;
                    if (costs
                            && accrued.signal().equals(signal.name())
                            && Cost.keptDays(accrued) == 0) {
                        yield accrued.fade() instanceof Fade.Never
                                ? Memory.FOR_EVER
                                : Memory.FADING;
                    }
                }
                yield Memory.ENDING;
            }
            case Characteristic.Binned binned -> {
                boolean costs =
                        binned.attributes().stream().anyMatch(each -> each.pointsMicro() < 0);
                yield binned.windowDays() == 0 && costs ? Memory.FOR_EVER : Memory.ENDING;
            }
            case Characteristic.Rated rated ->
                    rated.halfLifeDays() > 0 ? Memory.FADING : Memory.FOR_EVER;
            case Characteristic.Contacts _ -> Memory.ENDING;
        };
    }

    /// Losses that nothing limits.
    static void unbounded(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (characteristic instanceof Characteristic.Accrual accrual
                    && accrual.floorMicro() == Long.MIN_VALUE
                    && subject.hurts(accrual)) {
                List<Signal> open =
                        subject.reads(
                                accrual, each -> Cost.of(accrual, each).yearMicro() == Cost.OPEN);
                if (!open.isEmpty()) {
                    long floor = subject.scheme().scale().floorMicro();
                    notes.add(
                            rule,
                            "open",
                            "characteristics." + accrual.name(),
                            WhatIsScored.paths(open, accrual),
                            WhatIsScored.words(accrual, open).with("floor", Subject.points(floor)));
                }
            }
        }
    }

    /// Signals that can cost points in more than one characteristic.
    static void counted(Subject subject, AuditRule rule, Notes notes) {
        Map<Signal, List<Characteristic>> costs = new LinkedHashMap<>();
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (subject.hurts(characteristic)) {
                for (Signal signal : subject.reads(characteristic, _ -> true)) {
                    if (canCost(characteristic, signal)) {
                        costs.computeIfAbsent(signal, _ -> new ArrayList<>()).add(characteristic);
                    }
                }
            }
        }
        costs.values().removeIf(where -> where.size() < 2);
        if (costs.isEmpty()) {
            return;
        }
        var paths = new ArrayList<Path>();
        var told = new ArrayList<String>();
        costs.forEach(
                (signal, where) -> {
                    where.forEach(each -> paths.add(Path.of(signal.name(), each.name())));
                    List<String> titles =
                            where.stream().map(each -> "“" + each.title() + "”").toList();
                    told.add(Subject.decapitalised(signal.title()) + " in " + Subject.row(titles));
                });
        String first = costs.values().iterator().next().getLast().name();
        Words words = new Words().with("signals", String.join("; ", told));
        notes.add(rule, "several", "characteristics." + first, paths, words);
    }

    private static boolean canCost(Characteristic characteristic, Signal signal) {
        if (characteristic instanceof Characteristic.Binned binned) {
            // Good signals lift a share or a count; they cost nothing by happening.
            boolean bad = signal.gravity().compareTo(glasshouse.scheme.Gravity.NEUTRAL) > 0;
            return bad && binned.attributes().stream().anyMatch(each -> each.pointsMicro() < 0);
        }
        return Cost.of(characteristic, signal).yearMicro() > 0;
    }

    /// Characteristics that change nothing, and bands that nobody can reach.
    static void dead(Subject subject, AuditRule rule, Notes notes) {
        Scheme scheme = subject.scheme();
        Set<Characteristic> used = new LinkedHashSet<>();
        scheme.services().forEach(each -> used.addAll(subject.into(each).keySet()));
        long least = scheme.scale().initialMicro();
        long most = least;
        for (Characteristic characteristic : scheme.characteristics()) {
            Range range = range(characteristic);
            least = Math.max(scheme.scale().floorMicro(), least + held(range.least()));
            most = Math.min(scheme.scale().ceilingMicro(), most + held(range.most()));
            boolean unused = !scheme.services().isEmpty() && !used.contains(characteristic);
            if (range.least() == range.most() || unused) {
                note(
                        rule,
                        "characteristic",
                        characteristic,
                        subject.reads(characteristic, _ -> true),
                        notes);
            }
        }
        for (int i = 0; i < scheme.bands().size(); i++) {
            Band band = scheme.bands().get(i);
            boolean last = i == scheme.bands().size() - 1;
            long next = last ? Long.MAX_VALUE : scheme.bands().get(i + 1).fromMicro();
            if (band.fromMicro() > most || next <= least) {
                Words words =
                        new Words()
                                .with("band", "“" + band.title() + "”")
                                .with("least", Subject.points(least))
                                .with("most", Subject.points(most));
                notes.add(rule, "band", "bands." + band.name(), List.of(), words);
            }
        }
    }

    /// Partial scores between which a characteristic moves.
    record Range(long least, long most) {}

    /// A partial score within what can be added up.
    private static long held(long micro) {
        long bound = Long.MAX_VALUE / 1024;
        return Math.clamp(micro, -bound, bound);
    }

    static Range range(Characteristic characteristic) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> {
                long least = 0;
                long most = 0;
                for (Accrued accrued : accrual.signals()) {
                    for (glasshouse.scheme.Award award : Cost.awards(accrued)) {
                        for (long points : Cost.extremes(award)) {
                            least = points < 0 ? Long.MIN_VALUE : least;
                            most = points > 0 ? Long.MAX_VALUE : most;
                        }
                    }
                }
                yield new Range(
                        Math.max(least, accrual.floorMicro()),
                        Math.min(most, accrual.ceilingMicro()));
            }
            case Characteristic.Binned binned -> {
                long least = binned.missing().pointsMicro();
                long most = least;
                for (Attribute attribute : binned.attributes()) {
                    least = Math.min(least, attribute.pointsMicro());
                    most = Math.max(most, attribute.pointsMicro());
                }
                yield new Range(least, most);
            }
            case Characteristic.Rated rated -> {
                var points = rated.points().knots().stream().mapToLong(Curve.Knot::yMicro);
                var summary = points.summaryStatistics();
                yield new Range(summary.getMin(), summary.getMax());
            }
            case Characteristic.Contacts contacts ->
                    new Range(-contacts.mostMicro(), contacts.mostMicro());
        };
    }
}
