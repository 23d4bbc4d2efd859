package glasshouse.stream.command;

import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.stream.topic.MessageFunction;
import glasshouse.wire.CloudEventWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what time it is on every partition of a topic.
@Command(
        name = "clock",
        description =
                "Says on every partition of a topic what time it is, so that days close though no"
                        + " event comes.",
        mixinStandardHelpOptions = true,
        footer = {"", "  glasshouse stream clock --in events --at 2026-04-01T00:00:00Z"})
final class ClockCommand implements Callable<Integer> {
    @Mixin private BrokersOption brokers = new BrokersOption();

    @Option(names = "--in", required = true, paramLabel = "TOPIC", description = "The topic.")
    private String topic = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "The time; never later than the broker's clock (default: now).")
    private Instant at = Instant.now();

    @Override
    public Integer call() throws Exception {
        strike(brokers, topic, at);
        return 0;
    }

    /// Says the time on every partition, and waits until it is taken.
    static void strike(BrokersOption brokers, String topic, Instant at) throws Exception {
        var name = new EventName("glasshouse", "clock-" + at);
        var event = new Event(name, "clock", null, MessageFunction.CLOCK, 0, at, at, null);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new CloudEventWriter(bytes)) {
            writer.write(event);
        }
        try (KafkaProducer<byte[], byte[]> producer = brokers.producer()) {
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                producer.send(
                                new ProducerRecord<>(
                                        topic, partition.partition(), null, bytes.toByteArray()))
                        .get();
            }
        }
    }
}
