package glasshouse.wire.result;

import glasshouse.scheme.Band;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Terms;
import glasshouse.statement.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A statement as one self-contained page: for a phone, a screen or paper, light and dark, without
/// scripts and without anything loaded from elsewhere. All text is escaped ([Html#text]).
public final class StatementPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final String CSS = Shell.style("statement.css");

    private static final String COLUMNS =
            """
            <thead><tr><th scope="col">Date</th><th scope="col">What</th>\
            <th scope="col">Then</th><th scope="col">Today</th></tr></thead>
            """;

    private final Scheme scheme;
    private final Statement statement;
    private final Printed printed;
    private final StringBuilder page = new StringBuilder();

    private StatementPage(Statement statement, Scheme scheme) {
        this.statement = statement;
        this.scheme = scheme;
        printed = Printed.of(statement, scheme);
    }

    /// The page of a statement.
    public static String html(Statement statement, Scheme scheme) {
        return new StatementPage(statement, scheme).html();
    }

    private String html() {
        page.append(Shell.open("Statement: " + scheme.header().title(), CSS))
                .append(
                        """
                        <header>
                        <h1>Statement for <bdi>%s</bdi></h1>
                        <p>%s, version %s, as of %s</p>
                        </header>
                        """
                                .formatted(
                                        Html.text(statement.person()),
                                        title(),
                                        Html.text(statement.version()),
                                        DAY.format(day())));
        score();
        sum();
        printed.sections().forEach(this::section);
        footer();
        return page.append(Shell.CLOSE).toString();
    }

    private String title() {
        return Html.text(scheme.header().title());
    }

    private LocalDate day() {
        return statement.asOf().atZone(scheme.header().zone()).toLocalDate();
    }

    private void score() {
        String score = Micro.format(statement.scoreMicro());
        Band band = statement.band();
        page.append(
                """
                <section class="score" aria-label="Score">
                <p class="figure"><strong>%s</strong> <span class="band"><span class="swatch" \
                style="background:%s"></span>%s</span></p>
                <div class="scale" role="img" aria-label="%s on a scale from %s to %s, band %s">\
                """
                        .formatted(
                                score,
                                Html.colour(band.colour()),
                                Html.text(band.title()),
                                score,
                                Micro.format(scheme.scale().floorMicro()),
                                Micro.format(scheme.scale().ceilingMicro()),
                                Html.text(band.title())));
        bands();
    }

    private void bands() {
        Scale scale = scheme.scale();
        List<Band> bands = scheme.bands();
        var legend = new StringBuilder();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean last = i == bands.size() - 1;
            long to = last ? scale.ceilingMicro() : bands.get(i + 1).fromMicro();
            page.append("<span style=\"flex:")
                    .append(Math.max(0, to - band.fromMicro()) / Micro.ONE + 1)
                    .append(";background:")
                    .append(Html.colour(band.colour()))
                    .append("\"></span>");
            legend.append(
                    """
                    <li%s><span class="swatch" style="background:%s"></span>%s from %s</li>
                    """
                            .formatted(
                                    band.equals(statement.band()) ? " class=\"here\"" : "",
                                    Html.colour(band.colour()),
                                    Html.text(band.title()),
                                    Micro.format(band.fromMicro())));
        }
        page.append(
                """
                <i style="left:%s%%"></i></div>
                <p class="ends" aria-hidden="true"><span>%s</span><span>%s</span></p>
                <ul class="bands">
                %s</ul>
                </section>
                """
                        .formatted(
                                Micro.format(share(scale)),
                                Micro.format(scale.floorMicro()),
                                Micro.format(scale.ceilingMicro()),
                                legend));
    }

    /// Where the score lies on the scale, in millionths of a percent.
    private long share(Scale scale) {
        double whole = scale.ceilingMicro() - scale.floorMicro();
        double share = (statement.scoreMicro() - scale.floorMicro()) / whole;
        return Math.round(share * 10_000) * 10_000;
    }

    /// How the parts come to the score.
    private void sum() {
        page.append("<section aria-label=\"Summary\">\n");
        total("", printed.opening().text(), Printed.plain(printed.opening().hundredths()));
        for (Printed.Section section : printed.sections()) {
            total("", section.title(), points(section.hundredths()));
        }
        for (Printed.Row row : printed.closing()) {
            total("", row.text(), points(row.hundredths()));
        }
        String score = Printed.plain(printed.scoreHundredths()).replace("-", "−");
        total(" total", "Score", score);
        page.append("</section>\n");
    }

    private void total(String kind, String words, String points) {
        page.append("<div class=\"sum")
                .append(kind)
                .append("\"><span>")
                .append(Html.text(words))
                .append("</span><span>")
                .append(points)
                .append("</span></div>\n");
    }

    private void section(Printed.Section section) {
        page.append(
                """
                <section>
                <table>
                <caption><div><h2>%s</h2><strong>%s</strong></div></caption>
                %s<tbody>
                """
                        .formatted(
                                Html.text(section.title()),
                                points(section.hundredths()),
                                section.rows().stream().allMatch(row -> row.date() == null)
                                        ? ""
                                        : COLUMNS));
        section.rows().forEach(this::row);
        page.append("</tbody>\n</table>\n</section>\n");
    }

    private void row(Printed.Row row) {
        var date = row.date();
        var then = row.thenHundredths();
        boolean own = date == null;
        String day =
                date == null
                        ? ""
                        : "<time datetime=\"%s\">%s</time>".formatted(date, DAY.format(date));
        page.append(
                """
                <tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
                """
                        .formatted(
                                own ? " class=\"own\"" : "",
                                day,
                                Html.text(row.text()),
                                then == null ? "" : Printed.signed(then),
                                points(row.hundredths())));
    }

    private static String points(long hundredths) {
        String kind = hundredths > 0 ? "gain" : hundredths < 0 ? "loss" : "none";
        return "<span class=\"" + kind + "\">" + Printed.signed(hundredths) + "</span>";
    }

    private void footer() {
        Terms terms = scheme.terms();
        page.append(
                """
                <footer>
                <p>“Then” is what an event brought on its day, “today” what is left of it. Points \
                are shown in hundredths; all lines together are the score exactly.</p>
                """);
        if (!terms.operator().isEmpty()) {
            String purpose = terms.purpose().isEmpty() ? "" : " for " + terms.purpose();
            page.append("<p>This score is kept by ")
                    .append(Html.text(terms.operatorInSentence() + purpose))
                    .append(".</p>\n");
        }
        if (terms.rights().contains(Terms.Right.DISPUTE)) {
            String answer =
                    terms.disputeDays() > 0
                            ? "; it is settled within " + terms.disputeDays() + " days"
                            : "";
            page.append("<p>If a line is wrong you may object to it")
                    .append(answer)
                    .append(".</p>\n");
        }
        page.append("</footer>\n");
    }
}
