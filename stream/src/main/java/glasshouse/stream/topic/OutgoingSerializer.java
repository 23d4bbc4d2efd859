package glasshouse.stream.topic;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Writes messages as records of Kafka topics.
public final class OutgoingSerializer implements KafkaRecordSerializationSchema<Outgoing> {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("NullAway") // A record without a value is Kafka's way to take one back.
    public ProducerRecord<byte[], byte[]> serialize(
            Outgoing message, KafkaSinkContext context, @Nullable Long timestamp) {
        var record =
                new ProducerRecord<byte[], byte[]>(message.topic(), message.key(), message.value());
        message.headers()
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
