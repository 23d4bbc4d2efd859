package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Nature;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds what behaviours cost against how grave the scheme itself says they are.
///
/// The scheme is its own measure: what it calls neutral must not cost as much as what it calls a
/// crime, nor close by itself a service of weight.
final class Proportion {
    /// What a signal costs somewhere.
    private record Price(Characteristic characteristic, Signal signal, Cost cost) {
        Path path() {
            return Path.of(signal.name(), characteristic.name());
        }
    }

    private final Subject subject;
    private final AuditRule rule;
    private final Notes notes;
    private final List<Price> prices = new ArrayList<>();

    private Proportion(Subject subject, AuditRule rule, Notes notes) {
        this.subject = subject;
        this.rule = rule;
        this.notes = notes;
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            if (subject.hurts(characteristic)) {
                for (Signal signal : subject.reads(characteristic, _ -> true)) {
                    Cost cost = Cost.of(characteristic, signal);
                    if (cost.yearMicro() > 0) {
                        prices.add(new Price(characteristic, signal, cost));
                    }
                }
            }
        }
    }

    static void look(Subject subject, AuditRule rule, Notes notes) {
        var proportion = new Proportion(subject, rule, notes);
        for (Characteristic characteristic : subject.scheme().characteristics()) {
            proportion.asACrime(characteristic);
            proportion.closes(characteristic);
            proportion.asAnOffence(characteristic);
            proportion.remembered(characteristic);
        }
    }

    private static boolean harmless(Signal signal) {
        return signal.gravity().compareTo(Gravity.NEUTRAL) <= 0;
    }

    private List<Price> of(Characteristic characteristic) {
        return prices.stream().filter(p -> p.characteristic().equals(characteristic)).toList();
    }

    /// The cheapest of what the scheme calls an offence or a crime.
    private @Nullable Price cheapestCrime() {
        return prices.stream()
                .filter(price -> price.signal().gravity().compareTo(Gravity.OFFENCE) >= 0)
                .filter(price -> price.cost().leastMicro() > 0)
                .min(Comparator.comparingLong(price -> price.cost().leastMicro()))
                .orElse(null);
    }

    /// Harmless behaviour that costs within a year as much as a crime.
    private void asACrime(Characteristic characteristic) {
        Price crime = cheapestCrime();
        if (crime == null) {
            return;
        }
        List<Price> found =
                of(characteristic).stream()
                        .filter(price -> harmless(price.signal()))
                        .filter(price -> price.cost().yearMicro() >= crime.cost().leastMicro())
                        .sorted(Comparator.comparingLong(p -> -p.cost().yearMicro()))
                        .toList();
        note("as-a-crime", characteristic, found, crime, price -> price.cost().yearMicro());
    }

    /// Breaches of which one costs as much as an offence or a crime.
    private void asAnOffence(Characteristic characteristic) {
        Price crime = cheapestCrime();
        if (crime == null) {
            return;
        }
        List<Price> found =
                of(characteristic).stream()
                        .filter(price -> !harmless(price.signal()))
                        .filter(price -> price.signal().gravity().compareTo(Gravity.BREACH) <= 0)
                        .filter(price -> price.cost().mostMicro() >= crime.cost().leastMicro())
                        .toList();
        note("as-an-offence", characteristic, found, crime, price -> price.cost().mostMicro());
    }

    private void note(
            String named,
            Characteristic characteristic,
            List<Price> found,
            Price crime,
            java.util.function.ToLongFunction<Price> cost) {
        if (found.isEmpty()) {
            return;
        }
        long most = found.stream().mapToLong(cost).max().orElse(0);
        notes.add(
                rule,
                named,
                "characteristics." + characteristic.name(),
                found.stream().map(Price::path).toList(),
                words(characteristic, found)
                        .with("most", Cost.text(most))
                        .with("crime", "“" + crime.signal().title() + "”")
                        .with("crime-cost", crime.cost().range())
                        .with("crime-least", Subject.points(crime.cost().leastMicro())));
    }

    private static Words words(Characteristic characteristic, List<Price> found) {
        List<Signal> signals = found.stream().map(Price::signal).toList();
        Gravity gravest =
                signals.stream().map(Signal::gravity).max(Gravity::compareTo).orElseThrow();
        return WhatIsScored.words(characteristic, signals)
                .with("signals", "“" + Subject.capitalised(Subject.titles(signals)) + "”")
                .with("gravity", Subject.gravity(gravest));
    }

    /// Services of weight that a harmless behaviour, or a trifle, alone can close within a year.
    ///
    /// In a context of its own a harmless behaviour may bear on the service, and a payment missed
    /// may be worse than the scheme says: these are questions.
    private void closes(Characteristic characteristic) {
        for (boolean far : new boolean[] {true, false}) {
            var found = new ArrayList<Price>();
            var paths = new ArrayList<Path>();
            Set<Service> closed = new LinkedHashSet<>();
            for (Price price : of(characteristic)) {
                if (price.signal().gravity().compareTo(Gravity.TRIFLE) > 0) {
                    continue;
                }
                for (Service service : closedBy(price)) {
                    if (far == unjustified(price.signal(), service)) {
                        found.add(price);
                        closed.add(service);
                        String name = price.signal().name();
                        List<String> through = List.of();
                        paths.add(new Path(name, characteristic.name(), through, service.name()));
                    }
                }
            }
            if (!found.isEmpty()) {
                notes.add(
                        rule,
                        far ? "closes" : "closes-near",
                        "characteristics." + characteristic.name(),
                        paths,
                        words(characteristic, found).with("services", Subject.services(closed)));
            }
        }
    }

    private boolean unjustified(Signal signal, Service service) {
        return harmless(signal)
                && signal.nature() != Nature.PAYMENT
                && subject.contexts().relation(signal, service.context()) == Relation.UNRELATED;
    }

    private List<Service> closedBy(Price price) {
        Scheme scheme = subject.scheme();
        long start = scheme.scale().initialMicro();
        long cost = Math.min(price.cost().yearMicro(), start - scheme.scale().floorMicro());
        var before = new Outcomes(scheme);
        var after = new Outcomes(scheme, Map.of(price.characteristic().name(), -cost));
        long fallen = scheme.scale().publish(start - cost);
        return subject.significant().stream()
                .filter(each -> subject.into(each).containsKey(price.characteristic()))
                .filter(
                        each ->
                                before.decisive(each, scheme.scale().publish(start)).outcome()
                                                != Outcome.REFUSED
                                        && after.decisive(each, fallen).outcome()
                                                == Outcome.REFUSED)
                .toList();
    }

    /// What is remembered as long as an offence or a crime.
    private void remembered(Characteristic characteristic) {
        List<Price> crimes =
                prices.stream()
                        .filter(each -> each.signal().gravity().compareTo(Gravity.OFFENCE) >= 0)
                        .toList();
        for (Price crime : crimes) {
            int kept = WhatIsScored.keptDays(crime.characteristic(), crime.signal());
            List<Price> found =
                    of(characteristic).stream()
                            .filter(each -> each.signal().gravity().compareTo(Gravity.BREACH) <= 0)
                            .filter(each -> kept > 0)
                            .filter(
                                    each -> {
                                        int days =
                                                WhatIsScored.keptDays(
                                                        characteristic, each.signal());
                                        return days >= kept;
                                    })
                            .toList();
            if (!found.isEmpty()) {
                notes.add(
                        rule,
                        "remembered",
                        "characteristics." + characteristic.name(),
                        found.stream().map(Price::path).toList(),
                        words(characteristic, found)
                                .with("crime", "“" + crime.signal().title() + "”")
                                .with("days", kept + " days"));
                return;
            }
        }
    }
}
