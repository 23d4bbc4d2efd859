package glasshouse.cli;

import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What contacts do on graphs, for the terminal and as JSON.
record ContactsReport(List<Graph> graphs, int atMost, int fall, int falls, long seed) {
    /// One graph, and a row for each pull.
    record Graph(String name, int people, int ties, List<Row> rows) {
        Graph {
            rows = List.copyOf(rows);
        }
    }

    /// What one pull came to: how alike tied people are and how far scores spread, before contacts
    /// pull and after, and how far falls travelled.
    record Row(
            int pull,
            double alikeBefore,
            double alikeAfter,
            double spreadBefore,
            double spreadAfter,
            Travel travel) {}

    /// `atMost, fall, falls, seed, graphs: [{graph, people, ties, pulls: [{pull, …}]}]`.
    String json() {
        return JsonDocument.of(
                json ->
                        json.whole("atMost", atMost)
                                .whole("fall", fall)
                                .whole("falls", falls)
                                .whole("seed", seed)
                                .array(
                                        "graphs",
                                        graphs,
                                        graph ->
                                                json.text("graph", graph.name())
                                                        .whole("people", graph.people())
                                                        .whole("ties", graph.ties())
                                                        .array(
                                                                "pulls",
                                                                graph.rows(),
                                                                row -> write(json, row))));
    }

    private static void write(JsonDocument json, Row row) throws IOException {
        json.whole("pull", row.pull())
                .decimal("assortativityBefore", row.alikeBefore())
                .decimal("assortativityAfter", row.alikeAfter())
                .decimal("spreadBefore", row.spreadBefore())
                .decimal("spreadAfter", row.spreadAfter())
                .decimal("lostByFallen", row.travel().lost(0))
                .decimal("lostOneTieAway", row.travel().lost(1))
                .decimal("lostTwoTiesAway", row.travel().lost(2))
                .decimal("lostThreeTiesAway", row.travel().lost(3))
                .decimal("peopleLosingOne", row.travel().losingOne())
                .decimal("peopleLosingTenth", row.travel().losingTenth())
                .whole("farthestTenth", row.travel().farthest());
    }

    String text(Terminal terminal) {
        var text = new StringBuilder();
        for (Graph graph : graphs) {
            text.append(terminal.bold(Terminal.safe(graph.name())));
            text.append(
                    String.format(
                            Locale.ROOT,
                            ": %,d people, %,d ties; contacts bring at most %d points",
                            graph.people(),
                            graph.ties(),
                            atMost));
            text.append("\n\n");
            text.append(
                    terminal.dim("         alike            spread          lost by a fall of "));
            text.append(terminal.dim(fall + ", ties away     others who lose")).append('\n');
            text.append(
                    terminal.dim(
                            "  pull   before  after   before  after       0      1      2      3"
                                    + "   1 point  0.1 point   farthest"));
            text.append('\n');
            graph.rows().forEach(row -> text.append(line(row)));
            text.append('\n');
        }
        text.append(
                "Mean of "
                        + falls
                        + " people who fall, one at a time; own scores from 500 to 800, seed "
                        + seed
                        + ".\n");
        return text.toString();
    }

    private static String line(Row row) {
        Travel travel = row.travel();
        return String.format(
                        Locale.ROOT,
                        "  %3d %%  %6.3f %6.3f   %6.1f %6.1f   %6.2f %6.3f %6.3f %6.3f  %8.1f"
                                + " %10.1f %10d",
                        row.pull(),
                        row.alikeBefore(),
                        row.alikeAfter(),
                        row.spreadBefore(),
                        row.spreadAfter(),
                        travel.lost(0),
                        travel.lost(1),
                        travel.lost(2),
                        travel.lost(3),
                        travel.losingOne(),
                        travel.losingTenth(),
                        travel.farthest())
                + "\n";
    }
}
