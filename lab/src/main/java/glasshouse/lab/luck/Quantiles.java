package glasshouse.lab.luck;

import java.util.function.DoubleUnaryOperator;

/// Inverse distribution functions as tables, so that a draw becomes a value by one look-up and by
/// the same bits everywhere. Built with `StrictMath`; values in the middle of equal shares.
public final class Quantiles {
    /// Cells of a table: a trait is known to one part in 256.
    public static final int CELLS = 256;

    private Quantiles() {}

    /// The table of any quantile function of (0, 1).
    public static float[] of(DoubleUnaryOperator quantile) {
        var table = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            table[i] = (float) quantile.applyAsDouble((i + 0.5) / CELLS);
        }
        return table;
    }

    /// Normal with a mean and standard deviation.
    public static float[] normal(double mean, double deviation) {
        return of(p -> mean + deviation * standardNormal(p));
    }

    /// Normal, held within bounds.
    public static float[] normal(double mean, double deviation, double low, double high) {
        return of(p -> Math.clamp(mean + deviation * standardNormal(p), low, high));
    }

    /// Lognormal with median 1.
    public static float[] lognormal(double sigma) {
        return of(p -> StrictMath.exp(sigma * standardNormal(p)));
    }

    /// How many times something happens that happens `mean` times on average: Poisson, by the
    /// inverse transform.
    public static int poisson(double uniform, double mean) {
        double term = StrictMath.exp(-mean);
        double reached = term;
        int count = 0;
        while (uniform > reached && count < 64) {
            count++;
            term *= mean / count;
            reached += term;
        }
        return count;
    }

    /// The quantile function of the standard normal, to 1e-9 (Acklam's rational approximation,
    /// 2003, without refinement: relative error below 1.15e-9).
    public static double standardNormal(double p) {
        double low = 0.02425;
        if (p < low) {
            return tail(StrictMath.sqrt(-2 * StrictMath.log(p)));
        }
        if (p > 1 - low) {
            return -tail(StrictMath.sqrt(-2 * StrictMath.log(1 - p)));
        }
        double q = p - 0.5;
        double r = q * q;
        double above =
                (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r
                                                                        - 2.759285104469687e+02)
                                                                * r
                                                        + 1.383577518672690e+02)
                                                * r
                                        - 3.066479806614716e+01)
                                * r
                        + 2.506628277459239e+00);
        double below =
                (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r
                                                                        - 1.556989798598866e+02)
                                                                * r
                                                        + 6.680131188771972e+01)
                                                * r
                                        - 1.328068155288572e+01)
                                * r
                        + 1);
        return above * q / below;
    }

    private static double tail(double q) {
        double above =
                (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q
                                                                        - 2.400758277161838e+00)
                                                                * q
                                                        - 2.549732539343734e+00)
                                                * q
                                        + 4.374664141464968e+00)
                                * q
                        + 2.938163982698783e+00);
        double below =
                ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00)
                                                * q
                                        + 3.754408661907416e+00)
                                * q
                        + 1);
        return above / below;
    }
}
