package glasshouse.rating;

/// How good somebody is by those who rate them, and how fair by those whom they rate: one step of a
/// method that goes round. A row is a stretch of `others` and `values`, never empty.
interface Rules {
    /// Where the rounds begin.
    void start(Pairs pairs, long[] goodness, long[] fairness);

    long good(int[] by, int[] values, int from, int to, long[] fairness, long before);

    long fair(int[] whom, int[] values, int from, int to, long[] goodness, long before);

    /// How good somebody is whom nobody rated, or [Fixed#NONE].
    long unrated();

    /// How far somebody is believed who rates nobody.
    long unheard();

    /// All rounds, until nothing changes any more or `most` have passed.
    default Reputations reputations(Pairs pairs, int most) {
        int people = pairs.people();
        var goodness = new long[people];
        var fairness = new long[people];
        start(pairs, goodness, fairness);
        int rounds = 0;
        boolean changed = true;
        while (changed && rounds < most) {
            changed = round(pairs, goodness, fairness);
            rounds++;
        }
        for (int v = 0; v < people; v++) {
            if (!pairs.isRated(v)) {
                goodness[v] = unrated();
            }
        }
        return new Reputations(goodness, fairness, rounds);
    }

    private boolean round(Pairs pairs, long[] goodness, long[] fairness) {
        boolean changed = false;
        int[] ratedStarts = pairs.ratedStarts();
        for (int v = 0; v < goodness.length; v++) {
            int from = ratedStarts[v];
            int to = ratedStarts[v + 1];
            if (from < to) {
                long before = goodness[v];
                goodness[v] =
                        good(pairs.ratedBy(), pairs.receivedValues(), from, to, fairness, before);
                changed |= goodness[v] != before;
            }
        }
        int[] raterStarts = pairs.raterStarts();
        for (int u = 0; u < fairness.length; u++) {
            int from = raterStarts[u];
            int to = raterStarts[u + 1];
            if (from < to) {
                long before = fairness[u];
                fairness[u] =
                        fair(pairs.ratesWhom(), pairs.givenValues(), from, to, goodness, before);
                changed |= fairness[u] != before;
            }
        }
        return changed;
    }
}
