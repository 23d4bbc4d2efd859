package glasshouse.bureau;

import glasshouse.bureau.ledger.Fact;
import glasshouse.bureau.ledger.Fate;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.organisation.Organisation;
import glasshouse.bureau.organisation.Organisations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the events of each source destroyed once they are older than it declared; looks every hour.
public final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int MINUTES = 60;

    private final Organisations organisations;
    private final Ledger ledger;
    private final SteadyClock clock;
    private final ScheduledExecutorService hourly =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("retention").daemon().factory());

    Retention(Organisations organisations, Ledger ledger, SteadyClock clock) {
        this.organisations = organisations;
        this.ledger = ledger;
        this.clock = clock;
    }

    void start() {
        var _ = hourly.scheduleWithFixedDelay(this::look, 1, MINUTES, TimeUnit.MINUTES);
    }

    private void look() {
        try {
            expire();
        } catch (RuntimeException failure) {
            LOG.warn("events that are due to be destroyed stay for another hour", failure);
        }
    }

    /// The instant before which events of a source are due; the beginning of time where it keeps
    /// them. It moves once a day, so that a day's events go together.
    public static Instant due(Organisation source, Instant now) {
        return source.retentionDays() == Organisation.KEEPS
                ? Instant.MIN
                : now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(source.retentionDays()));
    }

    /// Destroys all that is due now.
    public void expire() {
        for (Organisation each : organisations.all()) {
            Instant before = due(each, clock.instant());
            boolean more = !before.equals(Instant.MIN);
            while (more) {
                var fact = new Fact.Expired(each.name(), before);
                more = ledger.submit(List.of(fact)).count(Fate.ACCEPTED) > 0;
            }
        }
    }

    @Override
    public void close() {
        List<Runnable> _ = hourly.shutdownNow();
    }
}
