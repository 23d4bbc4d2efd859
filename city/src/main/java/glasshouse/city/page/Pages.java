package glasshouse.city.page;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Assets;
import glasshouse.city.http.Route;
import glasshouse.city.template.JtetroubleGenerated;
import glasshouse.city.world.City;
import glasshouse.city.world.Schemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that a visitor can ask for: the one table of routes, and the page for what went
/// wrong.
public final class Pages {
    private static final List<String> FILES =
            List.of(
                    "tokens.css",
                    "base.css",
                    "city.css",
                    "citizen.css",
                    "desk.css",
                    "desk.js",
                    "studio.css",
                    "studio.js",
                    "mark.svg",
                    "words.js",
                    "spectrum.js",
                    "map.js",
                    "charts.js",
                    "town.js",
                    "watch.js",
                    "city.js",
                    "citizen.js");

    private final Map<String, Words> languages = Words.all();
    private final Assets assets = new Assets("/glasshouse/city/assets", FILES);
    private final List<Route> routes = new ArrayList<>();

    /// Lets every tag be as the template has it.
    static final HtmlInterceptor UNTOUCHED =
            new HtmlInterceptor() {
                @Override
                public void onHtmlTagOpened(
                        String tag, Map<String, Object> attributes, TemplateOutput out) {}

                @Override
                public void onHtmlTagClosed(String tag, TemplateOutput out) {}
            };

    /// Fills in a template.
    interface Template {
        void render(HtmlTemplateOutput out);
    }

    /// What the page for a trouble shows.
    public record Trouble(Shell shell, int status, String detail) {}

    public Pages(City city, Schemes schemes) {
        routes.addAll(new CityPages(this, city, schemes).routes());
        routes.addAll(new CitizenPages(this, city).routes());
        routes.addAll(new DeskPages(this, city).routes());
        routes.addAll(new StudioPages(this, city, schemes).routes());
        routes.addAll(Settings.routes());
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    public Assets assets() {
        return assets;
    }

    /// The page for a request that is not answered as asked.
    public Answer trouble(Asked asked, int status, String detail) {
        var trouble = new Trouble(shell(asked), status, detail);
        return page(status, out -> JtetroubleGenerated.render(out, UNTOUCHED, trouble));
    }

    Shell shell(Asked asked) {
        return Shell.of(asked, languages, assets);
    }

    Answer page(int status, Template template) {
        var text = new StringOutput(16 << 10);
        template.render(new OwaspHtmlTemplateOutput(text));
        return Answer.page(status, text.toString());
    }
}
