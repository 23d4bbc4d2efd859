package glasshouse.wire.result;

import glasshouse.leaflet.Leaflet;
import glasshouse.scheme.Band;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.List;
import java.util.Locale;

/// A leaflet as one self-contained page: for a phone, a screen or paper, light and dark. All text
/// is escaped ([Html#text]).
public final class LeafletPage {
    private static final String CSS = Shell.style("statement.css") + Shell.style("leaflet.css");

    private final Scheme scheme;
    private final Leaflet leaflet;
    private final StringBuilder page = new StringBuilder();

    private LeafletPage(Scheme scheme) {
        this.scheme = scheme;
        leaflet = Leaflet.of(scheme);
    }

    /// The page of a scheme.
    public static String html(Scheme scheme) {
        return new LeafletPage(scheme).html();
    }

    private String html() {
        page.append(Shell.open(leaflet.title(), CSS))
                .append("<header>\n<h1>")
                .append(Html.text(leaflet.title()))
                .append("</h1>\n<p>")
                .append(Html.text(leaflet.subtitle()))
                .append("</p>\n</header>\n");
        contents();
        for (int i = 0; i < leaflet.chapters().size(); i++) {
            chapter(i, leaflet.chapters().get(i));
        }
        return page.append(Shell.CLOSE).toString();
    }

    private void contents() {
        page.append("<nav aria-label=\"Contents\"><ol>\n");
        for (int i = 0; i < leaflet.chapters().size(); i++) {
            page.append("<li><a href=\"#c%d\">%s</a></li>%n".formatted(i, title(i)));
        }
        page.append("</ol></nav>\n");
    }

    private String title(int chapter) {
        return Html.text(leaflet.chapters().get(chapter).title());
    }

    private void chapter(int index, Leaflet.Chapter chapter) {
        page.append(
                "<div class=\"chapter\"><h2 id=\"c%d\">%s</h2>%n".formatted(index, title(index)));
        sentences(chapter.sentences());
        boolean bands =
                chapter.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .anyMatch(row -> !row.colour().isEmpty());
        if (bands) {
            ruler();
        }
        chapter.sections().forEach(this::section);
        page.append("</div>\n");
    }

    private void sentences(List<String> sentences) {
        for (String sentence : sentences) {
            page.append("<p>").append(Html.text(sentence)).append("</p>\n");
        }
    }

    /// The bands as parts of a bar; their names and bounds stand below it.
    private void ruler() {
        List<Band> bands = scheme.bands();
        page.append("<div class=\"scale\" aria-hidden=\"true\">");
        for (int i = 0; i < bands.size(); i++) {
            boolean last = i == bands.size() - 1;
            long to = last ? scheme.scale().ceilingMicro() : bands.get(i + 1).fromMicro();
            long width = Math.max(0, to - bands.get(i).fromMicro()) / Micro.ONE + 1;
            String colour = Html.colour(bands.get(i).colour());
            page.append("<span style=\"flex:%d;background:%s\"></span>".formatted(width, colour));
        }
        page.append("<b></b></div>\n");
    }

    private void section(Leaflet.Section section) {
        page.append("<section>\n");
        if (!section.title().isEmpty()) {
            page.append("<h3>").append(Html.text(section.title())).append("</h3>\n");
        }
        if (!section.sentences().isEmpty()) {
            page.append("<p class=\"note\">")
                    .append(Html.text(String.join(" ", section.sentences())))
                    .append("</p>\n");
        }
        page.append("<ul class=\"rows\">\n");
        section.rows().forEach(this::row);
        page.append("</ul>\n</section>\n");
    }

    private void row(Leaflet.Row row) {
        page.append("<li><div>");
        if (!row.colour().isEmpty()) {
            String colour = Html.colour(row.colour());
            page.append(
                    "<span class=\"swatch\" style=\"background:%s\"></span> ".formatted(colour));
        }
        page.append(Html.text(row.what()));
        if (!row.notes().isEmpty()) {
            page.append("<small>")
                    .append(Html.text(String.join(" ", row.notes())))
                    .append("</small>");
        }
        String tone = row.tone().name().toLowerCase(Locale.ROOT);
        page.append("</div><div class=\"effect %s\">".formatted(tone))
                .append(Html.text(row.effect()))
                .append("</div></li>\n");
    }
}
