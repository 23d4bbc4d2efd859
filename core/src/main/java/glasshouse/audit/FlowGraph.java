package glasshouse.audit;

import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Condition;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a scheme's parts flow into one another, as a picture shows it: signals into characteristics,
/// these into the score, the score (or a characteristic by itself) into lists and services. Each
/// flow bears the gravest verdict of the paths that run along it.
public record FlowGraph(List<Edge> edges) {
    public FlowGraph {
        edges = List.copyOf(edges);
    }

    /// The kinds of parts, in the order in which they flow.
    public enum Kind {
        SIGNAL,
        CHARACTERISTIC,
        SCORE,
        LIST,
        SERVICE
    }

    /// One part, by its name in the scheme; the score has the name of the scheme.
    public record Node(Kind kind, String name) {}

    /// A flow from one part into another.
    public record Edge(Node from, Node to, Verdict verdict) {}

    /// The picture of an audit.
    public static FlowGraph of(Audit audit) {
        return new Builder(audit).build();
    }

    /// The gravest verdict of the flows that touch a part.
    public Verdict verdict(Node node) {
        return edges.stream()
                .filter(edge -> edge.from().equals(node) || edge.to().equals(node))
                .map(Edge::verdict)
                .max(Verdict::compareTo)
                .orElse(Verdict.PASS);
    }

    private static final class Builder {
        private final Scheme scheme;
        private final Node score;
        private final Map<List<Node>, Verdict> edges = new LinkedHashMap<>();
        private final Map<Kind, Map<String, Verdict>> verdicts = new EnumMap<>(Kind.class);
        private final Map<String, Verdict> read = new LinkedHashMap<>();

        Builder(Audit audit) {
            scheme = audit.scheme();
            score = new Node(Kind.SCORE, scheme.header().name());
            for (Finding finding : audit.findings()) {
                for (Path path : finding.paths()) {
                    note(path, finding.verdict());
                }
            }
            noteLists();
        }

        /// A list bears the verdict of the services that ask it.
        private void noteLists() {
            var flow = new Flow(scheme);
            for (Service service : scheme.services()) {
                Verdict verdict = of(new Node(Kind.SERVICE, service.name()));
                flow.lists(service).forEach(list -> note(Kind.LIST, list, verdict));
            }
        }

        private void note(Path path, Verdict verdict) {
            if (path.signal().isEmpty()) {
                return;
            }
            read.merge(path.signal() + " " + path.characteristic(), verdict, Builder::graver);
            note(Kind.CHARACTERISTIC, path.characteristic(), verdict);
            if (!path.service().isEmpty()) {
                note(Kind.SERVICE, path.service(), verdict);
            }
        }

        private void note(Kind kind, String name, Verdict verdict) {
            verdicts.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                    .merge(name, verdict, Builder::graver);
        }

        private static Verdict graver(Verdict a, Verdict b) {
            return a.compareTo(b) >= 0 ? a : b;
        }

        private Verdict of(Node node) {
            return verdicts.getOrDefault(node.kind(), Map.of())
                    .getOrDefault(node.name(), Verdict.PASS);
        }

        FlowGraph build() {
            for (Characteristic characteristic : scheme.characteristics()) {
                var node = new Node(Kind.CHARACTERISTIC, characteristic.name());
                for (String signal : characteristic.hangsOn()) {
                    Verdict verdict =
                            read.getOrDefault(signal + " " + characteristic.name(), Verdict.PASS);
                    edges.merge(
                            List.of(new Node(Kind.SIGNAL, signal), node), verdict, Builder::graver);
                }
                edges.put(List.of(node, score), of(node));
            }
            for (Listing listing : scheme.lists()) {
                var node = new Node(Kind.LIST, listing.name());
                flow(listing.enter(), node);
                flow(listing.exit(), node);
            }
            for (Service service : scheme.services()) {
                var node = new Node(Kind.SERVICE, service.name());
                for (Rule rule : service.rules()) {
                    flow(rule.when(), node);
                    Curve price = rule.price();
                    if (price != null && price.knots().size() > 1) {
                        flow(score, node);
                    }
                }
                if (service.quota() != null) {
                    flow(score, node);
                }
            }
            var all = new ArrayList<Edge>();
            edges.forEach((ends, verdict) -> all.add(new Edge(ends.get(0), ends.get(1), verdict)));
            return new FlowGraph(all);
        }

        private void flow(Node from, Node to) {
            edges.merge(List.of(from, to), of(to), Builder::graver);
        }

        private void flow(Condition condition, Node to) {
            switch (condition) {
                case Condition.Always _ -> {}
                case Condition.Score _, Condition.InBand _ -> flow(score, to);
                case Condition.OnList on -> flow(new Node(Kind.LIST, on.list()), to);
                case Condition.Partial partial ->
                        flow(new Node(Kind.CHARACTERISTIC, partial.characteristic()), to);
                case Condition.All all -> all.conditions().forEach(each -> flow(each, to));
                case Condition.Any any -> any.conditions().forEach(each -> flow(each, to));
                case Condition.Not not -> flow(not.condition(), to);
            }
        }
    }
}
