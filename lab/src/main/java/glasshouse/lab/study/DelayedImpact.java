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
/// Profit is piecewise linear in the common share, so its best point is one where either group
/// passes from one cell of scores to the next; all of them are tried, and the best is exact.
///
/// Liu, Dean, Rolf, Simchowitz, Hardt: Delayed Impact of Fair Machine Learning, ICML 2018.
public final class DelayedImpact implements Study {
    static final String ACTIVE_HARM = "active-harm";
    static final String BEST = "best";

    private final List<CreditGroup> groups;
    private final List<Utility> utilities;
    private final ScoreChange change;
    private final Map<String, String> inputs;

    /// What a loan brings the bank when it is repaid, and when it is not.
    record Utility(double repaid, double defaulted) {
        /// As it stands in tables: `+1/-4`.
        String label() {
            return signed(repaid) + "/" + signed(defaulted);
        }

        private static String signed(double value) {
            String plain =
                    value == Math.rint(value)
                            ? Long.toString(Math.round(value))
                            : Double.toString(value);
            return value < 0 ? plain : "+" + plain;
        }
    }

    /// A rule that the bank keeps to.
    enum Policy {
        MAX_PROFIT("max-profit"),
        EQUAL_OPPORTUNITY("equal-opportunity"),
        DEMOGRAPHIC_PARITY("demographic-parity");

        private final String label;

        Policy(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

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
            for (Policy policy : Policy.values()) {
                List<Lending> chosen = choose(policy, utility);
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
                profit(group, lending, utility));
        String arm = policy.label() + " " + utility.label();
        measures.add(Measure.of("threshold", arm, threshold).in(group.name()));
        measures.add(Measure.of("selection", arm, selection).in(group.name()));
        measures.add(Measure.of("tpr", arm, tpr).in(group.name()));
        measures.add(Measure.of("mean-score-change", arm, moved).in(group.name()));
    }

    /// The bank's rule for each group.
    List<Lending> choose(Policy policy, Utility utility) {
        return switch (policy) {
            case MAX_PROFIT -> groups.stream().map(group -> mostProfit(group, utility)).toList();
            case DEMOGRAPHIC_PARITY -> best(utility, CreditGroup::mass);
            case EQUAL_OPPORTUNITY -> best(utility, DelayedImpact::repayingMass);
        };
    }

    private static double[] repayingMass(CreditGroup group) {
        double[] weights = group.mass().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= group.repays()[i];
        }
        return weights;
    }

    private static Lending mostProfit(CreditGroup group, Utility utility) {
        var best = new Lending(group.cells() - 1, 0);
        double most = 0;
        for (int cell = group.cells() - 1; cell >= 0; cell--) {
            var lending = new Lending(cell, 1);
            double profit = profit(group, lending, utility);
            if (group.mass()[cell] > 0 && profit >= most) {
                most = profit;
                best = lending;
            }
        }
        return best;
    }

    /// What weighs in a constraint: the group's members, or those of them who would repay.
    private interface Weight {
        double[] of(CreditGroup group);
    }

    private List<Lending> best(Utility utility, Weight weight) {
        List<Lending> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (double share : shares(weight)) {
            List<Lending> rules = new ArrayList<>();
            double profit = 0;
            for (CreditGroup group : groups) {
                double[] weights = weight.of(group);
                Lending lending = Lending.upTo(share, weights, sum(weights));
                rules.add(lending);
                profit += group.count() * profit(group, lending, utility);
            }
            if (profit > most) {
                most = profit;
                best = rules;
            }
        }
        return best;
    }

    /// The shares at which a group's lending passes from one cell to the next.
    private List<Double> shares(Weight weight) {
        var shares = new ArrayList<Double>();
        shares.add(0.0);
        for (CreditGroup group : groups) {
            double[] weights = weight.of(group);
            double whole = sum(weights);
            double above = 0;
            for (int i = weights.length - 1; i >= 0; i--) {
                above += weights[i];
                shares.add(Math.min(1, above / whole));
            }
        }
        return shares.stream().distinct().sorted().toList();
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /// The bank's mean profit on a member of the group, whether lent to or not.
    private static double profit(CreditGroup group, Lending lending, Utility utility) {
        return group.sum(
                lending,
                cell -> {
                    double repays = group.repays()[cell];
                    return repays * utility.repaid() + (1 - repays) * utility.defaulted();
                });
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

    /// The lending below which the mean change is negative; all, where it never is.
    private Lending harm(CreditGroup group) {
        double sum = 0;
        for (int cell = group.cells() - 1; cell >= 0; cell--) {
            double step = group.mass()[cell] * change.mean(group, cell);
            if (sum + step < 0) {
                return new Lending(cell, sum / -step);
            }
            sum += step;
        }
        return new Lending(0, 1);
    }
}
