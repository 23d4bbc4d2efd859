package glasshouse.lab.study;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.experiment.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a lender's rule does to the scores of two groups, one round later.
///
/// A bank lends to those above a threshold. It earns on a loan that is repaid and loses on one that
/// is not; the borrower's score rises or falls. Under *maximum profit* each group has the threshold
/// that pays most; under *demographic parity* the same share of both is lent to; under *equal
/// opportunity* the same share of those of both who would repay. Among the rules that keep a
/// constraint the bank takes the one that pays most.
///
/// Liu, Dean, Rolf, Simchowitz, Hardt: Delayed Impact of Fair Machine Learning, ICML 2018.
public final class DelayedImpact implements Study {
    static final String ACTIVE_HARM = "active-harm";
    static final String BEST = "best";

    private final List<CreditGroup> groups;
    private final List<Utility> utilities;
    private final ScoreChange change;
    private final Map<String, String> inputs;

    DelayedImpact(
            List<CreditGroup> groups,
            List<Utility> utilities,
            ScoreChange change,
            Map<String, String> inputs) {
        this.groups = List.copyOf(groups);
        this.utilities = List.copyOf(utilities);
        this.change = change;
        this.inputs = Map.copyOf(inputs);
    }

    @Override
    public Map<String, String> inputs() {
        return inputs;
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints) {
        Table.Builder rows =
                Table.named(Table.ROWS)
                        .texts("utility", "policy", "group")
                        .decimals("threshold", "selection", "tpr", "meanScoreChange")
                        .decimals("meanScoreChangeOfMeans", "profit");
        var measures = new ArrayList<Measure>();
        for (Utility utility : utilities) {
            var bank = new Bank(utility);
            for (Policy policy : Policy.values()) {
                List<Lending> chosen = bank.choose(policy, groups);
                for (int i = 0; i < groups.size(); i++) {
                    add(rows, measures, policy, utility, groups.get(i), chosen.get(i));
                }
            }
        }
        progress.at(groups.size(), 1);
        return new Results(measures, List.of(rows.build(), curves(), lines()));
    }

    private void add(
            Table.Builder rows,
            List<Measure> measures,
            Policy policy,
            Utility utility,
            CreditGroup group,
            Lending lending) {
        double threshold = lending.threshold(group.score());
        double selection = group.sum(lending, _ -> 1);
        double tpr = group.sum(lending, cell -> group.repays()[cell]) / group.repaying();
        double moved = group.sum(lending, cell -> change.mean(group, cell));
        double published = group.sum(lending, cell -> change.ofMean(group, cell));
        rows.row(
                utility.label(),
                policy.label(),
                group.name(),
                threshold,
                selection,
                tpr,
                moved,
                published,
                new Bank(utility).profit(group, lending));
        String arm = policy.label() + " " + utility.label();
        measures.add(Measure.of("threshold", arm, threshold).in(group.name()));
        measures.add(Measure.of("selection", arm, selection).in(group.name()));
        measures.add(Measure.of("tpr", arm, tpr).in(group.name()));
        measures.add(Measure.of("mean-score-change", arm, moved).in(group.name()));
    }

    /// Mean change of score for every threshold, and what the bank makes of it.
    private Table curves() {
        Table.Builder curves =
                Table.named("outcome-curve")
                        .texts("group")
                        .decimals("threshold", "selection", "meanScoreChange");
        for (CreditGroup group : groups) {
            for (int cell = group.cells() - 1; cell >= 0; cell--) {
                var lending = new Lending(cell, 1);
                curves.row(
                        group.name(),
                        group.score()[cell],
                        group.sum(lending, _ -> 1),
                        moved(group, lending));
            }
        }
        return curves.build();
    }

    private double moved(CreditGroup group, Lending lending) {
        return group.sum(lending, cell -> change.mean(group, cell));
    }

    /// Where a group gains most, and where it begins to be worse off than without any loan: active
    /// harm. A line belongs to a group's own scores and own repayment; what would come of another
    /// group's repayment stands beside it.
    private Table lines() {
        Table.Builder lines =
                Table.named("lines")
                        .texts("line", "group", "repaymentOf")
                        .decimals("threshold", "selection", "meanScoreChange");
        for (CreditGroup group : groups) {
            line(lines, BEST, group, group.name(), best(group));
            for (CreditGroup other : groups) {
                CreditGroup taken = group.repayingAs(other);
                line(lines, ACTIVE_HARM, taken, other.name(), harm(taken));
            }
        }
        return lines.build();
    }

    private void line(
            Table.Builder lines, String name, CreditGroup group, String of, Lending lending) {
        lines.row(
                name,
                group.name(),
                of,
                lending.threshold(group.score()),
                group.sum(lending, _ -> 1),
                moved(group, lending));
    }

    private Lending best(CreditGroup group) {
        var best = new Lending(group.cells() - 1, 1);
        for (int cell = group.cells() - 1; cell >= 0; cell--) {
            var lending = new Lending(cell, 1);
            if (moved(group, lending) > moved(group, best)) {
                best = lending;
            }
        }
        return best;
    }

    /// The lending below which the mean change is negative, looked for where more lending is no
    /// gain any more; all, where it never is. Near the ceiling a score can only fall.
    private Lending harm(CreditGroup group) {
        int best = best(group).cell();
        double sum = moved(group, new Lending(best, 1));
        for (int cell = best - 1; cell >= 0; cell--) {
            double step = group.mass()[cell] * change.mean(group, cell);
            if (sum + step < 0) {
                return new Lending(cell, sum / -step);
            }
            sum += step;
        }
        return new Lending(0, 1);
    }
}
