package glasshouse.cli;

import glasshouse.close.ContactField;

/// How far falls travelled: sums over the people who fell, one at a time.
final class Travel {
    /// Ties that are followed.
    static final int FAR = 3;

    private static final double ONE = 1e6;

    private final ContactField field;
    private final long[] rest;
    private final double[] lost = new double[FAR + 1];
    private final long[] people = new long[FAR + 1];
    private long atLeastOne;
    private long atLeastTenth;
    private int falls;
    private int farthest;

    Travel(ContactField field, long[] rest) {
        this.field = field;
        this.rest = rest;
    }

    /// Adds one fall, with everybody's scores after it.
    void add(int fallen, long[] after) {
        int[] distances = field.distances(fallen);
        for (int p = 0; p < after.length; p++) {
            double loss = (rest[p] - after[p]) / ONE;
            int distance = distances[p];
            if (distance >= 0 && distance <= FAR) {
                lost[distance] += loss;
                people[distance]++;
            }
            if (p != fallen) {
                atLeastOne += loss >= 1 ? 1 : 0;
                atLeastTenth += loss >= 0.1 ? 1 : 0;
                farthest = loss >= 0.1 ? Math.max(farthest, distance) : farthest;
            }
        }
        falls++;
    }

    /// Mean points lost so many ties away from the one who fell; 0 ties: their own.
    double lost(int ties) {
        return people[ties] == 0 ? Double.NaN : lost[ties] / people[ties];
    }

    /// How many others lost a point or more, in the mean.
    double losingOne() {
        return atLeastOne / (double) falls;
    }

    /// How many others lost a tenth of a point or more, in the mean.
    double losingTenth() {
        return atLeastTenth / (double) falls;
    }

    /// The most ties away at which anybody lost a tenth of a point.
    int farthest() {
        return farthest;
    }

    /// Standard deviation of scores, in points.
    static double spread(long[] scores) {
        double sum = 0;
        double squares = 0;
        for (long score : scores) {
            double x = score / ONE;
            sum += x;
            squares += x * x;
        }
        double mean = sum / scores.length;
        return Math.sqrt(Math.max(0, squares / scores.length - mean * mean));
    }
}
