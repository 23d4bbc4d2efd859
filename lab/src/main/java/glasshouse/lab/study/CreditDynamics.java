package glasshouse.lab.study;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import java.util.ArrayList;
import java.util.List;

/// A long line of borrowers before one lender, and what becomes of their groups' scores.
///
/// A step is one applicant: of either group with the same chance, with a score as the group's are
/// spread now. Whoever is lent to repays with the chance that goes with the score, and the score
/// rises by one, or else falls by one, within the scale: a part of the group's mass moves there.
/// The lender knows all of this, and settles its rule anew after each loan.
///
/// D'Amour, Srinivasan, Atwood, Baljekar, Sculley, Halpern: Fairness Is Not Static, FAT* 2020; the
/// environment is `DelayedImpactEnv` of ml-fairness-gym.
final class CreditDynamics {
    private final Model model;
    private final Policy policy;
    private final long seed;
    private final int[][] mass;
    private List<CreditGroup> groups;
    private List<Lending> rules;

    /// The constants of the model.
    ///
    /// @param names of the groups
    /// @param repays the chance of repayment at each score
    /// @param start for each group, how many of `parts` have each score
    /// @param parts how many parts a group has; one of them moves with a loan
    record Model(List<String> names, double[] repays, int[][] start, int parts, Utility utility) {}

    /// What is counted of a group.
    static final class Tally {
        int applicants;
        int loans;
        int wouldRepay;
        int repaid;
        double profit;
    }

    CreditDynamics(Model model, Policy policy, long seed) {
        this.model = model;
        this.policy = policy;
        this.seed = seed;
        mass = new int[model.start.length][];
        for (int group = 0; group < mass.length; group++) {
            mass[group] = model.start[group].clone();
        }
        groups = groups();
        rules = new Bank(model.utility).choose(policy, groups);
    }

    /// Runs so many steps; `marks` cumulative counts of loans are kept for each group.
    Outcome run(int steps, int marks) {
        Tally[] tallies = new Tally[mass.length];
        for (int group = 0; group < tallies.length; group++) {
            tallies[group] = new Tally();
        }
        int[][] loans = new int[mass.length][marks];
        for (int step = 0; step < steps; step++) {
            step(step, tallies);
            int mark = (int) ((step + 1L) * marks / steps);
            if (mark > (int) ((long) step * marks / steps)) {
                for (int group = 0; group < tallies.length; group++) {
                    loans[group][mark - 1] = tallies[group].loans;
                }
            }
        }
        return new Outcome(List.of(tallies), mass, loans);
    }

    /// What has come of a run: counts, final mass and cumulative loans, for each group.
    record Outcome(List<Tally> tallies, int[][] mass, int[][] loans) {}

    /// One applicant. Every lender meets the same luck: group, place in the group, fate and lot.
    private void step(int step, Tally[] tallies) {
        long stream = Luck.stream(seed, step, Purpose.STUDY, 0);
        int group = (int) (Luck.fine(Luck.at(stream, 0)) * mass.length);
        int score = score(mass[group], (int) (Luck.fine(Luck.at(stream, 1)) * model.parts));
        boolean repays = Luck.fine(Luck.at(stream, 2)) < model.repays[score];
        Tally tally = tallies[group];
        tally.applicants++;
        tally.wouldRepay += repays ? 1 : 0;
        if (Luck.fine(Luck.at(stream, 3)) < rules.get(group).share(score)) {
            tally.loans++;
            tally.repaid += repays ? 1 : 0;
            tally.profit += repays ? model.utility.repaid() : model.utility.defaulted();
            move(mass[group], score, repays);
            groups = groups();
            rules = new Bank(model.utility).choose(policy, groups);
        }
    }

    /// The score of the applicant at a place among the group's parts, counted from the lowest.
    private static int score(int[] mass, int place) {
        int score = 0;
        int below = mass[0];
        while (place >= below) {
            below += mass[++score];
        }
        return score;
    }

    private static void move(int[] mass, int score, boolean repays) {
        mass[score]--;
        mass[Math.clamp(repays ? score + 1L : score - 1L, 0, mass.length - 1)]++;
    }

    private List<CreditGroup> groups() {
        var now = new ArrayList<CreditGroup>();
        double[] scores = new double[model.repays.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
        }
        for (int group = 0; group < mass.length; group++) {
            double[] shares = new double[scores.length];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = (double) mass[group][i] / model.parts;
            }
            now.add(new CreditGroup(model.names.get(group), 1, scores, shares, model.repays));
        }
        return now;
    }
}
