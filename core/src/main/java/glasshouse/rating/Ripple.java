package glasshouse.rating;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Leaves ratings out of a method that goes round: begins where it came to rest with all of them,
/// and in each round looks only at those to whom something changed.
///
/// The map has one place of rest, so this comes to the same as beginning anew, up to the last bits
/// of [Fixed], where either stops. A change fades with each pass by the number of ratings that it
/// is among, so that it dies after a few. Cost: a few passes over the pairs nearby, at most over
/// all.
final class Ripple implements Leaving {
    /// A change that is passed on to nobody: sums of rounded numbers may waver by it for ever.
    private static final long LAST_BIT = 1;

    private final Rules rules;
    private final Ratings ratings;
    private final int day;
    private final Pairs pairs;
    private final int most;
    private final int[] starts;
    private final int[] order;
    private final long[] goodness;
    private final long[] fairness;
    private final long[] baseGoodness;
    private final long[] baseFairness;
    private Front goods;
    private Front nextGoods;
    private Front fairs;
    private Front nextFairs;
    private final Front movedGoods;
    private final Front movedFairs;
    private final Map<Integer, Row> rows = new HashMap<>();
    private Row own = new Row(new int[0], new int[0], 0);

    /// People who are still to be looked at, each once.
    private static final class Front {
        private final boolean[] in;
        private final int[] people;
        private int size;

        Front(int people) {
            in = new boolean[people];
            this.people = new int[people];
        }

        void add(int person) {
            if (!in[person]) {
                in[person] = true;
                people[size++] = person;
            }
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                in[people[i]] = false;
            }
            size = 0;
        }
    }

    /// A row that is not what it was.
    private record Row(int[] others, int[] values, int size) {}

    Ripple(Rules rules, Ratings ratings, int day, int most) {
        this.rules = rules;
        this.ratings = ratings;
        this.day = day;
        this.most = most;
        pairs = Pairs.of(ratings.before(day));
        Reputations base = rules.reputations(pairs, most);
        baseGoodness = base.goodness();
        baseFairness = base.fairness();
        goodness = baseGoodness.clone();
        fairness = baseFairness.clone();
        int people = ratings.people();
        starts = new int[people + 1];
        order = byRated(ratings, starts);
        goods = new Front(people);
        nextGoods = new Front(people);
        fairs = new Front(people);
        nextFairs = new Front(people);
        movedGoods = new Front(people);
        movedFairs = new Front(people);
    }

    /// The ratings of each person, by index; fills where each begins.
    static int[] byRated(Ratings ratings, int[] starts) {
        for (int i = 0; i < ratings.size(); i++) {
            starts[ratings.rated(i) + 1]++;
        }
        for (int p = 1; p < starts.length; p++) {
            starts[p] += starts[p - 1];
        }
        int[] next = starts.clone();
        var order = new int[ratings.size()];
        for (int i = 0; i < order.length; i++) {
            order[next[ratings.rated(i)]++] = i;
        }
        return order;
    }

    @Override
    public Left without(int... gone) {
        int person = ratings.rated(gone[0]);
        int rater = ratings.rater(gone[0]);
        leave(person, gone);
        goods.add(person);
        for (int round = 0; round < most && goods.size + fairs.size > 0; round++) {
            round(person);
        }
        long good = own.size == 0 ? rules.unrated() : goodness[person];
        var left = new Left(good, fairness[rater]);
        restore();
        return left;
    }

    private void round(int person) {
        for (int i = 0; i < goods.size; i++) {
            good(goods.people[i], person);
        }
        goods.clear();
        for (int i = 0; i < fairs.size; i++) {
            fair(fairs.people[i]);
        }
        fairs.clear();
        Front spare = goods;
        goods = nextGoods;
        nextGoods = spare;
        spare = fairs;
        fairs = nextFairs;
        nextFairs = spare;
    }

    private void good(int v, int person) {
        int from = pairs.ratedStarts()[v];
        int to = pairs.ratedStarts()[v + 1];
        long before = goodness[v];
        long now = before;
        if (v != person) {
            now = rules.good(pairs.ratedBy(), pairs.receivedValues(), from, to, fairness, before);
        } else if (own.size > 0) {
            now = rules.good(own.others, own.values, 0, own.size, fairness, before);
        }
        if (now != before) {
            goodness[v] = now;
            movedGoods.add(v);
        }
        if (Math.abs(now - before) > LAST_BIT) {
            nextGoods.add(v);
            for (int i = from; i < to; i++) {
                fairs.add(pairs.ratedBy()[i]);
            }
        }
    }

    private void fair(int u) {
        int from = pairs.raterStarts()[u];
        int to = pairs.raterStarts()[u + 1];
        long before = fairness[u];
        Row row = rows.get(u);
        long now;
        if (row == null) {
            now = rules.fair(pairs.ratesWhom(), pairs.givenValues(), from, to, goodness, before);
        } else if (row.size == 0) {
            now = rules.unheard();
        } else {
            now = rules.fair(row.others, row.values, 0, row.size, goodness, before);
        }
        if (now != before) {
            fairness[u] = now;
            movedFairs.add(u);
        }
        if (Math.abs(now - before) > LAST_BIT) {
            nextFairs.add(u);
            for (int i = from; i < to; i++) {
                nextGoods.add(pairs.ratesWhom()[i]);
            }
        }
    }

    private void restore() {
        for (int i = 0; i < movedGoods.size; i++) {
            goodness[movedGoods.people[i]] = baseGoodness[movedGoods.people[i]];
        }
        for (int i = 0; i < movedFairs.size; i++) {
            fairness[movedFairs.people[i]] = baseFairness[movedFairs.people[i]];
        }
        for (Front front : new Front[] {goods, nextGoods, fairs, nextFairs}) {
            front.clear();
        }
        movedGoods.clear();
        movedFairs.clear();
        rows.clear();
    }

    /// The rows without the ratings: that of the one rated, and those of the raters.
    private void leave(int person, int[] gone) {
        Map<Integer, long[]> sums = new HashMap<>();
        for (int rating : gone) {
            sums.put(ratings.rater(rating), new long[2]);
        }
        int[] sorted = gone.clone();
        Arrays.sort(sorted);
        for (int at = starts[person]; at < starts[person + 1]; at++) {
            int rating = order[at];
            long[] sum = sums.get(ratings.rater(rating));
            if (sum != null
                    && ratings.day(rating) < day
                    && Arrays.binarySearch(sorted, rating) < 0) {
                sum[0] += ratings.value(rating);
                sum[1]++;
            }
        }
        int from = pairs.ratedStarts()[person];
        int to = pairs.ratedStarts()[person + 1];
        own = changed(pairs.ratedBy(), pairs.receivedValues(), from, to, sums);
        sums.forEach(
                (rater, sum) -> {
                    int begin = pairs.raterStarts()[rater];
                    int end = pairs.raterStarts()[rater + 1];
                    Map<Integer, long[]> one = Map.of(person, sum);
                    rows.put(
                            rater,
                            changed(pairs.ratesWhom(), pairs.givenValues(), begin, end, one));
                    fairs.add(rater);
                });
    }

    /// A row in which some others say what is left of their ratings, or nothing.
    private static Row changed(
            int[] others, int[] values, int from, int to, Map<Integer, long[]> sums) {
        var keptOthers = new int[to - from];
        var keptValues = new int[to - from];
        int size = 0;
        for (int i = from; i < to; i++) {
            long[] sum = sums.get(others[i]);
            if (sum == null || sum[1] > 0) {
                keptOthers[size] = others[i];
                keptValues[size++] = sum == null ? values[i] : (int) Fixed.mean(sum[0], sum[1]);
            }
        }
        return new Row(keptOthers, keptValues, size);
    }
}
