package glasshouse.stream.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Sends the lines of a file at a steady pace, up to a limit that is moved on; a broker that is
/// away for a while is waited for.
final class Load implements Callable<Long> {
    private static final long NANOS = 1_000_000_000L;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final BrokersOption brokers;
    private final String topic;
    private final Path file;
    private final int perSecond;
    private final AtomicLong sent = new AtomicLong();
    private volatile long limit;

    Load(BrokersOption brokers, String topic, Path file, int perSecond) {
        this.brokers = brokers;
        this.topic = topic;
        this.file = file;
        this.perSecond = perSecond;
    }

    /// Lets so many lines of the file go, counted from its first.
    void upTo(long lines) {
        limit = lines;
    }

    /// How many lines have been handed over so far.
    long sent() {
        return sent.get();
    }

    /// Sends all lines and waits until they are taken; how many.
    @Override
    public Long call() throws IOException {
        var failure = new AtomicReference<@Nullable Exception>();
        try (KafkaProducer<byte[], byte[]> producer = brokers.producer();
                BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                awaitLimit();
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                var _ =
                        producer.send(
                                new ProducerRecord<>(topic, bytes), SendCommand.noting(failure));
                sent.incrementAndGet();
                LockSupport.parkNanos(NANOS / perSecond);
            }
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("not all messages were taken", failed);
        }
        return sent.get();
    }

    private void awaitLimit() {
        while (sent.get() >= limit) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
