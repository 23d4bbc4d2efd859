package glasshouse.bench.society;

import java.util.SplittableRandom;

/// Counts by chance.
final class Chance {
    private Chance() {}

    /// How often something happens that happens `mean` times on average.
    static int poisson(SplittableRandom random, double mean) {
        if (mean <= 0) {
            return 0;
        }
        double least = Math.exp(-mean);
        double left = random.nextDouble();
        int count = 0;
        while (left > least) {
            left *= random.nextDouble();
            count++;
        }
        return count;
    }
}
