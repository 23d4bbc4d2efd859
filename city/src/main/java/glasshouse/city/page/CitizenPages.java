package glasshouse.city.page;

import glasshouse.city.http.Answer;
import glasshouse.city.http.Asked;
import glasshouse.city.http.Refused;
import glasshouse.city.http.Route;
import glasshouse.city.template.JtecitizenGenerated;
import glasshouse.city.world.City;
import glasshouse.city.world.Conduct;
import glasshouse.city.world.Life;
import glasshouse.city.world.News;
import glasshouse.city.world.Snapshot;
import glasshouse.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One person's page, in each of the towns.
public final class CitizenPages {
    private static final int MOST_DAYS = 28;

    private final Pages pages;
    private final City city;

    /// What the template shows: the life that is looked at, by its place among the towns, and those
    /// of the same person elsewhere.
    public record Content(
            Shell shell, Citizen citizen, int town, List<Citizen> elsewhere, Conduct conduct) {
        /// The address of this person's page, or of another's, in the same town.
        public String path(int person) {
            return "/citizen/" + person + (town == 0 ? "" : "?town=" + town);
        }
    }

    CitizenPages(Pages pages, City city) {
        this.pages = pages;
        this.city = city;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/citizen", _ -> Answer.seeOther("/citizen/" + somebody())),
                Route.get("/citizen/{person}", this::page),
                Route.post("/citizen/{person}/live", this::live));
    }

    /// Whoever something befell last; else the first.
    private int somebody() {
        Snapshot town = city.frame().towns().getFirst().snapshot();
        List<News> news = town.news();
        return news.isEmpty() ? 0 : news.getLast().person();
    }

    private Answer page(Asked asked) throws Refused, InterruptedException {
        int person = asked.person("person", city.people());
        Shell shell = pages.shell(asked);
        List<Life> lives = city.lives(person);
        int town = asked.word("town").isEmpty() ? 0 : asked.whole("town", 0, lives.size() - 1);
        var elsewhere = new ArrayList<Citizen>();
        for (int i = 0; i < lives.size(); i++) {
            if (i != town) {
                elsewhere.add(citizen(lives.get(i), shell));
            }
        }
        var content =
                new Content(
                        shell,
                        citizen(lives.get(town), shell),
                        town,
                        elsewhere,
                        city.conduct(person));
        return pages.page(200, out -> JtecitizenGenerated.render(out, Pages.UNTOUCHED, content));
    }

    private Citizen citizen(Life life, Shell shell) {
        Optional<Scheme> scheme = life.arm().scheme();
        String group = city.population().groups().get(life.group()).title();
        return new Citizen(life, scheme, group, shell.words());
    }

    private static Conduct conduct(Asked asked) throws Refused {
        return new Conduct(
                Conduct.choose(Conduct.Bills.values(), asked.word("bills")),
                Conduct.choose(Conduct.Travel.values(), asked.word("travel")),
                Conduct.choose(Conduct.Help.values(), asked.word("help")),
                Conduct.choose(Conduct.Shop.values(), asked.word("shop")),
                Conduct.choose(Conduct.Voice.values(), asked.word("voice")));
    }

    private Answer live(Asked asked) throws Refused, InterruptedException {
        int person = asked.person("person", city.people());
        int days = asked.whole("days", 1, MOST_DAYS);
        if (!asked.word("bills").isEmpty()) {
            city.steer(person, conduct(asked));
        }
        city.live(days);
        if (!asked.word("script").isEmpty()) {
            return Answer.nothing();
        }
        String town = asked.word("town").equals("1") ? "?town=1" : "";
        return Answer.seeOther("/citizen/" + person + town);
    }
}
