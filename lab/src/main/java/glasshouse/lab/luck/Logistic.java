package glasshouse.lab.luck;

/// `1 / (1 + e^-x)` from a table, the same bits everywhere; to 0.004, flat beyond ±8.
public final class Logistic {
    private static final int BOUND = 8;
    private static final int PER_UNIT = 64;
    private static final float[] TABLE = table();

    private Logistic() {}

    private static float[] table() {
        var table = new float[2 * BOUND * PER_UNIT + 1];
        for (int i = 0; i < table.length; i++) {
            double x = i / (double) PER_UNIT - BOUND;
            table[i] = (float) (1 / (1 + StrictMath.exp(-x)));
        }
        return table;
    }

    public static float of(float x) {
        return TABLE[(int) ((Math.clamp(x, -BOUND, BOUND) + BOUND) * PER_UNIT)];
    }
}
