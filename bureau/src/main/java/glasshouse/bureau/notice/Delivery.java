package glasshouse.bureau.notice;

import glasshouse.bureau.SteadyClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends webhooks what is new for them, in order, at least once: until a receiver answers with a
/// status from 200 to 299, the same is sent again, after 1, 2, 4 … seconds up to an hour.
public final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long LOOK_MILLIS = 1000;

    private final Webhooks webhooks;
    private final Post post;
    private final Bell bell;
    private final SteadyClock clock;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService each = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Thread thread = new Thread(this::run, "webhooks");

    /// What there is to send.
    public interface Post {
        /// The next of it for a webhook; empty where there is none.
        Optional<Letter> next(Webhook webhook);
    }

    /// A JSON document, and the number of the last thing in it.
    public record Letter(String body, long last) {}

    public Delivery(Webhooks webhooks, Post post, Bell bell, SteadyClock clock) {
        this.webhooks = webhooks;
        this.post = post;
        this.bell = bell;
        this.clock = clock;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        long heard = -1;
        try {
            while (!bell.isClosed()) {
                try {
                    for (Webhook due : webhooks.due(clock.instant())) {
                        if (underWay.add(due.number())) {
                            each.execute(() -> deliver(due));
                        }
                    }
                } catch (RuntimeException failure) {
                    LOG.warn("webhooks wait for the database");
                }
                heard = bell.await(heard, LOOK_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Webhook webhook) {
        try {
            Webhook now = webhook;
            Optional<Letter> letter = post.next(now);
            while (letter.isPresent() && !bell.isClosed()) {
                if (!isTaken(now, letter.get().body())) {
                    webhooks.failed(now, clock.instant().plus(pause(now.failures())));
                    return;
                }
                now = webhooks.told(now, letter.get().last(), clock.instant());
                letter = post.next(now);
            }
        } catch (RuntimeException failure) {
            LOG.warn("a webhook waits for the database");
        } finally {
            underWay.remove(webhook.number());
        }
    }

    /// How long after so many failures it is tried again.
    static Duration pause(int failures) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures, 12));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private boolean isTaken(Webhook webhook, String body) {
        if (!webhooks.destination().allows(webhook.url())) {
            return false;
        }
        Instant now = clock.instant();
        HttpRequest request =
                HttpRequest.newBuilder(webhook.url())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header(
                                Signature.HEADER,
                                Signature.of(body, now.getEpochSecond(), webhook.secret()))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException notNow) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        bell.close();
        thread.interrupt();
        each.shutdownNow();
        http.shutdownNow();
    }
}
