package glasshouse.lab.measure;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.history.History;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Scheme;
import java.util.List;

/// All measures of one world. Flows and rates are of the last year; `docs/measures.md` gives each
/// with its formula and source.
public final class Measures {
    private Measures() {}

    public static List<Measure> of(History history) {
        var into = new Measured(history.arm());
        var year = new Year(history);
        money(into, year);
        Speech.measure(into, history, year);
        into.add("ties.assortativity", year.last().assortativity());
        ratio(into, year, "ties.living", Count.TIES);
        perPerson(into, year, "ties.dropped", Count.TIES_DROPPED);
        history.world()
                .scheme()
                .ifPresent(
                        scheme -> {
                            Scores.measure(into, history, year, scheme);
                            Mobility.measure(into, history, scheme);
                            Fairness.measure(into, year, scheme);
                            lists(into, year, scheme);
                            into.ratio(
                                    "acceptance.prefer",
                                    year,
                                    g -> year.stock(g, Count.PREFER),
                                    g -> year.stock(g, Count.MEMBERS));
                            ratio(into, year, "acceptance.members", Count.MEMBERS);
                            if (history.world().population().gaming().on()) {
                                Gaming.measure(into, history, year, scheme);
                            }
                            if (history.world().population().campaign().on()) {
                                Campaign.measure(into, history);
                            }
                        });
        return into.all();
    }

    /// Euros and hours per person and year; shares of people.
    private static void money(Measured into, Year year) {
        perPerson(into, year, "money.defaults", Count.DEFAULTS);
        perPerson(into, year, "money.late", Count.LATE);
        ratio(into, year, "money.savings", Count.SAVINGS_EUROS);
        ratio(into, year, "money.employed", Count.EMPLOYED);
        perPerson(into, year, "cost.interest", Count.INTEREST_EUROS);
        perPerson(into, year, "cost.premium", Count.PREMIUM_EUROS);
        perPerson(into, year, "cost.rent", Count.RENT_EUROS);
        perPerson(into, year, "cost.discount", Count.DISCOUNT_EUROS);
        perPerson(into, year, "cost.refusals", Count.REFUSAL_EUROS);
        perPerson(into, year, "cost.hours", Count.REFUSAL_HOURS);
        perPerson(into, year, "effort.hours", Count.EFFORT_HOURS);
        into.ratio(
                "cost.euros",
                year,
                g ->
                        (year.flow(g, Count.INTEREST_EUROS)
                                        + year.flow(g, Count.PREMIUM_EUROS)
                                        + year.flow(g, Count.RENT_EUROS)
                                        + year.flow(g, Count.DISCOUNT_EUROS)
                                        + year.flow(g, Count.REFUSAL_EUROS))
                                / year.years(),
                year::people);
    }

    /// Share of people on a blacklist, and of those, of the diligent: wrongly listed.
    private static void lists(Measured into, Year year, Scheme scheme) {
        ratio(into, year, "lists.share", Count.LISTED);
        into.ratio(
                "lists.wrongly",
                year,
                g -> year.stock(g, Count.WRONGLY_LISTED),
                g -> year.stock(g, Count.LISTED));
        for (int list = 0; list < scheme.lists().size(); list++) {
            int each = list;
            into.ratio(
                    "lists." + scheme.lists().get(list).name(),
                    year,
                    g -> year.last().onListOf(g, each),
                    g -> year.stock(g, Count.MEMBERS));
        }
    }

    private static void ratio(Measured into, Year year, String name, Count stock) {
        into.ratio(name, year, g -> year.stock(g, stock), year::people);
    }

    private static void perPerson(Measured into, Year year, String name, Count flow) {
        into.ratio(name, year, g -> year.flow(g, flow) / year.years(), year::people);
    }
}
