package glasshouse.lab.study;

import java.util.ArrayList;
import java.util.List;

/// A bank that knows every group's scores and chances of repayment, thinks of the next loan only,
/// and among the rules that keep its policy takes the one that pays most.
///
/// Profit is piecewise linear in the share that the groups have in common, so its best point is one
/// where either group passes from one cell of scores to the next; all of them are tried, and the
/// best is exact.
record Bank(Utility utility) {
    /// Its rule for each group.
    List<Lending> choose(Policy policy, List<CreditGroup> groups) {
        return switch (policy) {
            case MAX_PROFIT -> groups.stream().map(this::mostProfit).toList();
            case DEMOGRAPHIC_PARITY -> best(groups, CreditGroup::mass);
            case EQUAL_OPPORTUNITY -> best(groups, CreditGroup::repayingMass);
        };
    }

    /// Its mean profit on a member of the group, whether lent to or not.
    double profit(CreditGroup group, Lending lending) {
        return group.sum(lending, cell -> utility.mean(group.repays()[cell]));
    }

    private Lending mostProfit(CreditGroup group) {
        var best = new Lending(group.cells() - 1, 0);
        double most = 0;
        for (int cell = group.cells() - 1; cell >= 0; cell--) {
            var lending = new Lending(cell, 1);
            double profit = profit(group, lending);
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

    private List<Lending> best(List<CreditGroup> groups, Weight weight) {
        List<Lending> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (double share : shares(groups, weight)) {
            List<Lending> rules = new ArrayList<>();
            double profit = 0;
            for (CreditGroup group : groups) {
                double[] weights = weight.of(group);
                Lending lending = Lending.upTo(share, weights, sum(weights));
                rules.add(lending);
                profit += group.count() * profit(group, lending);
            }
            if (profit > most) {
                most = profit;
                best = rules;
            }
        }
        return best;
    }

    /// The shares at which a group's lending passes from one cell to the next.
    private static List<Double> shares(List<CreditGroup> groups, Weight weight) {
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
}
