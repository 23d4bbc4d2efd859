package glasshouse.lab.society;

import glasshouse.detection.Finding;
import glasshouse.detection.OddSources;
import glasshouse.detection.Reports;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.Ties;
import glasshouse.lab.scene.Step;
import glasshouse.lab.society.Wares.Good;

/// Detectors look at what sources reported, and a human decides about what they found: between
/// steps, over all people. Part 6, second half.
///
/// Every 28 days the detector of odd sources, the core's own, is shown the reports of each good
/// since it last looked. What it finds stays without consequence until a human has decided, some
/// weeks later: a stated share of right findings is confirmed, a finding about an honest source
/// never is. A confirmed seller is closed down, and everything that it reported is taken back from
/// everybody; a seller that was not confirmed may be found again.
final class Looking {
    private static final int DAYS_PER_WEEK = 7;

    private final Dealings dealings;
    private final Ties ties;
    private final Population.Gaming habits;
    private final long seed;

    Looking(Dealings dealings, Ties ties, Population.Gaming habits, long seed) {
        this.dealings = dealings;
        this.ties = ties;
        this.habits = habits;
        this.seed = seed;
    }

    /// Ends a step; `looks`: detectors are shown the reports.
    void close(Step step, boolean looks) {
        decide(step);
        if (looks) {
            for (Good good : dealings.goods()) {
                look(good, step);
            }
            dealings.forgetReports();
        }
    }

    @SuppressWarnings("EnumOrdinal")
    private void look(Good good, Step step) {
        var reports = new Reports();
        byte[] counts = dealings.reports[good.ordinal()];
        short[] values = dealings.values[good.ordinal()];
        for (int person = 0; person < dealings.people(); person++) {
            add(reports, dealings.hub(person), person, counts[person], values[person]);
            int events = dealings.soldReports[person];
            if (events > 0 && dealings.good(source(person)) == good) {
                add(reports, source(person), person, events, dealings.soldValues[person]);
                if (dealings.kind[person] == Dealings.BY_SELLER) {
                    dealings.marks[person] |= Dealings.LOOKED_AT;
                }
            }
        }
        if (habits.detection() > 0) {
            for (Finding finding : OddSources.in(reports)) {
                note(finding, step);
            }
        }
    }

    /// The seller who reported what was sold about a person: their own, or their foe's.
    private int source(int person) {
        boolean foe = dealings.kind[person] == Dealings.BY_FOE;
        return dealings.seller(foe ? ties.contact(person, 0) : person);
    }

    /// A source's reports of a person: the value with the first of them.
    private static void add(Reports reports, int source, int person, int events, int value) {
        for (int event = 0; event < events; event++) {
            reports.add(source, person, event == 0 ? value : 0);
        }
    }

    private void note(Finding finding, Step step) {
        int source = (int) finding.evidence().getFirst().seen();
        for (int person : finding.members()) {
            dealings.marks[person] |= Dealings.FOUND;
        }
        if (source < dealings.sellers() && dealings.decisions[source] == 0) {
            dealings.decisions[source] = step.index() + 1 + steps(habits.delay(), step);
        }
    }

    private static int steps(double weeks, Step step) {
        return (int) Math.round(weeks * DAYS_PER_WEEK / step.days());
    }

    private void decide(Step step) {
        long stream = Luck.stream(seed, step.index(), Purpose.DETECTION, 0);
        boolean any = false;
        for (int seller = 0; seller < dealings.sellers(); seller++) {
            int due = dealings.decisions[seller];
            if (due > 0 && due <= step.index() + 1) {
                boolean confirmed = Luck.uniform(Luck.at(stream, seller), 0) < habits.confirm();
                if (confirmed) {
                    int until = step.index() + 1 + steps(habits.comeback(), step);
                    dealings.closedUntil[seller] = until;
                }
                dealings.decisions[seller] = 0;
                any |= confirmed;
            }
        }
        for (int person = 0; any && person < dealings.people(); person++) {
            byte kind = dealings.kind[person];
            boolean sold = kind == Dealings.BY_SELLER || kind == Dealings.BY_FOE;
            if (dealings.standing[person] > 0
                    && sold
                    && dealings.closed(source(person), step.index() + 1)) {
                dealings.marks[person] |= Dealings.CLAWED_BACK;
            }
        }
    }
}
