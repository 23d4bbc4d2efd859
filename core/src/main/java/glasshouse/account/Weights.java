package glasshouse.account;

import glasshouse.scheme.Fade;

/// The weight of points by their age in whole days: integers from a table, where [#ONE] is full.
///
/// Half-life h: `round(2^30 * 2^(-age/h))`; linear n: `round(2^30 * (n - age) / n)`. From the
/// horizon on the weight is zero: at the expiry, at the end of a linear fade, or where a half-life
/// has worn the weight below 2^-31.
public final class Weights {
    public static final int BITS = 30;
    public static final long ONE = 1L << BITS;

    private static final int[] NOTHING_FADES = new int[0];

    /// Ages never exceed the days from 1970 to 2200 and a margin.
    private static final int OLDEST = 84_100;

    /// Halvings after which nothing is left of 2^30.
    private static final int HALVINGS = BITS + 1;

    private final int[] table;
    private final int horizon;

    private Weights(int[] table, int horizon) {
        this.table = table;
        this.horizon = horizon;
    }

    /// The weights of a fade whose points are dropped at `expiresDays` (0: never).
    public static Weights of(Fade fade, int expiresDays) {
        int expiry = expiresDays == 0 ? Integer.MAX_VALUE : expiresDays;
        return switch (fade) {
            case Fade.Never _ -> new Weights(NOTHING_FADES, expiry);
            case Fade.HalfLife halfLife -> halfLife(halfLife.days(), expiry);
            case Fade.Linear linear -> linear(linear.days(), expiry);
        };
    }

    private static Weights halfLife(int days, int expiry) {
        long worn = Math.min((long) days * HALVINGS, OLDEST);
        int horizon = (int) Math.min(worn, expiry);
        var table = new int[horizon];
        for (int age = 0; age < horizon; age++) {
            int halvings = age / days;
            double share = StrictMath.pow(2, -(age % days) / (double) days);
            table[age] = (int) Math.round(share * (ONE >> halvings));
        }
        return new Weights(table, horizon);
    }

    private static Weights linear(int days, int expiry) {
        int horizon = Math.min(days, expiry);
        var table = new int[horizon];
        for (int age = 0; age < horizon; age++) {
            table[age] = (int) ((ONE * (days - age) + days / 2) / days);
        }
        return new Weights(table, horizon);
    }

    /// The weight at an age of zero days or more.
    public long at(int ageDays) {
        if (ageDays >= horizon) {
            return 0;
        }
        return table.length == 0 ? ONE : table[ageDays];
    }

    /// The first age at which nothing is left; `Integer.MAX_VALUE`: there is none.
    int horizon() {
        return horizon;
    }
}
