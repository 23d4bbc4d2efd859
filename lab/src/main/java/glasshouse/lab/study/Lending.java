package glasshouse.lab.study;

/// Whom of one group a bank lends to: everybody above a cell of scores, and by lot a share of that
/// cell, for a constraint is seldom met between two cells.
record Lending(int cell, double part) {
    Lending {
        if (part < 0 || part > 1) {
            throw new IllegalArgumentException(part + " is no share of a cell");
        }
    }

    /// The share of a cell that is lent to.
    double share(int ofCell) {
        return ofCell > cell ? 1 : ofCell == cell ? part : 0;
    }

    /// Lends from the top until the weights, which sum to `whole`, come to a share of them.
    static Lending upTo(double share, double[] weights, double whole) {
        double left = share * whole;
        for (int i = weights.length - 1; i >= 0; i--) {
            if (weights[i] > 0 && weights[i] >= left) {
                return new Lending(i, Math.max(0, left / weights[i]));
            }
            left -= weights[i];
        }
        return new Lending(0, 1);
    }

    /// The score from which on is lent; within a cell that is lent to in part, as far up to the
    /// next one as the lot refuses.
    double threshold(double[] score) {
        double next = cell + 1 < score.length ? score[cell + 1] : score[cell];
        return score[cell] + (1 - part) * (next - score[cell]);
    }
}
