package glasshouse.rating;

import java.util.Arrays;

/// Leaves ratings out under [Standing], to the last bit: goes once through the ratings since the
/// first that is left out, and reckons anew only those of and by people who stand elsewhere without
/// it.
///
/// Of all ratings together it keeps the weight of each and what the one rated had gathered with it:
/// 28 bytes a rating. Cost: one look at each rating since, and one sum for each that changes.
final class StandingLeaving implements Leaving {
    private static final long SAME = Long.MIN_VALUE;

    private final Standing method;
    private final Ratings ratings;
    private final int[] order;
    private final int[] places;
    private final int[] weights;
    private final long[] gatheredPoints;
    private final long[] gatheredWeights;

    /// How far somebody who is `touched` is from where they were, where they stand without, or
    /// `SAME`, and the place of their last rating so far.
    private final boolean[] touched;

    private final long[] points;
    private final long[] weight;
    private final long[] stands;
    private final int[] lastPlace;
    private final int[] touchedOnes;
    private int touchedCount;

    StandingLeaving(Standing method, Ratings ratings, int day) {
        this.method = method;
        this.ratings = ratings;
        order = method.byPeriod(ratings, day);
        int people = ratings.people();
        places = new int[ratings.size()];
        weights = new int[order.length];
        gatheredPoints = new long[order.length];
        gatheredWeights = new long[order.length];
        touched = new boolean[people];
        points = new long[people];
        weight = new long[people];
        stands = new long[people];
        lastPlace = new int[people];
        touchedOnes = new int[people];
        gather(people);
    }

    private void gather(int people) {
        var standing = new long[people];
        Arrays.fill(standing, method.prior().mean());
        var allPoints = new long[people];
        var allWeights = new long[people];
        Arrays.fill(places, -1);
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from; to < order.length && isOfPeriod(to, from); to++) {
                int i = order[to];
                int v = ratings.rated(i);
                places[i] = to;
                weights[to] = (int) ((standing[ratings.rater(i)] + Fixed.ONE) >> 1);
                allPoints[v] += Fixed.product(weights[to], ratings.value(i));
                allWeights[v] += weights[to];
                gatheredPoints[to] = allPoints[v];
                gatheredWeights[to] = allWeights[v];
            }
            for (int at = from; at < to; at++) {
                int v = ratings.rated(order[at]);
                standing[v] = method.standing(allPoints[v], allWeights[v], standing[v]);
            }
        }
    }

    private boolean isOfPeriod(int place, int of) {
        return method.period(ratings.day(order[place])) == method.period(ratings.day(order[of]));
    }

    @Override
    public Left without(int... gone) {
        int person = ratings.rated(gone[0]);
        int[] out = Arrays.stream(gone).map(i -> places[i]).sorted().toArray();
        touch(person, -1);
        int next = 0;
        for (int from = begin(out[0]), to; from < order.length; from = to) {
            boolean moved = false;
            for (to = from; to < order.length && isOfPeriod(to, from); to++) {
                boolean leave = next < out.length && out[next] == to;
                next += leave ? 1 : 0;
                moved |= rated(to, leave);
            }
            if (moved) {
                close(from, to);
            }
        }
        long good = stands[person];
        if (points(person) == 0 && weightOf(person) + method.prior().weight() == 0) {
            good = Fixed.NONE;
        }
        untouch();
        return new Left(good, Fixed.ONE);
    }

    /// The first place of the period of a place.
    private int begin(int place) {
        int begin = place;
        while (begin > 0 && isOfPeriod(begin - 1, place)) {
            begin--;
        }
        return begin;
    }

    /// Takes in the rating at a place; whether somebody's standing has to be reckoned anew.
    private boolean rated(int place, boolean leave) {
        int i = order[place];
        int u = ratings.rater(i);
        int v = ratings.rated(i);
        boolean other = touched[u] && stands[u] != SAME;
        if (leave || other) {
            if (!touched[v]) {
                touch(v, place);
            }
            long now = leave ? 0 : other ? (stands[u] + Fixed.ONE) >> 1 : weights[place];
            int value = ratings.value(i);
            points[v] += Fixed.product(now, value) - Fixed.product(weights[place], value);
            weight[v] += now - weights[place];
        }
        if (touched[v]) {
            lastPlace[v] = place;
        }
        return touched[v];
    }

    /// Where those stand who were rated between two places, and are not where they were.
    private void close(int from, int to) {
        for (int at = from; at < to; at++) {
            int v = ratings.rated(order[at]);
            if (touched[v]) {
                stands[v] = method.standing(points(v), weightOf(v), method.prior().mean());
            }
        }
    }

    private long points(int v) {
        return points[v] + (lastPlace[v] < 0 ? 0 : gatheredPoints[lastPlace[v]]);
    }

    private long weightOf(int v) {
        return weight[v] + (lastPlace[v] < 0 ? 0 : gatheredWeights[lastPlace[v]]);
    }

    private void touch(int person, int place) {
        touched[person] = true;
        stands[person] = SAME;
        lastPlace[person] = place;
        touchedOnes[touchedCount++] = person;
    }

    private void untouch() {
        for (int i = 0; i < touchedCount; i++) {
            int v = touchedOnes[i];
            touched[v] = false;
            points[v] = 0;
            weight[v] = 0;
        }
        touchedCount = 0;
    }
}
