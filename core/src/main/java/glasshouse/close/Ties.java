package glasshouse.close;

import java.math.BigInteger;
import java.util.Arrays;

/// Who is tied to whom, and how closely, before a day: compressed rows over both directions.
///
/// The weight of a tie is the sum of the values of all events between the two, whoever reported
/// them; an event whose value is 0, as where none is given, counts as 1; a sum of 0 or less is no
/// tie. A weight is held at a million.
final class Ties {
    private static final long MOST_MICRO = 1_000_000_000_000L;
    private static final long ONE_MICRO = 1_000_000;

    private final int[] starts;
    private final int[] others;
    private final long[] weights;

    private Ties(int[] starts, int[] others, long[] weights) {
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    /// The ties that events of these signals make before a day.
    static Ties of(Encounters encounters, boolean[] reads, int day) {
        int people = encounters.people();
        var starts = new int[people + 1];
        for (int row = 0; row < encounters.size(); row++) {
            if (reads[encounters.signal(row)] && encounters.day(row) < day) {
                starts[encounters.person(row) + 1]++;
                starts[encounters.counterparty(row) + 1]++;
            }
        }
        for (int p = 0; p < people; p++) {
            starts[p + 1] = Math.addExact(starts[p + 1], starts[p]);
        }
        int[] next = starts.clone();
        var others = new int[starts[people]];
        var weights = new long[starts[people]];
        for (int row = 0; row < encounters.size(); row++) {
            if (reads[encounters.signal(row)] && encounters.day(row) < day) {
                int a = encounters.person(row);
                int b = encounters.counterparty(row);
                long value = encounters.valueMicro(row);
                long weight = value == 0 ? ONE_MICRO : Math.clamp(value, -MOST_MICRO, MOST_MICRO);
                others[next[a]] = b;
                weights[next[a]++] = weight;
                others[next[b]] = a;
                weights[next[b]++] = weight;
            }
        }
        return new Ties(starts, others, weights).merged();
    }

    /// Events of one pair as one tie, and no tie without weight.
    private Ties merged() {
        int people = starts.length - 1;
        var sums = new long[people];
        var mergedStarts = new int[people + 1];
        int count = 0;
        for (int p = 0; p < people; p++) {
            for (int i = starts[p]; i < starts[p + 1]; i++) {
                sums[others[i]] += weights[i];
            }
            int from = starts[p];
            int to = starts[p + 1];
            for (int i = from; i < to; i++) {
                int other = others[i];
                if (sums[other] > 0) {
                    others[count] = other;
                    weights[count++] = Math.min(sums[other], MOST_MICRO);
                }
                sums[other] = 0;
            }
            mergedStarts[p + 1] = count;
        }
        return new Ties(mergedStarts, Arrays.copyOf(others, count), Arrays.copyOf(weights, count));
    }

    boolean has(int person) {
        return starts[person] < starts[person + 1];
    }

    int count(int person) {
        return starts[person + 1] - starts[person];
    }

    /// The mean of a person's contacts' values, by the weights of the ties, to the nearest.
    long mean(int person, long[] values) {
        long weight = 0;
        long most = 0;
        for (int i = starts[person]; i < starts[person + 1]; i++) {
            weight += weights[i];
            most = Math.max(most, Math.abs(values[others[i]]));
        }
        if (bits(weight) + bits(most) < Long.SIZE - 2) {
            long sum = 0;
            for (int i = starts[person]; i < starts[person + 1]; i++) {
                sum += weights[i] * values[others[i]];
            }
            return Math.floorDiv(sum + weight / 2, weight);
        }
        BigInteger sum = BigInteger.valueOf(weight / 2);
        for (int i = starts[person]; i < starts[person + 1]; i++) {
            sum =
                    sum.add(
                            BigInteger.valueOf(weights[i])
                                    .multiply(BigInteger.valueOf(values[others[i]])));
        }
        BigInteger[] parts = sum.divideAndRemainder(BigInteger.valueOf(weight));
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }

    private static int bits(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }
}
