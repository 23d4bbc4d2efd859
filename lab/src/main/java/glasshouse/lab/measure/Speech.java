package glasshouse.lab.measure;

import glasshouse.lab.history.History;
import glasshouse.lab.society.Tally.Count;

/// What is thought, what is said, and what is believed to be thought.
final class Speech {
    private Speech() {}

    /// `speech.silenced`: of the critical things that people would have said left to themselves,
    /// the share that was not said. `speech.private` and `speech.heard`: the share who are critical
    /// in private, and the share of critical voices that people hear among their contacts.
    /// `speech.false-consensus`: how much less criticism is heard than there is (pluralistic
    /// ignorance; Noelle-Neumann 1974).
    static void measure(Measured into, History history, Year year) {
        into.ratio(
                "speech.silenced",
                year,
                g -> year.flow(g, Count.SILENCED),
                g -> year.flow(g, Count.WOULD_CRITICISE));
        double counts = Math.min(13, history.counts().size());
        double steps = counts * 28 / history.world().stepDays();
        into.ratio("speech.private", year, g -> year.flow(g, Count.CRITICAL) / steps, year::people);
        into.ratio(
                "speech.heard",
                year,
                g -> year.flow(g, Count.CLIMATE_AGAINST),
                g -> year.flow(g, Count.CLIMATE_HEARD));
        into.ratio(
                "speech.praise",
                year,
                g -> year.flow(g, Count.PRAISED),
                g -> year.flow(g, Count.PRAISED) + year.flow(g, Count.CRITICISED));
        double critical = 0;
        double people = 0;
        double against = 0;
        double heard = 0;
        for (int group = 0; group < year.groups(); group++) {
            critical += year.flow(group, Count.CRITICAL) / steps;
            people += year.people(group);
            against += year.flow(group, Count.CLIMATE_AGAINST);
            heard += year.flow(group, Count.CLIMATE_HEARD);
        }
        into.add("speech.false-consensus", critical / people - against / heard);
    }
}
