package glasshouse.detection;

import glasshouse.rating.Fixed;
import glasshouse.rating.Ratings;
import java.util.Arrays;

/// Who praised whom at least once: ratings in the top quarter of the range, as rows over raters and
/// over the rated; others rise within a row. Linear in the ratings, but for sorting each row.
final class Praise {
    private static final long LEAST = Fixed.ONE / 2;

    private final int people;
    private final int[] givenStarts;
    private final int[] given;
    private final int[] gotStarts;
    private final int[] got;

    private Praise(int people, long[] edges) {
        this.people = people;
        long[] byRater = edges;
        givenStarts = new int[people + 1];
        given = new int[edges.length];
        fill(byRater, givenStarts, given);
        long[] byRated = new long[edges.length];
        for (int i = 0; i < edges.length; i++) {
            byRated[i] = Long.rotateLeft(edges[i], Integer.SIZE);
        }
        Arrays.sort(byRated);
        gotStarts = new int[people + 1];
        got = new int[edges.length];
        fill(byRated, gotStarts, got);
    }

    private static void fill(long[] edges, int[] starts, int[] others) {
        for (int i = 0; i < edges.length; i++) {
            starts[(int) (edges[i] >>> Integer.SIZE) + 1]++;
            others[i] = (int) edges[i];
        }
        for (int p = 1; p < starts.length; p++) {
            starts[p] += starts[p - 1];
        }
    }

    static Praise of(Ratings ratings) {
        var edges = new long[ratings.size()];
        int count = 0;
        for (int i = 0; i < ratings.size(); i++) {
            if (ratings.value(i) >= LEAST) {
                edges[count++] = (long) ratings.rater(i) << Integer.SIZE | ratings.rated(i);
            }
        }
        edges = Arrays.copyOf(edges, count);
        Arrays.sort(edges);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || edges[i] != edges[i - 1]) {
                edges[distinct++] = edges[i];
            }
        }
        return new Praise(ratings.people(), Arrays.copyOf(edges, distinct));
    }

    int people() {
        return people;
    }

    int size() {
        return given.length;
    }

    int givenFrom(int person) {
        return givenStarts[person];
    }

    int givenTo(int person) {
        return givenStarts[person + 1];
    }

    int whom(int edge) {
        return given[edge];
    }

    int gotFrom(int person) {
        return gotStarts[person];
    }

    int gotTo(int person) {
        return gotStarts[person + 1];
    }

    int by(int edge) {
        return got[edge];
    }

    int gives(int person) {
        return givenTo(person) - givenFrom(person);
    }

    int gets(int person) {
        return gotTo(person) - gotFrom(person);
    }

    /// The edge by which a person praised another; negative where they did not.
    int edge(int person, int other) {
        return Arrays.binarySearch(given, givenFrom(person), givenTo(person), other);
    }
}
