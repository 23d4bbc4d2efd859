package glasshouse.wire.audit;

import glasshouse.audit.Audit;
import glasshouse.audit.FlowGraph;
import glasshouse.audit.FlowGraph.Edge;
import glasshouse.audit.FlowGraph.Kind;
import glasshouse.audit.FlowGraph.Node;
import glasshouse.audit.Verdict;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The flows of a scheme as a drawing (SVG): from what people do, on the left, to what it decides,
/// on the right. A flow that fails is a thick red line, one with a question a dashed line.
///
/// The wide drawing shows every part, the narrow one only contexts, for a phone.
final class FlowPicture {
    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final Map<Kind, Integer> COLUMNS =
            Map.of(
                    Kind.SIGNAL, 0,
                    Kind.CHARACTERISTIC, 1,
                    Kind.SCORE, 2,
                    Kind.LIST, 2,
                    Kind.SERVICE, 3);

    /// How wide each column is placed: where lines come in, where they leave, and how many
    /// characters fit.
    private record Layout(int width, int[] in, int[] out, int[] fits, String[] heads) {}

    private static final Layout WIDE =
            new Layout(
                    1120,
                    new int[] {0, 376, 676, 880},
                    new int[] {292, 596, 816, 1120},
                    new int[] {40, 32, 20, 36},
                    new String[] {"What people do", "Part of the score", "", "What it decides"});

    private static final Layout NARROW =
            new Layout(
                    360,
                    new int[] {0, 0, 150, 236},
                    new int[] {124, 0, 206, 360},
                    new int[] {17, 0, 8, 17},
                    new String[] {"Done in", "", "", "Costs in"});

    private final Layout layout;
    private final Map<Node, String> labels = new LinkedHashMap<>();
    private final Map<Node, Double> rows = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();

    private FlowPicture(Layout layout) {
        this.layout = layout;
    }

    /// Every signal, characteristic, list and service.
    static String wide(Audit audit) {
        Scheme scheme = audit.scheme();
        var picture = new FlowPicture(WIDE);
        FlowGraph graph = FlowGraph.of(audit);
        scheme.signals().forEach(s -> picture.label(Kind.SIGNAL, s.name(), s.title()));
        scheme.characteristics()
                .forEach(c -> picture.label(Kind.CHARACTERISTIC, c.name(), c.title()));
        picture.label(Kind.SCORE, scheme.header().name(), "Score");
        scheme.lists().forEach(l -> picture.label(Kind.LIST, l.name(), l.title()));
        scheme.services().forEach(s -> picture.label(Kind.SERVICE, s.name(), s.title()));
        graph.edges().stream()
                .filter(edge -> picture.labels.containsKey(edge.from()))
                .filter(edge -> picture.labels.containsKey(edge.to()))
                .forEach(picture.edges::add);
        return picture.draw("every part of " + scheme.header().title());
    }

    /// The contexts of signals, the score, the contexts of services.
    static String narrow(Audit audit) {
        Scheme scheme = audit.scheme();
        var picture = new FlowPicture(NARROW);
        FlowGraph graph = FlowGraph.of(audit);
        var score = new Node(Kind.SCORE, scheme.header().name());
        picture.labels.put(score, "Score");
        Map<Node, Verdict> flows = new LinkedHashMap<>();
        scheme.signals()
                .forEach(
                        signal -> {
                            Verdict verdict = graph.verdict(new Node(Kind.SIGNAL, signal.name()));
                            var context = new Node(Kind.SIGNAL, signal.context());
                            flows.merge(context, verdict, FlowPicture::graver);
                        });
        scheme.services()
                .forEach(
                        service -> {
                            Verdict verdict = graph.verdict(new Node(Kind.SERVICE, service.name()));
                            var context = new Node(Kind.SERVICE, service.context());
                            flows.merge(context, verdict, FlowPicture::graver);
                        });
        flows.forEach(
                (node, verdict) -> {
                    picture.label(node.kind(), node.name(), node.name());
                    boolean done = node.kind() == Kind.SIGNAL;
                    picture.edges.add(new Edge(done ? node : score, done ? score : node, verdict));
                });
        return picture.draw("the contexts of " + scheme.header().title());
    }

    private static Verdict graver(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private void label(Kind kind, String name, String title) {
        labels.put(new Node(kind, name), title);
    }

    private String draw(String what) {
        place();
        int height =
                TOP + ROW * rows.values().stream().mapToInt(Double::intValue).max().orElse(0) + ROW;
        svg.append(
                """
                <svg viewBox="0 0 %d %d" role="img" aria-label="How behaviour flows into \
                consequences: %s. The findings below say the same in words.">
                """
                        .formatted(layout.width(), height, Html.text(what)));
        heads();
        edges.stream().sorted(Comparator.comparing(Edge::verdict)).forEach(this::line);
        labels.keySet().forEach(this::node);
        return svg.append("</svg>\n").toString();
    }

    /// Rows: the longest column fills the height, the others spread over it.
    private void place() {
        Map<Integer, List<Node>> columns = new HashMap<>();
        for (Node node : labels.keySet()) {
            columns.computeIfAbsent(column(node), _ -> new ArrayList<>()).add(node);
        }
        int most = columns.values().stream().mapToInt(List::size).max().orElse(1);
        columns.forEach(
                (_, nodes) -> {
                    double step = (double) most / nodes.size();
                    for (int i = 0; i < nodes.size(); i++) {
                        rows.put(nodes.get(i), step * i + step / 2);
                    }
                });
    }

    private static int column(Node node) {
        return COLUMNS.getOrDefault(node.kind(), 0);
    }

    private double y(Node node) {
        return TOP + ROW * (rows.getOrDefault(node, 0.0) - 0.5) + ROW / 2.0;
    }

    private void heads() {
        for (int i = 0; i < layout.heads().length; i++) {
            if (!layout.heads()[i].isEmpty()) {
                svg.append(
                        "<text class=\"head\" x=\"%d\" y=\"16\"%s>%s</text>\n"
                                .formatted(
                                        i == 0 ? layout.out()[i] : layout.in()[i],
                                        i == 0 ? " text-anchor=\"end\"" : "",
                                        layout.heads()[i]));
            }
        }
    }

    private void line(Edge edge) {
        int from = layout.out()[column(edge.from())] + 4;
        int to = layout.in()[column(edge.to())] - 6;
        double y1 = y(edge.from());
        double y2 = y(edge.to());
        if (column(edge.from()) == column(edge.to())) {
            from = layout.in()[column(edge.from())] + 20;
            to = from;
        }
        int bend = Math.max(20, (to - from) / 2);
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<path class=\"%s\" d=\"M%d %.1f C%d %.1f %d %.1f %d %.1f\"/>%n",
                        edge.verdict().written(),
                        from,
                        y1,
                        from + bend,
                        y1,
                        to - bend,
                        y2,
                        to,
                        y2));
    }

    private void node(Node node) {
        int column = column(node);
        int left = layout.in()[column];
        int width = layout.out()[column] - left;
        boolean box = column == 1 || column == 2;
        if (box) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"20\" rx=\"4\"/>%n",
                            left,
                            y(node) - 10,
                            width));
        }
        String title = labels.getOrDefault(node, node.name());
        int fits = layout.fits()[column];
        String shown = title.length() > fits ? title.substring(0, fits - 1).strip() + "…" : title;
        boolean right = column == 0;
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%.1f\"%s>%s<title>%s</title></text>%n",
                        right ? layout.out()[column] : box ? left + 6 : left,
                        y(node) + 4,
                        right ? " text-anchor=\"end\"" : "",
                        Html.text(shown),
                        Html.text(title)));
    }
}
