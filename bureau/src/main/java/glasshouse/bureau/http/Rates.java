package glasshouse.bureau.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import glasshouse.bureau.Limits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// How often each caller may ask: a bucket of two seconds' worth of requests that fills as they are
/// allowed. An organisation has one for all its keys and tokens, anybody else one each, and an
/// address from which wrong tokens come has one for those.
///
/// Buckets of callers who stay away are dropped: by then they would be full.
final class Rates {
    private static final int WRONG_TOKENS_A_SECOND = 10;
    private static final int SECONDS_HELD = 2;
    private static final int MOST_CALLERS = 1_000_000;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Limits limits;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_CALLERS).expireAfterAccess(IDLE).build();

    Rates(Limits limits) {
        this.limits = limits;
    }

    /// Counts a request of a caller.
    void count(Caller caller) {
        boolean organisation = !caller.organisation().isEmpty();
        int rate = organisation ? limits.organisationRate() : limits.personRate();
        if (rate == Limits.NONE) {
            return;
        }
        String key = organisation ? "o" + caller.organisation() : "p" + caller.subject();
        refuseBeyond(rate, bucket(key, rate));
    }

    /// Counts a wrong token of an address; right ones pass, whoever else sits behind it.
    void countWrongToken(String address) {
        refuseBeyond(WRONG_TOKENS_A_SECOND, bucket("a" + address, WRONG_TOKENS_A_SECOND));
    }

    private Bucket bucket(String key, int rate) {
        return buckets.get(key, _ -> fresh(rate));
    }

    private static Bucket fresh(int rate) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity((long) rate * SECONDS_HELD)
                                        .refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    private static void refuseBeyond(int rate, Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new Refused(
                    Problem.BUSY,
                    "More than %s requests a second came from you; wait as Retry-After says."
                            .formatted(rate),
                    seconds);
        }
    }
}
