package glasshouse.cli;

import glasshouse.cli.ContactsReport.Graph;
import glasshouse.cli.ContactsReport.Row;
import glasshouse.wire.result.Html;
import glasshouse.wire.result.Shell;
import java.util.List;
import java.util.Locale;

/// How far falls travel, as a page with a figure for each graph, that loads nothing.
final class ContactsPage {
    private static final int COLOURS = 5;
    private static final int LEFT = 70;
    private static final int RIGHT = 610;
    private static final int TOP = 16;
    private static final int BOTTOM = 262;

    /// The figure reaches from 10^2 points down to 10^-4, logarithmically.
    private static final int HIGHEST = 2;

    private static final int LOWEST = -4;

    private final ContactsReport report;
    private final StringBuilder page = new StringBuilder();

    private ContactsPage(ContactsReport report) {
        this.report = report;
    }

    static String of(ContactsReport report) {
        var page = new ContactsPage(report);
        page.head();
        report.graphs().forEach(page::graph);
        page.page.append(Shell.CLOSE);
        return page.page.toString();
    }

    private void head() {
        page.append(
                Shell.open(
                        "How far a fall travels", Shell.style(ContactsPage.class, "contacts.css")));
        page.append(
                """
                <header><h1>How far a fall travels among contacts</h1>
                <p>Made-up people with the ties of real graphs. One falls by %s points; contacts \
                bring at most %s. Means of %s falls, one at a time; own scores from 500 to 800, \
                seed %s.</p></header>
                """
                        .formatted(report.fall(), report.atMost(), report.falls(), report.seed()));
    }

    private void graph(Graph graph) {
        page.append(
                String.format(
                        Locale.ROOT,
                        "<section>\n<h2>%s: %,d people, %,d ties</h2>\n",
                        Html.text(graph.name()),
                        graph.people(),
                        graph.ties()));
        figure(graph.rows());
        table(graph.rows());
        page.append("</section>\n");
    }

    private void figure(List<Row> rows) {
        page.append("<figure><svg viewBox=\"0 0 640 310\" role=\"img\">\n");
        page.append("<title>Points lost, by ties away from the one who falls</title>\n");
        for (int power = LOWEST; power <= HIGHEST; power++) {
            double y = height(power);
            page.append(
                    String.format(
                            Locale.ROOT,
                            "<path class=\"grid\" d=\"M%d %.1fH%d\"/>"
                                    + "<text class=\"y\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                            LEFT,
                            y,
                            RIGHT,
                            LEFT - 8,
                            y + 4,
                            power == LOWEST ? "less" : points(power)));
        }
        for (int ties = 0; ties <= Travel.FAR; ties++) {
            String name = ties == 0 ? "the one" : ties == 1 ? "1 tie away" : ties + " ties";
            page.append(
                    "<text class=\"x\" x=\"%s\" y=\"%s\">%s</text>\n"
                            .formatted(Math.round(across(ties)), BOTTOM + 28, name));
        }
        for (int i = 0; i < rows.size(); i++) {
            line(rows.get(i).travel(), i % COLOURS);
        }
        page.append("</svg>\n<p class=\"legend\">");
        for (int i = 0; i < rows.size(); i++) {
            page.append(
                    "<span><i class=\"f%s\"></i>pull %s %%</span>"
                            .formatted(i % COLOURS, rows.get(i).pull()));
        }
        page.append(
                "</p>\n<figcaption>Points lost in the mean, by ties away from the one who falls;"
                        + " each line of the grid is ten times the one below.</figcaption>"
                        + "</figure>\n");
    }

    private static String points(int power) {
        return power >= 0
                ? Long.toString(Math.round(Math.pow(10, power)))
                : "0." + "0".repeat(-power - 1) + "1";
    }

    private void line(Travel travel, int colour) {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        for (int ties = 0; ties <= Travel.FAR; ties++) {
            double lost = travel.lost(ties);
            if (Double.isNaN(lost)) {
                break;
            }
            double power = Math.clamp(Math.log10(Math.max(1e-9, lost)), LOWEST, HIGHEST);
            String place = String.format(Locale.ROOT, "%.1f %.1f", across(ties), height(power));
            path.append(ties == 0 ? "M" : "L").append(place);
            dots.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>",
                            colour,
                            across(ties),
                            height(power)));
        }
        page.append("<path class=\"line s%s\" d=\"%s\"/>%s\n".formatted(colour, path, dots));
    }

    private static double across(int ties) {
        return LEFT + 40 + ties * (RIGHT - LEFT - 80) / (double) Travel.FAR;
    }

    private static double height(double power) {
        return BOTTOM - (power - LOWEST) / (HIGHEST - LOWEST) * (BOTTOM - TOP);
    }

    private void table(List<Row> rows) {
        page.append(
                """
                <div class="scroll"><table><thead><tr><th>Pull</th><th>Alike before</th>\
                <th>after</th><th>Spread before</th><th>after</th><th>Others who lose 1 point</th>\
                <th>0.1 point</th></tr></thead>
                <tbody>
                """);
        for (Row row : rows) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><th scope=\"row\">%d %%</th><td>%.3f</td><td>%.3f</td>"
                                    + "<td>%.1f</td><td>%.1f</td><td>%.1f</td><td>%.1f</td></tr>%n",
                            row.pull(),
                            row.alikeBefore(),
                            row.alikeAfter(),
                            row.spreadBefore(),
                            row.spreadAfter(),
                            row.travel().losingOne(),
                            row.travel().losingTenth()));
        }
        page.append("</tbody></table></div>\n");
    }
}
