package glasshouse.lab.society;

import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.compact.Scratch;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;

/// Keeps everybody's account as if nothing had been bought, beside the one that the scheme keeps,
/// and gives it back where a seller was closed down. One per thread.
///
/// So a claw-back is exact: to the bit the account that never saw what was sold. It also tells what
/// was bought: the difference of the two scores.
final class Restitution {
    private final Dealings dealings;
    private final CompactAccounts accounts;
    private final CompactAccounts honest;
    private final Scratch scratch;
    private final Worth worth;

    /// Partial scores of accounts without what was bought, in units.
    final int[][] partials;

    /// Their sums.
    final int[] raw = new int[Scene.SIZE];

    Restitution(
            Society society, Dealings dealings, CompactAccounts accounts, CompactAccounts honest) {
        this.dealings = dealings;
        this.accounts = accounts;
        this.honest = honest;
        scratch = honest.scratch();
        partials = honest.partials();
        worth = new Worth(society);
    }

    /// Before a close: takes back what was confirmed, and counts what detectors saw.
    void open(Neighbourhood here) {
        for (int i = 0; i < here.scene.count(); i++) {
            int person = here.scene.first() + i;
            int marks = dealings.marks[person];
            if (marks != 0) {
                tally(here, i, person, marks);
                if ((marks & Dealings.CLAWED_BACK) != 0) {
                    accounts.take(person, honest);
                    dealings.clear(person);
                }
                dealings.marks[person] = 0;
            }
        }
    }

    private void tally(Neighbourhood here, int i, int person, int marks) {
        Tally tally = here.tally;
        int group = here.traits.group[i];
        boolean bought = (marks & Dealings.LOOKED_AT) != 0;
        boolean found = (marks & Dealings.FOUND) != 0;
        tally.add(group, Count.LOOKED_AT_BUYERS, bought ? 1 : 0);
        tally.add(group, Count.BUYERS_FOUND, bought && found ? 1 : 0);
        tally.add(group, Count.OTHERS_FOUND, found && !bought ? 1 : 0);
        if (bought && found && dealings.since[person] > 0) {
            int steps = here.step().index() + 1 - dealings.since[person];
            tally.add(group, Count.FIRST_FOUND, 1);
            tally.addAmount(group, Count.WEEKS_TO_FINDING, steps * here.step().weeks());
            dealings.since[person] = Dealings.FOUND_BEFORE;
        }
        if ((marks & Dealings.CLAWED_BACK) != 0) {
            tally.add(group, Count.RETRACTED, dealings.standing[person]);
            tally.add(group, Count.CLAWED_BACK, harmed(person) ? 0 : 1);
        }
    }

    /// Lets the step pass for accounts without what was bought.
    void close(Neighbourhood here) {
        here.scene.hideSold(true);
        honest.close(here.scene, here.step(), scratch, partials);
        here.scene.hideSold(false);
    }

    /// Counts what a person's standing bribes bring at the two scores.
    void count(Neighbourhood here, int i, int score, int without, boolean counts) {
        int person = here.scene.first() + i;
        if (dealings.standing[person] == 0) {
            return;
        }
        int group = here.traits.group[i];
        if (harmed(person)) {
            if (counts) {
                here.tally.add(group, Count.VICTIMS, 1);
                here.tally.add(group, Count.POINTS_LOST, without - score);
            }
            return;
        }
        float income = here.traits.income[i];
        float gain = worth.weekly(person, income, score) - worth.weekly(person, income, without);
        here.tally.addAmount(group, Count.BRIBES_GAIN, gain * here.step().weeks());
        if (counts) {
            here.tally.add(group, Count.BUYERS, 1);
            here.tally.add(group, Count.POINTS_BOUGHT, score - without);
        }
    }

    /// Whether what stands in an account was bought to harm its person.
    private boolean harmed(int person) {
        return dealings.kind[person] == Dealings.BY_FOE;
    }
}
