package glasshouse.city.page;

import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Refused;
import glasshouse.city.http.Route;
import glasshouse.city.template.JtedeskGenerated;
import glasshouse.city.world.Book;
import glasshouse.city.world.City;
import glasshouse.city.world.Desk;
import java.util.List;
import java.util.Optional;

/// The desks at which a visitor is the clerk.
public final class DeskPages {
    private static final int MOST_DAYS = 28;

    private final Pages pages;
    private final City city;

    /// What the template shows.
    public record Content(Shell shell, Optional<DeskView> desk) {}

    DeskPages(Pages pages, City city) {
        this.pages = pages;
        this.city = city;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/desk", this::page),
                Route.post("/desk/decide", this::decide),
                Route.post("/desk/live", this::live));
    }

    private Answer page(Asked asked) throws Refused, InterruptedException {
        Shell shell = pages.shell(asked);
        Optional<Desk> desk = city.desk(asked.word("service"));
        var content =
                new Content(
                        shell, desk.map(it -> new DeskView(it, city.population(), shell.words())));
        return pages.page(200, out -> JtedeskGenerated.render(out, Pages.UNTOUCHED, content));
    }

    /// A word against the scheme needs one of the reasons.
    private Answer decide(Asked asked) throws Refused, InterruptedException {
        int person = asked.whole("person", 0, city.people() - 1);
        Optional<Book.Word> word = Book.Word.of(asked.word("word"));
        if (word.isEmpty()) {
            throw new Refused(400, "word is follow, let-in or turn-away.");
        }
        boolean follows = word.get() == Book.Word.FOLLOW;
        var ground = follows ? Book.Ground.NONE : Book.Ground.of(asked.word("ground"));
        if (!follows && ground == Book.Ground.NONE) {
            throw new Refused(400, "A word against the scheme needs a reason: choose one.");
        }
        if (!city.decide(asked.word("service"), person, word.get(), ground)) {
            throw new Refused(404, "No town has a desk of this service.");
        }
        return back(asked, "#queue");
    }

    private Answer live(Asked asked) throws Refused, InterruptedException {
        city.live(asked.whole("days", 1, MOST_DAYS));
        return back(asked, "");
    }

    private static Answer back(Asked asked, String place) throws Refused {
        String service = asked.word("service");
        boolean named = service.matches("[a-z0-9-]+");
        return Answer.seeOther("/desk" + (named ? "?service=" + service : "") + place);
    }
}
