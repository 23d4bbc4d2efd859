package glasshouse.lab.study;

/// How a loan moves the borrower's score, within the scale.
record ScoreChange(double onRepayment, double onDefault, double floor, double ceiling) {
    ScoreChange {
        if (floor >= ceiling) {
            throw new IllegalArgumentException("a scale has a floor below its ceiling");
        }
    }

    /// The mean change in a cell: each borrower's new score is held within the scale.
    double mean(CreditGroup group, int cell) {
        double score = group.score()[cell];
        double repays = group.repays()[cell];
        return repays * (held(score + onRepayment) - score)
                + (1 - repays) * (held(score + onDefault) - score);
    }

    /// The change in a cell when the mean of the new scores is held within the scale instead, as in
    /// the code published with the paper. It is larger near the top.
    double ofMean(CreditGroup group, int cell) {
        double score = group.score()[cell];
        double repays = group.repays()[cell];
        return held(score + repays * onRepayment + (1 - repays) * onDefault) - score;
    }

    private double held(double score) {
        return Math.clamp(score, floor, ceiling);
    }
}
