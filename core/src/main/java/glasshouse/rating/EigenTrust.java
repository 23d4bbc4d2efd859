package glasshouse.rating;

import java.util.Arrays;
import java.util.List;

/// Trust that flows along good ratings and starts again, one time in seven, from people who are
/// trusted beforehand: `t = (1 - a) C' t + a p`, `a = 1/7`. `C(u, v)` is the share of `v` in the
/// ratings above the middle that `u` gave, counted from the middle; who gave none passes on to `p`.
/// `p` are the trusted, alike; without any who is there, all who rate or are rated.
///
/// `t` adds up to 1 over everybody, so it is no rating. What is put out is `r / (1 + r)` along the
/// range, `r` being a person's trust as a multiple of the mean: the middle of the range is trusted
/// as the mean person is, the least is not trusted at all. It predicts no rating.
///
/// A pair counts once, by the mean of its ratings, in steps of 1/1024. Trust is held in 2^-60; what
/// a division leaves goes to `p`, so none is lost. The distance from the only solution falls to 6/7
/// a round: after [#ROUNDS] rounds it is below 2^-40 of all trust. Cost: one pass over the pairs a
/// round.
///
/// Source: Kamvar, Schlosser, Garcia-Molina: "The EigenTrust Algorithm for Reputation Management in
/// P2P Networks", WWW 2003.
public record EigenTrust(List<Integer> trusted) implements Method {
    /// Most rounds.
    public static final int ROUNDS = 180;

    private static final long ALL = 1L << 60;
    private static final int RESTART = 7;
    private static final int STEP_BITS = 20;

    public EigenTrust {
        trusted = List.copyOf(trusted);
    }

    @Override
    public Reputations of(Ratings ratings, int day) {
        Pairs pairs = Pairs.of(ratings.before(day));
        int people = pairs.people();
        int[] sources = sources(pairs);
        var outOf = new long[people];
        for (int u = 0; u < people; u++) {
            for (int i = pairs.raterStarts()[u]; i < pairs.raterStarts()[u + 1]; i++) {
                outOf[u] += weight(pairs.givenValues()[i]);
            }
        }
        var trust = new long[people];
        restart(trust, sources, ALL);
        var next = new long[people];
        int rounds = 0;
        boolean changed = sources.length > 0;
        while (changed && rounds < ROUNDS) {
            flow(pairs, outOf, trust, next, sources);
            changed = !Arrays.equals(trust, next);
            long[] spare = trust;
            trust = next;
            next = spare;
            rounds++;
        }
        return new Reputations(relative(pairs, trust), believed(people), rounds);
    }

    private static long[] believed(int people) {
        var fairness = new long[people];
        Arrays.fill(fairness, Fixed.ONE);
        return fairness;
    }

    /// The trusted who take part; else all who take part.
    private int[] sources(Pairs pairs) {
        int[] chosen =
                trusted.stream().distinct().mapToInt(p -> p).filter(p -> in(pairs, p)).toArray();
        if (chosen.length > 0) {
            return chosen;
        }
        return java.util.stream.IntStream.range(0, pairs.people())
                .filter(p -> in(pairs, p))
                .toArray();
    }

    private static boolean in(Pairs pairs, int person) {
        return pairs.isRated(person) || pairs.rates(person);
    }

    private static long weight(int value) {
        return value <= 0 ? 0 : value >> STEP_BITS;
    }

    private static void restart(long[] trust, int[] sources, long amount) {
        if (sources.length > 0) {
            long each = amount / sources.length;
            for (int source : sources) {
                trust[source] += each;
            }
        }
    }

    private static void flow(Pairs pairs, long[] outOf, long[] trust, long[] next, int[] sources) {
        int[] starts = pairs.raterStarts();
        int[] whom = pairs.ratesWhom();
        int[] values = pairs.givenValues();
        Arrays.fill(next, 0);
        long left = ALL;
        for (int u = 0; u < trust.length; u++) {
            if (trust[u] > 0 && outOf[u] > 0) {
                long passed = trust[u] - trust[u] / RESTART;
                long step = passed / outOf[u];
                left -= step * outOf[u];
                for (int i = starts[u]; i < starts[u + 1]; i++) {
                    next[whom[i]] += step * weight(values[i]);
                }
            }
        }
        restart(next, sources, left);
    }

    /// Trust as a multiple of the mean, put through `r / (1 + r)` and along -1 to 1.
    private static long[] relative(Pairs pairs, long[] trust) {
        long taking = 0;
        for (int p = 0; p < trust.length; p++) {
            taking += in(pairs, p) ? 1 : 0;
        }
        var relative = new long[trust.length];
        for (int p = 0; p < trust.length; p++) {
            if (!in(pairs, p)) {
                relative[p] = Fixed.NONE;
            } else {
                long multiple = (trust[p] >> 24) * taking;
                relative[p] = 2 * Fixed.ratio(multiple, (ALL >> 24) + multiple) - Fixed.ONE;
            }
        }
        return relative;
    }
}
