package glasshouse.bureau;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that never goes back, in whole microseconds: what is recorded later is not recorded
/// earlier, whatever becomes of the machine's time.
public final class SteadyClock implements InstantSource {
    private final InstantSource source;
    private final AtomicReference<Instant> last;

    /// A clock that goes on from `start` where the source is behind it.
    public SteadyClock(InstantSource source, Instant start) {
        this.source = source;
        last = new AtomicReference<>(start.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public Instant instant() {
        Instant now = source.instant().truncatedTo(ChronoUnit.MICROS);
        return last.accumulateAndGet(now, (known, fresh) -> fresh.isAfter(known) ? fresh : known);
    }

    /// Goes on from an instant that is known to have passed.
    public void passed(Instant instant) {
        Instant _ = last.accumulateAndGet(instant, (a, b) -> a.isAfter(b) ? a : b);
    }
}
