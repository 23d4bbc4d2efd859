package glasshouse.bureau.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/// What is counted and timed, for Prometheus. Labels are routes, statuses and fates: words of the
/// bureau, never of a request.
public final class Meters implements AutoCloseable {
    private static final Duration[] ANSWER_TIMES = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final DistributionSummary groups;
    private final Timer commits;

    public Meters() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        groups =
                DistributionSummary.builder("glasshouse.ledger.group")
                        .description("Entries that were made durable together")
                        .register(registry);
        commits =
                Timer.builder("glasshouse.ledger.commit")
                        .description("How long the database took to make a group durable")
                        .serviceLevelObjectives(ANSWER_TIMES)
                        .register(registry);
    }

    /// So many facts had this fate.
    public void judged(String fate, long count) {
        Counter.builder("glasshouse.ledger.facts")
                .description("Facts submitted, by what became of them")
                .tag("fate", fate)
                .register(registry)
                .increment((double) count);
    }

    /// A group of entries became durable.
    public void committed(int entries, long nanos) {
        groups.record(entries);
        commits.record(Duration.ofNanos(nanos));
    }

    /// A request was answered; `path` is that of the table of routes, with its variables unfilled.
    public void answered(String method, String path, int status, long nanos) {
        Timer.builder("glasshouse.http.requests")
                .description("Requests answered, by route and status")
                .tag("method", method)
                .tag("route", path)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(ANSWER_TIMES)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    /// A number that is looked up when it is asked for.
    public void watch(String name, String about, Supplier<Number> number) {
        Gauge.builder(name, number).description(about).register(registry);
    }

    /// All of it, in Prometheus' text format.
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
