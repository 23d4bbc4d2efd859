package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;

/// What is bought, what it brings, and whom detectors find: where people game. All but the stocks
/// are over the whole run, so that what is found late counts.
final class Gaming {
    private Gaming() {}

    static void measure(Measured into, History history, Year year, Scheme scheme) {
        var run = Year.whole(history);
        double points = scheme.scale().precisionMicro() / (double) Micro.ONE;
        into.ratio("gaming.buyers", year, g -> year.stock(g, Count.BUYERS), year::people);
        into.ratio(
                "gaming.points",
                year,
                g -> points * year.stock(g, Count.POINTS_BOUGHT),
                g -> year.stock(g, Count.BUYERS));
        perYear(into, run, "gaming.paid", Count.BRIBES_EUROS);
        perYear(into, run, "gaming.gain", Count.BRIBES_GAIN);
        share(into, run, "gaming.return", Count.BRIBES_GAIN, Count.BRIBES_EUROS);
        into.ratio(
                "gaming.undetected",
                run,
                g -> run.flow(g, Count.SOLD) - run.flow(g, Count.RETRACTED),
                g -> run.flow(g, Count.SOLD));
        into.ratio(
                "gaming.precision",
                run,
                g -> run.flow(g, Count.BUYERS_FOUND),
                g -> run.flow(g, Count.BUYERS_FOUND) + run.flow(g, Count.OTHERS_FOUND));
        share(into, run, "gaming.recall", Count.BUYERS_FOUND, Count.LOOKED_AT_BUYERS);
        share(into, run, "gaming.weeks-to-finding", Count.WEEKS_TO_FINDING, Count.FIRST_FOUND);
        perYear(into, run, "gaming.false-findings", Count.OTHERS_FOUND);
        perYear(into, run, "gaming.clawed-back", Count.CLAWED_BACK);
        into.ratio("gaming.victims", year, g -> year.stock(g, Count.VICTIMS), year::people);
        into.ratio(
                "gaming.points-lost",
                year,
                g -> points * year.stock(g, Count.POINTS_LOST),
                g -> year.stock(g, Count.VICTIMS));
        into.ratio(
                "gaming.loot", run, g -> -run.flow(g, Count.LOOT_EUROS) / run.years(), run::people);
    }

    private static void perYear(Measured into, Year run, String name, Count flow) {
        into.ratio(name, run, g -> run.flow(g, flow) / run.years(), run::people);
    }

    private static void share(Measured into, Year run, String name, Count part, Count whole) {
        into.ratio(name, run, g -> run.flow(g, part), g -> run.flow(g, whole));
    }
}
