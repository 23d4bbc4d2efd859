package glasshouse.lab.report;

import glasshouse.wire.result.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A report as one self-contained page, for a screen, a phone or paper, light and dark. Charts are
/// drawn by Apache ECharts, whose script is part of the page; without scripts the tables remain.
public final class ReportPage {
    private static final String ECHARTS =
            "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private final StringBuilder page = new StringBuilder();
    private int figures;

    private ReportPage() {}

    /// The page of a report.
    public static String html(Report report) {
        return new ReportPage().write(report);
    }

    private String write(Report report) {
        page.append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
                style-src 'unsafe-inline'; script-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                <header>
                <h1>%s</h1>
                <p class="question">%s</p>
                </header>
                """
                        .formatted(
                                Html.text(report.title()),
                                resource("report.css"),
                                Html.text(report.title()),
                                Html.text(report.question())));
        report.sections().forEach(this::section);
        imprint(report);
        page.append("</main>\n");
        if (figures > 0) {
            page.append("<script>").append(script(ECHARTS)).append("</script>\n");
            page.append("<script>\n").append(script("report.js")).append("</script>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void section(Section section) {
        page.append("<section>\n<h2>").append(Html.text(section.heading())).append("</h2>\n");
        section.blocks().forEach(this::block);
        page.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Prose(String text) ->
                    page.append("<p>").append(Html.text(text)).append("</p>\n");
            case Block.Findings(List<String> sentences) -> {
                page.append("<ul class=\"findings\">\n");
                for (String sentence : sentences) {
                    page.append("<li>").append(Html.text(sentence)).append("</li>\n");
                }
                page.append("</ul>\n");
            }
            case Block.LineChart chart ->
                    chart(chart.caption(), ChartJson.of(chart), ChartTable.of(chart));
            case Block.BarChart chart ->
                    chart(chart.caption(), ChartJson.of(chart), ChartTable.of(chart));
            case Block.HeatMap chart ->
                    chart(chart.caption(), ChartJson.of(chart), ChartTable.of(chart));
            case Block.Grid grid -> {
                if (!grid.title().isEmpty()) {
                    page.append("<p class=\"note\">").append(Html.text(grid.title()));
                    page.append("</p>\n");
                }
                page.append("<div class=\"scroll\" tabindex=\"0\">\n");
                table(grid);
                page.append("</div>\n");
            }
            case Block.TwoLives lives -> lives(lives);
        }
    }

    private void chart(Block.Caption caption, String json, Block.Grid numbers) {
        figures++;
        page.append(
                """
                <figure>
                <figcaption><strong>%s</strong> %s</figcaption>
                <p class="upward">%s</p>
                <div class="chart" role="img" aria-label="%s"></div>
                <script type="application/json">%s</script>
                <noscript><p class="note">The chart is drawn by a script; its numbers are here.\
                </p></noscript>
                <details><summary>The numbers</summary><div class="scroll">
                """
                        .formatted(
                                Html.text(caption.title()),
                                Html.text(caption.summary()),
                                Html.text(caption.upward()),
                                Html.text(caption.title() + ". " + caption.summary()),
                                json.replace("<", "\\u003c")));
        table(numbers);
        page.append("</div></details>\n</figure>\n");
    }

    private void table(Block.Grid grid) {
        page.append("<table>\n<thead><tr>");
        grid.columns()
                .forEach(
                        name ->
                                page.append("<th scope=\"col\">")
                                        .append(Html.text(name))
                                        .append("</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : grid.rows()) {
            page.append("<tr>");
            for (String cell : row) {
                boolean number = cell.matches("[−+–]?[0-9][0-9,.]*( %)?|–");
                page.append(number ? "<td class=\"number\">" : "<td>")
                        .append(Html.text(cell))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table>\n");
    }

    private void lives(Block.TwoLives lives) {
        page.append("<h3>").append(Html.text(lives.title())).append("</h3>\n<p>");
        page.append(Html.text(lives.who())).append("</p>\n<div class=\"lives\">\n");
        for (Block.Life life : List.of(lives.left(), lives.right())) {
            page.append("<div><h4>")
                    .append(Html.text(life.under()))
                    .append("</h4>\n<p>")
                    .append(Html.text(life.outcome()))
                    .append("</p>\n<ol>\n");
            for (Block.Moment moment : life.moments()) {
                page.append("<li><time>")
                        .append(Html.text(moment.when()))
                        .append("</time> ")
                        .append(Html.text(moment.what()));
                if (!moment.score().isEmpty()) {
                    page.append(" <b>").append(Html.text(moment.score())).append("</b>");
                }
                page.append("</li>\n");
            }
            page.append("</ol></div>\n");
        }
        page.append("</div>\n");
    }

    private void imprint(Report report) {
        page.append("<footer>\n<h2>To run it again</h2>\n<dl>\n");
        for (Report.Fact fact : report.facts()) {
            page.append("<div><dt>")
                    .append(Html.text(fact.label()))
                    .append("</dt><dd>")
                    .append(Html.text(fact.value()))
                    .append("</dd></div>\n");
        }
        page.append("</dl>\n");
        if (!report.source().isEmpty()) {
            page.append("<p>Model: ").append(Html.text(report.source())).append("</p>\n");
        }
        page.append("<p>The people in it are made up. Written by Glasshouse");
        page.append(figures > 0 ? "; charts by Apache ECharts, Apache-2.0.</p>\n" : ".</p>\n");
        page.append("</footer>\n");
    }

    /// A script that can stand within a page.
    private static String script(String name) {
        return resource(name).replace("</script", "<\\/script");
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            Objects.requireNonNull(in, () -> name + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
