package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What may not be scored at all, wherever it leads.
final class WhatIsScored {
    /// Natures that say nothing of what a signal reveals beyond its context.
    private static final Set<Nature> PLAIN =
            Set.of(Nature.CONDUCT, Nature.PAYMENT, Nature.PUBLIC_REGISTER, Nature.TRAIT);

    private WhatIsScored() {}

    /// Signals of certain natures, or which their context or name gives away: what happens in the
    /// context `speech` is expression, whatever nature the scheme gives it.
    static void nature(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            List<Signal> found = subject.reads(characteristic, signal -> matches(rule, signal));
            if (found.isEmpty()) {
                continue;
            }
            List<String> natures =
                    found.stream()
                            .map(signal -> Subject.written(signal.nature()).replace('-', ' '))
                            .distinct()
                            .toList();
            String at = "characteristics." + characteristic.name();
            notes.add(
                    rule,
                    "scored",
                    found.size() == 1 ? at + ".signals." + found.getFirst().name() : at,
                    paths(found, characteristic),
                    words(characteristic, found).with("natures", Subject.row(natures)));
        }
    }

    private static boolean matches(AuditRule rule, Signal signal) {
        boolean plain = PLAIN.contains(signal.nature());
        return rule.with("natures").contains(Subject.written(signal.nature()))
                || (plain && rule.with("contexts").contains(signal.context()))
                || (plain
                        && Arrays.stream(signal.name().split("[.-]"))
                                .anyMatch(rule.with("words")::contains));
    }

    static List<Path> paths(List<Signal> signals, Characteristic characteristic) {
        return signals.stream()
                .map(signal -> Path.of(signal.name(), characteristic.name()))
                .toList();
    }

    static Words words(Characteristic characteristic, List<Signal> signals) {
        return new Words()
                .with("characteristic", "“" + characteristic.title() + "”")
                .with("name", characteristic.name())
                .with("signals", Subject.titles(signals))
                .with("names", Subject.names(signals));
    }

    /// Characteristics that follow the scores of contacts.
    static void contacts(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (!(characteristic instanceof Characteristic.Contacts contacts)) {
                continue;
            }
            var paths = new ArrayList<Path>();
            for (Characteristic other : subject.scheme().characteristics()) {
                if (!other.equals(characteristic)) {
                    for (String signal : other.hangsOn()) {
                        List<String> through = List.of("a contact's score", contacts.name());
                        paths.add(new Path(signal, other.name(), through, ""));
                    }
                }
            }
            notes.add(
                    rule,
                    "pull",
                    "characteristics." + contacts.name(),
                    paths,
                    words(contacts, List.of())
                            .with("most", Subject.points(contacts.mostMicro()))
                            .with("count", paths.size()));
        }
    }

    /// Entries of public registers, and how long they are kept.
    static void register(Subject subject, AuditRule rule, Notes notes) {
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            var forever = new ArrayList<Signal>();
            var kept = new ArrayList<Signal>();
            int longest = 0;
            for (Signal signal :
                    subject.reads(characteristic, s -> s.nature() == Nature.PUBLIC_REGISTER)) {
                int days = keptDays(characteristic, signal);
                if (days == 0) {
                    forever.add(signal);
                } else if (days > rule.number("short-days", 0)) {
                    kept.add(signal);
                    longest = Math.max(longest, days);
                }
            }
            String at = "characteristics." + characteristic.name();
            if (!forever.isEmpty()) {
                List<Path> paths = paths(forever, characteristic);
                notes.add(rule, "forever", at, paths, words(characteristic, forever));
            }
            if (!kept.isEmpty()) {
                List<Path> paths = paths(kept, characteristic);
                Words words = words(characteristic, kept).with("days", longest);
                notes.add(rule, "long", at, paths, words);
            }
        }
    }

    /// For how many days events of a signal count; 0: for ever.
    static int keptDays(Characteristic characteristic, Signal signal) {
        return switch (characteristic) {
            case Characteristic.Accrual accrual -> {
                for (Accrued accrued : accrual.signals()) {
                    if (accrued.signal().equals(signal.name())) {
                        yield Cost.keptDays(accrued);
                    }
                }
                yield 0;
            }
            case Characteristic.Binned binned -> binned.windowDays();
            case Characteristic.Rated _, Characteristic.Contacts _ -> 0;
        };
    }
}
