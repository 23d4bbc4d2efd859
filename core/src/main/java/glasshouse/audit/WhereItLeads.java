package glasshouse.audit;

import glasshouse.audit.Notes.Words;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether consequences lie where the behaviour belongs.
final class WhereItLeads {
    private WhereItLeads() {}

    /// Flows from one context into a detriment in another.
    static void context(Subject subject, AuditRule rule, Notes notes) {
        for (Service service : subject.scheme().services()) {
            Harm harm = subject.harm(service);
            if (harm == Harm.NONE) {
                continue;
            }
            var unrelated = new Flows();
            var arguable = new Flows();
            for (Map.Entry<Characteristic, List<String>> way : subject.into(service).entrySet()) {
                for (Signal signal : subject.reads(way.getKey(), _ -> true)) {
                    switch (subject.contexts().relation(signal, service.context())) {
                        case RELATED -> {}
                        case ARGUABLE -> arguable.add(subject, signal, way, service);
                        case UNRELATED -> unrelated.add(subject, signal, way, service);
                    }
                }
            }
            String unrelatedCase = harm == Harm.CERTAIN ? "unrelated" : "doubtful";
            unrelated.note(rule, unrelatedCase, service, notes);
            // Where it fails anyway, what could be argued is no help.
            if (harm == Harm.CERTAIN && unrelated.isEmpty()) {
                arguable.note(rule, "arguable", service, notes);
            }
        }
    }

    /// Services that say they are an advantage only.
    static void advantage(Subject subject, AuditRule rule, Notes notes) {
        for (Service service : subject.scheme().services()) {
            String contradiction = Harm.contradiction(subject.scheme(), service);
            if (!contradiction.isEmpty()) {
                notes.add(
                        rule,
                        "contradicted",
                        "services." + service.name(),
                        List.of(Path.service(service.name())),
                        new Words()
                                .with("service", quoted(service))
                                .with("contradiction", contradiction));
            }
        }
    }

    static String quoted(Service service) {
        return "“" + service.title() + "”";
    }

    /// Flows into one service of one kind.
    private static final class Flows {
        private final List<Signal> signals = new ArrayList<>();
        private final List<Path> paths = new ArrayList<>();
        private final List<Boolean> costs = new ArrayList<>();
        private final Set<String> arguments = new LinkedHashSet<>();

        void add(
                Subject subject,
                Signal signal,
                Map.Entry<Characteristic, List<String>> way,
                Service service) {
            signals.add(signal);
            costs.add(Cost.of(way.getKey(), signal).yearMicro() > 0);
            arguments.add(subject.contexts().argument(signal, service.context()));
            String characteristic = way.getKey().name();
            paths.add(new Path(signal.name(), characteristic, way.getValue(), service.name()));
        }

        boolean isEmpty() {
            return signals.isEmpty();
        }

        void note(AuditRule rule, String named, Service service, Notes notes) {
            if (signals.isEmpty()) {
                return;
            }
            // What is no wrong at all, and yet costs something, comes first.
            var order = new ArrayList<Integer>();
            for (int i = 0; i < signals.size(); i++) {
                order.add(i);
            }
            order.sort(
                    Comparator.comparingInt((Integer i) -> rank(signals.get(i)))
                            .thenComparing(i -> !costs.get(i)));
            List<Path> sorted = order.stream().map(paths::get).toList();
            List<Signal> gravest = order.stream().map(signals::get).distinct().toList();
            var contexts = new TreeSet<String>();
            signals.forEach(signal -> contexts.add(signal.context()));

            notes.add(
                    rule,
                    named,
                    "services." + service.name(),
                    sorted,
                    new Words()
                            .with("signals", Subject.titles(gravest))
                            .with("names", Subject.names(gravest))
                            .with("contexts", Subject.row(List.copyOf(contexts)))
                            .with("context", service.context())
                            .with("service", quoted(service))
                            .with("because", String.join(" ", arguments))
                            .with("count", paths.size()));
        }

        private static int rank(Signal signal) {
            return switch (signal.nature()) {
                case POLITICAL_OPINION -> 0;
                case BELIEF, TRADE_UNION, ETHNIC_ORIGIN, HEALTH, SEXUALITY, BIOMETRIC -> 1;
                case EXPRESSION -> 2;
                case ASSOCIATION -> 3;
                case TRAIT -> 4;
                case CONDUCT -> 5;
                case PAYMENT -> 6;
                case PUBLIC_REGISTER -> 7;
                case OFFENCE -> 8;
            };
        }
    }
}
