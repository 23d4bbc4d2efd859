package glasshouse.lab.study;

import java.util.Arrays;

/// One group of borrowers: how many they are, how their scores are spread, and who of them would
/// repay. Cells run from the lowest score up; `mass` sums to 1.
record CreditGroup(String name, double count, double[] score, double[] mass, double[] repays) {
    CreditGroup {
        if (score.length != mass.length || score.length != repays.length || score.length < 2) {
            throw new IllegalArgumentException("a group has a mass and a rate for each score");
        }
        if (Math.abs(Arrays.stream(mass).sum() - 1) > 1e-9) {
            throw new IllegalArgumentException("the shares of the group " + name + " sum to 1");
        }
    }

    int cells() {
        return score.length;
    }

    /// The share of the group that would repay.
    double repaying() {
        double sum = 0;
        for (double share : repayingMass()) {
            sum += share;
        }
        return sum;
    }

    /// The same, cell by cell.
    double[] repayingMass() {
        double[] shares = mass.clone();
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= repays[i];
        }
        return shares;
    }

    /// The same spread of scores with the repayment of another group.
    CreditGroup repayingAs(CreditGroup other) {
        return new CreditGroup(name, count, score, mass, other.repays);
    }

    /// The sum over those who are lent to of what each cell's loans come to.
    double sum(Lending lending, CellValue value) {
        double sum = 0;
        for (int i = 0; i < mass.length; i++) {
            double lent = lending.share(i);
            if (lent > 0) {
                sum += mass[i] * lent * value.of(i);
            }
        }
        return sum;
    }

    /// What a loan comes to in a cell.
    @FunctionalInterface
    interface CellValue {
        double of(int cell);
    }
}
