package glasshouse.testkit;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A claim that must hold for every choice, tried on many seeded ones.
///
/// Run `i` uses the seed plus `i`, so the seed named by a failure fails again in the first run:
/// `./mvnw -pl core -am test -Dtest=ThatTest -Dglasshouse.seed=N
/// -Dsurefire.failIfNoSpecifiedTests=false`.
public final class Property {
    private static final String SEED_PROPERTY = "glasshouse.seed";
    private static final int DISCARDS_PER_RUN = 10;

    private Property() {}

    /// What is tried; it fails by throwing.
    @FunctionalInterface
    public interface Claim {
        void hold(Choices choices) throws Exception;
    }

    /// Tries the claim `runs` times and prints the seed.
    ///
    /// @throws AssertionError with the seed and the simplest failing choices found, caused by what
    ///   the claim threw on them; or when nearly every run was discarded
    public static void check(String name, int runs, Claim claim) {
        Long given = Long.getLong(SEED_PROPERTY);
        long seed = given == null ? ThreadLocalRandom.current().nextLong(1L << 40) : given;
        System.out.println("property " + name + ": " + runs + " runs, seed " + seed);
        check(name, runs, seed, claim);
    }

    /// Tries the claim `runs` times from this seed on, whatever the command line says.
    public static void check(String name, int runs, long seed, Claim claim) {
        int held = 0;
        int discarded = 0;
        for (long runSeed = seed; held < runs; runSeed++) {
            Choices choices = Choices.random(runSeed);
            switch (attempt(claim, choices)) {
                case Verdict.Held _ -> held++;
                case Verdict.Discarded _ -> discarded++;
                case Verdict.Failed failed -> throw report(name, claim, runSeed, choices, failed);
            }
            if (discarded > DISCARDS_PER_RUN * runs) {
                throw new AssertionError(
                        "property %s: only %d runs held and %d were discarded: "
                                        .formatted(name, held, discarded)
                                + "choose values that meet the assumption");
            }
        }
    }

    private static AssertionError report(
            String name, Claim claim, long seed, Choices choices, Verdict.Failed first) {
        Class<?> kind = first.cause().getClass();
        long[] simplest =
                Shrinker.shrink(choices.draws(), draws -> failingDraws(claim, draws, kind));
        Choices replayed = Choices.replay(simplest);
        Throwable cause =
                attempt(claim, replayed) instanceof Verdict.Failed(Throwable thrown)
                        ? thrown
                        : first.cause();
        return new AssertionError(
                """
                property %s failed: %s
                  simplest failing choices: %s
                  their draws: %s
                  again: -D%s=%d"""
                        .formatted(
                                name,
                                cause,
                                String.join(", ", replayed.described()),
                                Arrays.toString(simplest),
                                SEED_PROPERTY,
                                seed),
                cause);
    }

    /// The draws that were used, if the claim fails on these in the same way; else null.
    private static long @Nullable [] failingDraws(Claim claim, long[] draws, Class<?> kind) {
        Choices choices = Choices.replay(draws);
        return attempt(claim, choices) instanceof Verdict.Failed(Throwable cause)
                        && cause.getClass() == kind
                ? choices.draws()
                : null;
    }

    private static Verdict attempt(Claim claim, Choices choices) {
        try {
            claim.hold(choices);
            return new Verdict.Held();
        } catch (Choices.Discarded _) {
            return new Verdict.Discarded();
        } catch (Exception | AssertionError | StackOverflowError thrown) {
            return new Verdict.Failed(thrown);
        }
    }

    private sealed interface Verdict {
        record Held() implements Verdict {}

        record Discarded() implements Verdict {}

        record Failed(Throwable cause) implements Verdict {}
    }
}
