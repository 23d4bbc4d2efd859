package glasshouse.detection;

/// How likely counts are by luck.
final class Chance {
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private Chance() {}

    /// The probability of at least `least` successes in `tries` of probability `p`: the exact
    /// binomial tail, summed from its first term.
    static double atLeast(int least, int tries, double p) {
        if (least <= 0) {
            return 1;
        }
        if (least > tries || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        double log =
                logFactorial(tries)
                        - logFactorial(least)
                        - logFactorial(tries - least)
                        + least * StrictMath.log(p)
                        + (tries - least) * StrictMath.log1p(-p);
        double term = StrictMath.exp(log);
        double sum = 0;
        for (int k = least; k <= tries && term > sum * 1e-16; k++) {
            sum += term;
            term *= (tries - k) / (k + 1.0) * p / (1 - p);
        }
        // Far below the mean the first terms are too small to begin with.
        return least < tries * p ? Math.max(0.5, Math.min(1, sum)) : Math.min(1, sum);
    }

    /// Lanczos's approximation of the logarithm of a factorial, to about 15 digits.
    private static double logFactorial(int n) {
        double x = n;
        double sum = 0.9999999999998099;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i + 1);
        }
        double t = x + LANCZOS.length - 0.5;
        return 0.5 * StrictMath.log(2 * Math.PI)
                + (x + 0.5) * StrictMath.log(t)
                - t
                + StrictMath.log(sum);
    }
}
