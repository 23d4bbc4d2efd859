package glasshouse.stream.command;

import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Option;

/// Where the brokers are.
final class BrokersOption {
    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT,…",
            defaultValue = "localhost:9092",
            description = "Kafka brokers (default: ${DEFAULT-VALUE}).")
    String brokers = "localhost:9092";

    BrokersOption() {}

    BrokersOption(String brokers) {
        this.brokers = brokers;
    }

    KafkaProducer<byte[], byte[]> producer() {
        var settings = settings();
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", "20");
        settings.put("batch.size", "262144");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// A consumer that sees what is committed, from the beginning, and leaves no trace.
    KafkaConsumer<byte[], byte[]> consumer() {
        var settings = settings();
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("group.id", "glasshouse-" + UUID.randomUUID());
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(settings());
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        return settings;
    }
}
