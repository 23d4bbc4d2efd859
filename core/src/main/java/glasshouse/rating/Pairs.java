package glasshouse.rating;

/// Ratings as pairs, by the rated and by the rater: compressed rows for methods that go round.
///
/// Whoever rates the same person several times says one thing, the mean of it, so that nobody gets
/// louder by repeating. Row p of one side is `starts[p]` to `starts[p + 1]`; within it the others
/// rise. Built in linear time by two counting sorts; 8 bytes a pair and side, 4 a person and side.
final class Pairs {
    private static final int MOST_PAIRS = 1 << 22;

    private final int people;
    private final int[] ratedStarts;
    private final int[] ratedBy;
    private final int[] receivedValues;
    private final int[] raterStarts;
    private final int[] ratesWhom;
    private final int[] givenValues;

    private Pairs(int people, Side received, Side given) {
        this.people = people;
        ratedStarts = received.starts;
        ratedBy = received.others;
        receivedValues = received.values;
        raterStarts = given.starts;
        ratesWhom = given.others;
        givenValues = given.values;
    }

    private record Side(int[] starts, int[] others, int[] values) {}

    static Pairs of(Ratings ratings) {
        int people = ratings.people();
        int size = ratings.size();
        Side loose = sorted(people, size, ratings.raters(), ratings.ratedOnes(), ratings.values());
        int[] ratersInOrder = rows(loose.starts);
        Side received = sorted(people, size, loose.others, ratersInOrder, loose.values);
        Side merged = merged(people, received);
        int pairs = merged.starts[people];
        int[] ratedInOrder = rows(merged.starts);
        Side given = sorted(people, pairs, merged.others, ratedInOrder, merged.values);
        check(merged.starts);
        check(given.starts);
        return new Pairs(people, merged, given);
    }

    /// Rows by `keys`, each holding its `others` in the order in which they come.
    private static Side sorted(int people, int size, int[] keys, int[] others, int[] values) {
        var starts = new int[people + 1];
        for (int i = 0; i < size; i++) {
            starts[keys[i] + 1]++;
        }
        for (int p = 0; p < people; p++) {
            starts[p + 1] += starts[p];
        }
        var next = starts.clone();
        var sortedOthers = new int[size];
        var sortedValues = new int[size];
        for (int i = 0; i < size; i++) {
            int place = next[keys[i]]++;
            sortedOthers[place] = others[i];
            sortedValues[place] = values[i];
        }
        return new Side(starts, sortedOthers, sortedValues);
    }

    private static void check(int[] starts) {
        for (int p = 0; p + 1 < starts.length; p++) {
            if (starts[p + 1] - starts[p] > MOST_PAIRS) {
                throw new ArithmeticException("at most four million ratings of or by one person");
            }
        }
    }

    /// The row of each cell.
    private static int[] rows(int[] starts) {
        int people = starts.length - 1;
        var rows = new int[starts[people]];
        for (int p = 0; p < people; p++) {
            java.util.Arrays.fill(rows, starts[p], starts[p + 1], p);
        }
        return rows;
    }

    private static Side merged(int people, Side side) {
        var starts = new int[people + 1];
        int count = 0;
        for (int p = 0; p < people; p++) {
            int end = side.starts[p + 1];
            int from = side.starts[p];
            while (from < end) {
                int to = from;
                long sum = 0;
                while (to < end && side.others[to] == side.others[from]) {
                    sum += side.values[to++];
                }
                side.others[count] = side.others[from];
                side.values[count++] = (int) Fixed.mean(sum, to - from);
                from = to;
            }
            starts[p + 1] = count;
        }
        return new Side(starts, side.others, side.values);
    }

    int people() {
        return people;
    }

    /// Where the row of each rated person begins, and at the end the number of pairs.
    int[] ratedStarts() {
        return ratedStarts;
    }

    int[] ratedBy() {
        return ratedBy;
    }

    int[] receivedValues() {
        return receivedValues;
    }

    /// Where the row of each rater begins.
    int[] raterStarts() {
        return raterStarts;
    }

    int[] ratesWhom() {
        return ratesWhom;
    }

    int[] givenValues() {
        return givenValues;
    }

    boolean isRated(int person) {
        return ratedStarts[person] < ratedStarts[person + 1];
    }

    boolean rates(int person) {
        return raterStarts[person] < raterStarts[person + 1];
    }
}
