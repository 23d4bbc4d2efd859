package glasshouse.city.page;

import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Refused;
import glasshouse.city.http.Route;
import glasshouse.city.template.JtestudioGenerated;
import glasshouse.city.world.City;
import glasshouse.city.world.Draft;
import glasshouse.city.world.Schemes;
import glasshouse.city.world.Trial;
import glasshouse.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The studio, in which a visitor makes the rules: the text of a scheme, what the checker and the
/// audit say of it, whom it hits, and the way with it into the city.
public final class StudioPages {
    private static final int MOST_LETTERS = 60_000;

    private final Pages pages;
    private final City city;
    private final Schemes schemes;

    /// What the shipped schemes came to, by name.
    private final Map<String, Trial.Lived> lived = new ConcurrentHashMap<>();

    /// Trials are heavy: one at a time.
    private final ReentrantLock trying = new ReentrantLock();

    /// What the template shows: the text that began as the scheme `from`.
    public record Content(
            Shell shell,
            List<String> names,
            String from,
            String text,
            Draft draft,
            Optional<TrialView> trial) {}

    StudioPages(Pages pages, City city, Schemes schemes) {
        this.pages = pages;
        this.city = city;
        this.schemes = schemes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/studio", this::page),
                Route.post("/studio", this::read),
                Route.post("/studio/live", this::live));
    }

    private Answer page(Asked asked) throws Refused {
        String name = asked.word("scheme");
        String from = name.isEmpty() ? schemes.names().getFirst() : name;
        String text = renamed(text(from));
        return show(asked, from, text, Draft.read(text, schemes), Optional.empty());
    }

    private Answer read(Asked asked) throws Refused {
        String from = asked.word("from");
        Scheme was = scheme(from);
        String text = asked.text("text", MOST_LETTERS);
        Draft draft = Draft.read(text, schemes);
        Optional<Trial> trial = Optional.empty();
        if (asked.word("act").equals("try") && draft instanceof Draft.Sound sound) {
            trying.lock();
            try {
                trial = Optional.of(trial(from, was, sound.scheme()));
            } finally {
                trying.unlock();
            }
        }
        return show(asked, from, text, draft, trial);
    }

    private Trial trial(String from, Scheme was, Scheme is) {
        Trial.Lived before = lived.computeIfAbsent(from, _ -> live(was));
        return Trial.of(city.population(), before, live(is));
    }

    private Trial.Lived live(Scheme scheme) {
        return Trial.live(city.population(), city.seed(), scheme);
    }

    private Answer show(Asked asked, String from, String text, Draft draft, Optional<Trial> trial) {
        Shell shell = pages.shell(asked);
        var view = trial.map(it -> new TrialView(it, city.population(), shell.words()));
        var content = new Content(shell, schemes.names(), from, text, draft, view);
        return pages.page(200, out -> JtestudioGenerated.render(out, Pages.UNTOUCHED, content));
    }

    /// Puts the city under the scheme as it was, and beside it as it is now.
    private Answer live(Asked asked) throws Refused, InterruptedException {
        Scheme was = scheme(asked.word("from"));
        Draft draft = Draft.read(asked.text("text", MOST_LETTERS), schemes);
        if (!(draft instanceof Draft.Sound sound)) {
            throw new Refused(400, "What is not a scheme that fits cannot be lived under.");
        }
        city.rules(List.of(Optional.of(was), Optional.of(sound.scheme())));
        city.settle();
        return Answer.seeOther("/");
    }

    private Scheme scheme(String name) throws Refused {
        return schemes.find(name).orElseThrow(StudioPages::unknown);
    }

    private String text(String name) throws Refused {
        return schemes.text(name).orElseThrow(StudioPages::unknown);
    }

    /// A draft is told from what it began as by its name and title.
    private static String renamed(String text) {
        return text.replaceFirst("(?m)^scheme: +", "scheme: my-")
                .replaceFirst("(?m)^title: +(\"?)", "title: $1My own ");
    }

    private static Refused unknown() {
        return new Refused(404, "There is no such scheme; choose one of the list.");
    }
}
