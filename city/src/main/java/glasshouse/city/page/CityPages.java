package glasshouse.city.page;

import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Refused;
import glasshouse.city.http.Route;
import glasshouse.city.template.JtecityGenerated;
import glasshouse.city.world.City;
import glasshouse.city.world.Frame;
import glasshouse.city.world.Pace;
import glasshouse.city.world.Schemes;
import glasshouse.scheme.Scheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The city: the page, what it watches, and what it may change.
public final class CityPages {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Pages pages;
    private final City city;
    private final Schemes schemes;

    /// A scheme to choose.
    public record Choice(String name, String title) {}

    /// What the template shows.
    public record Content(
            Shell shell,
            int people,
            Frame frame,
            List<Choice> choices,
            String left,
            String right) {}

    CityPages(Pages pages, City city, Schemes schemes) {
        this.pages = pages;
        this.city = city;
        this.schemes = schemes;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", this::page),
                Route.get("/city/towns", _ -> Answer.json(FrameFile.towns(city))),
                Route.get("/city/homes", _ -> Answer.bytes(FrameFile.homes(city.homes()))),
                Route.get("/city/frame", this::frame),
                Route.post("/city/pace", this::pace),
                Route.post("/city/day", asked -> done(asked, city::nextDay)),
                Route.post("/city/again", asked -> done(asked, city::again)),
                Route.post("/city/rules", this::rules));
    }

    private Answer page(Asked asked) {
        Shell shell = pages.shell(asked);
        Frame frame = city.frame();
        var choices = new ArrayList<Choice>();
        for (String name : schemes.names()) {
            schemes.find(name)
                    .ifPresent(scheme -> choices.add(new Choice(name, scheme.header().title())));
        }
        for (Frame.View view : frame.towns()) {
            view.arm().scheme().ifPresent(scheme -> offer(choices, view.rules(), scheme));
        }
        String left = frame.towns().getFirst().rules();
        String right = frame.towns().size() > 1 ? frame.towns().getLast().rules() : "";
        var content = new Content(shell, city.people(), frame, choices, left, right);
        return pages.page(200, out -> JtecityGenerated.render(out, Pages.UNTOUCHED, content));
    }

    /// Offers a scheme that a town lives under and the program did not bring.
    private static void offer(List<Choice> choices, String name, Scheme scheme) {
        if (choices.stream().noneMatch(choice -> choice.name().equals(name))) {
            choices.add(new Choice(name, scheme.header().title()));
        }
    }

    /// The next frame after the one that the asker has; with the counts and news that it lacks.
    private Answer frame(Asked asked) throws Refused, InterruptedException {
        int after = asked.whole("after", 0, Integer.MAX_VALUE / 4);
        int founding = asked.whole("founding", 0, Integer.MAX_VALUE / 4);
        int counts = asked.whole("counts", 0, Integer.MAX_VALUE / 4);
        int news = asked.whole("news", 0, Integer.MAX_VALUE / 4);
        Frame frame = city.after(after, PATIENCE);
        boolean same = frame.founding() == founding;
        return Answer.bytes(FrameFile.frame(frame, same ? counts : 0, same ? news : 0));
    }

    private Answer pace(Asked asked) throws Refused {
        Optional<Pace> pace = Pace.of(asked.word("pace"));
        if (pace.isEmpty()) {
            throw new Refused(400, "pace is pause, day, month or year.");
        }
        return done(asked, () -> city.pace(pace.get()));
    }

    private Answer rules(Asked asked) throws Refused {
        var wanted = new ArrayList<Optional<Scheme>>();
        wanted.add(scheme(asked.word("left")));
        if (!asked.word("right").isEmpty()) {
            wanted.add(scheme(asked.word("right")));
        }
        return done(asked, () -> city.rules(wanted));
    }

    private Optional<Scheme> scheme(String name) throws Refused {
        if (name.equals(City.NONE)) {
            return Optional.empty();
        }
        Optional<Scheme> scheme =
                city.frame().towns().stream()
                        .filter(view -> view.rules().equals(name))
                        .flatMap(view -> view.arm().scheme().stream())
                        .findFirst()
                        .or(() -> schemes.find(name));
        if (scheme.isEmpty()) {
            throw new Refused(400, "There is no such scheme; choose one of the list.");
        }
        return scheme;
    }

    /// A script hears that it is done; a form without one shows the page again.
    private static Answer done(Asked asked, Runnable order) throws Refused {
        order.run();
        return asked.word("script").isEmpty() ? Answer.seeOther("/") : Answer.nothing();
    }
}
