package glasshouse.wire.result;

import glasshouse.leaflet.Change;
import glasshouse.leaflet.Changes;
import glasshouse.scheme.Header;
import glasshouse.scheme.Scheme;
import java.util.List;

/// What changes for a person from one scheme to another as one self-contained page, with the looks
/// of a leaflet. All text is escaped ([Html#text]).
public final class ChangesPage {
    private static final String CSS = Shell.style("statement.css") + Shell.style("leaflet.css");
    private static final String TITLE = "What changes for you";

    private ChangesPage() {}

    /// The page of two schemes.
    public static String html(Scheme before, Scheme after) {
        var page = new StringBuilder(Shell.open(TITLE + ": " + title(after), CSS));
        page.append("<header>\n<h1>").append(TITLE).append("</h1>\n<p>From ");
        page.append(Html.text(title(before))).append(",<br>to ");
        page.append(Html.text(title(after))).append("</p>\n</header>\n");
        List<Change> changes = Changes.between(before, after);
        List<String> chapters = changes.stream().map(Change::chapter).distinct().toList();
        if (changes.isEmpty()) {
            page.append("<div class=\"chapter\"><p>Nothing.</p></div>\n");
        }
        for (String chapter : chapters) {
            page.append("<div class=\"chapter\"><h2>").append(Html.text(chapter));
            page.append("</h2>\n<section><ul class=\"rows\">\n");
            for (Change change : changes) {
                if (change.chapter().equals(chapter)) {
                    String sentence = Html.text(change.sentence());
                    page.append("<li><div>").append(sentence).append("</div></li>\n");
                }
            }
            page.append("</ul></section></div>\n");
        }
        return page.append(Shell.CLOSE).toString();
    }

    private static String title(Scheme scheme) {
        Header header = scheme.header();
        return header.title() + ", version " + header.version();
    }
}
