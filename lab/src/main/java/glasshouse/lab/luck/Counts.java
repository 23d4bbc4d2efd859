package glasshouse.lab.luck;

/// How often something happens, from one lane: Poisson counts by the inverse transform, with means
/// in steps of a quarter up to [#MOST_MEAN].
public final class Counts {
    static final int MOST_MEAN = 16;
    private static final int PER_UNIT = 4;
    private static final byte[] TABLE = table();

    private Counts() {}

    private static byte[] table() {
        var table = new byte[(MOST_MEAN * PER_UNIT + 1) * Quantiles.CELLS];
        for (int row = 0; row <= MOST_MEAN * PER_UNIT; row++) {
            for (int cell = 0; cell < Quantiles.CELLS; cell++) {
                double uniform = (cell + 0.5) / Quantiles.CELLS;
                int count = Quantiles.poisson(uniform, row / (double) PER_UNIT);
                table[row * Quantiles.CELLS + cell] = (byte) count;
            }
        }
        return table;
    }

    /// The count of a mean, from the upper eight bits of a lane of a draw; the lower ones choose
    /// between the two nearest means, so that the mean is right.
    public static int of(float mean, long draw, int lane) {
        int bits = Luck.lane(draw, lane);
        float held = mean < MOST_MEAN ? mean : MOST_MEAN;
        float rows = (held > 0 ? held : 0) * PER_UNIT;
        int row = (int) (rows + (bits & 0xFF) * (1f / 256));
        return TABLE[row * Quantiles.CELLS + (bits >>> 8)];
    }
}
