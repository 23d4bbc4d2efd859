package glasshouse.parity;

import static glasshouse.wire.result.Html.text;

import glasshouse.parity.ParityReport.Comparison;
import glasshouse.parity.ParityReport.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Group measures as a page of its own that loads nothing and runs nothing: what stands out, the
/// rates, what differs, and what any threshold would do.
public final class ParityPage {
    private static final List<Measure> SHOWN =
            List.of(
                    Measure.SELECTION_RATE,
                    Measure.BASE_RATE,
                    Measure.TPR,
                    Measure.FPR,
                    Measure.PPV);

    private final ParityReport report;
    private final String description;
    private final StringBuilder page = new StringBuilder();

    private ParityPage(ParityReport report, String description) {
        this.report = report;
        this.description = description;
    }

    public static String of(ParityReport report, String description) {
        var page = new ParityPage(report, description);
        page.open();
        page.answer();
        page.rates();
        page.differences();
        ParityPicture.pictures(report, page.page);
        page.footer();
        return page.page.toString();
    }

    private void open() {
        Plan plan = report.plan();
        page.append(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <meta http-equiv="Content-Security-Policy" \
                content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s: decisions by group</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <main>
                <header><p class="kind">Decisions by group</p><h1>%1$s</h1>
                <p>%3$s</p><p>%4$s</p></header>
                """
                        .formatted(
                                text(plan.name()),
                                style(),
                                text(description),
                                text(ParityWords.basis(report))));
    }

    private void answer() {
        List<String> notable = ParityWords.notable(report);
        page.append(
                "<section class=\"answer %s\">\n".formatted(notable.isEmpty() ? "pass" : "ask"));
        page.append("<h2>What stands out</h2>\n");
        if (notable.isEmpty()) {
            page.append("<p>No difference between groups that chance could not make.</p>\n");
        } else {
            page.append("<ul>\n");
            notable.forEach(each -> page.append("<li>" + text(each) + "</li>\n"));
            page.append("</ul>\n");
        }
        page.append(
                "<p class=\"note\">" + text(ParityWords.caution(report)) + "</p>\n</section>\n");
    }

    private void rates() {
        page.append("<section>\n<h2>Rates of each group</h2>\n<div class=\"scroll\"><table>\n");
        page.append("<thead><tr><th>Group</th><th class=\"n\">People</th>");
        SHOWN.forEach(
                each ->
                        page.append(
                                "<th>" + text(ParityWords.capitalised(each.title())) + "</th>"));
        page.append("</tr></thead>\n<tbody>\n");
        String of = "";
        for (Group group : report.groups()) {
            page.append(group.of().equals(of) ? "<tr>" : "<tr class=\"first\">");
            of = group.of();
            page.append("<th scope=\"row\">%s</th>".formatted(text(group.name())));
            page.append(String.format(Locale.ROOT, "<td class=\"n\">%,d</td>", group.persons()));
            SHOWN.forEach(each -> page.append(rate(group.rate(each))));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
        page.append(
                "<p class=\"note\">Bars are 95 % intervals, from 0 to 100 %; the stroke is the"
                        + " rate.</p>\n</section>\n");
    }

    private static String rate(Estimate rate) {
        if (!rate.isKnown()) {
            return "<td>–</td>";
        }
        return String.format(
                Locale.ROOT,
                """
                <td>%.1f %%<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
                <path class="rail" d="M0 4H100"/><path class="span" d="M%.1f 4H%.1f"/>\
                <path class="at" d="M%.1f 0V8"/></svg><small>%.1f–%.1f</small></td>\
                """,
                100 * rate.value(),
                100 * rate.low(),
                Math.max(100 * rate.high(), 100 * rate.low() + 1),
                100 * rate.value(),
                100 * rate.low(),
                100 * rate.high());
    }

    private void differences() {
        if (report.comparisons().isEmpty()) {
            return;
        }
        page.append("<section>\n<h2>What differs</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        page.append("<th>Group, against</th><th>Favourable, ratio</th>");
        for (Criterion criterion : Criterion.values()) {
            page.append(
                    "<th>%s<small>%s</small></th>"
                            .formatted(text(criterion.title()), text(criterion.asks())));
        }
        page.append("</tr></thead>\n<tbody>\n");
        String of = "";
        for (Comparison each : report.comparisons()) {
            page.append(each.of().equals(of) ? "<tr>" : "<tr class=\"first\">");
            of = each.of();
            page.append(
                    "<th scope=\"row\">%s<small>against %s</small></th>"
                            .formatted(text(each.group().name()), text(each.reference().name())));
            page.append(
                    cell(
                            each.belowFourFifths(),
                            ParityWords.ratio(each.favourable()),
                            ParityWords.ratioEnds(each.favourable())));
            for (Criterion criterion : Criterion.values()) {
                Estimate difference = each.difference(criterion);
                page.append(
                        cell(
                                difference.isKnown() && difference.excludes(0),
                                ParityWords.points(difference),
                                ParityWords.pointEnds(difference)));
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
        page.append(
                "<p class=\"note\">Differences in percentage points, with 95 % intervals. Marked:"
                        + " the interval leaves out zero, or the ratio is below four"
                        + " fifths.</p>\n</section>\n");
    }

    private static String cell(boolean marked, String value, String ends) {
        return "<td%s>%s<small>%s</small></td>"
                .formatted(marked ? " class=\"marked\"" : "", text(value), text(ends));
    }

    private void footer() {
        page.append("<footer>\n");
        ParityWords.NOTES.forEach(each -> page.append("<p>" + text(each) + "</p>\n"));
        page.append("</footer>\n</main>\n</body>\n</html>\n");
    }

    private static String style() {
        try (InputStream in = ParityPage.class.getResourceAsStream("parity.css")) {
            Objects.requireNonNull(in, "parity.css is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
