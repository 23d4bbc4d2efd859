package glasshouse.bureau.http;

import glasshouse.wire.result.Html;
import glasshouse.wire.result.Shell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The table of routes as a page to browse: what there is to ask for, who may, what is taken and
/// given. Without scripts, and without anything loaded from elsewhere.
final class ApiPage {
    private static final String CSS = Shell.style(ApiPage.class, "api.css");

    private ApiPage() {}

    static String html(List<Route> routes) {
        Map<String, List<Route>> chapters = new TreeMap<>();
        for (Route each : routes) {
            chapters.computeIfAbsent(chapter(each.path()), _ -> new ArrayList<>()).add(each);
        }
        var page = new StringBuilder(Shell.open("Glasshouse bureau: what to ask for", CSS));
        page.append("<h1>What to ask a bureau for</h1>\n<p>The same for programs is at ")
                .append("<a href=\"/openapi.json\">/openapi.json</a>. Send ")
                .append("<code>Authorization: Bearer</code> and a token or key; refusals are ")
                .append("problems as RFC 9457 has them.</p>\n<nav>");
        for (String each : chapters.keySet()) {
            page.append("<a href=\"#%s\">%s</a>\n".formatted(each, each));
        }
        page.append("</nav>\n");
        chapters.forEach((name, of) -> chapter(page, name, of));
        return page.append(Shell.CLOSE).toString();
    }

    /// `/v1/people/{person}/score` is in the chapter `people`.
    private static String chapter(String path) {
        String[] words = path.substring(1).split("/", 3);
        return words[0].equals("v1") ? words[1] : "service";
    }

    private static void chapter(StringBuilder page, String name, List<Route> routes) {
        page.append("<section id=\"%s\">\n<h2>%s</h2>\n".formatted(name, name));
        routes.stream()
                .sorted(Comparator.comparing(Route::path))
                .forEach(each -> page.append(route(each)));
        page.append("</section>\n");
    }

    private static String route(Route route) {
        var facts = new StringBuilder();
        fact(facts, "for", who(route));
        fact(facts, "query", String.join(", ", route.about().parameters()));
        fact(facts, "takes", String.join(", ", route.about().takes()));
        fact(facts, "gives", String.join(", ", route.about().gives()));
        return """
        <div>
        <h3><b>%s</b>%s</h3>
        <p>%s.</p>
        <dl>%s</dl>
        </div>
        """
                .formatted(
                        route.method(),
                        Html.text(route.path()),
                        Html.text(route.about().summary()),
                        facts);
    }

    private static String who(Route route) {
        return switch (route) {
            case Route.Open _ -> "anybody, without a token";
            case Route.Guarded guarded ->
                    String.join(", ", guarded.roles().stream().map(Role::word).sorted().toList());
        };
    }

    private static void fact(StringBuilder facts, String word, String text) {
        if (!text.isEmpty()) {
            facts.append("<dt>%s</dt><dd>%s</dd>".formatted(word, Html.text(text)));
        }
    }
}
