package glasshouse.stream.topic;

import glasshouse.stream.form.FormType;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads records of a Kafka topic as messages, in the source, so that each partition has its own
/// watermark.
public final class MessageDeserializer implements KafkaRecordDeserializationSchema<Message> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable MessageReader reader;

    @Override
    public void open(InitializationContext context) {
        reader = new MessageReader();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
        if (reader == null) {
            throw new IllegalStateException("a reader is opened before it is used");
        }
        String where = record.topic() + "-" + record.partition() + "@" + record.offset();
        out.collect(reader.read(record.value(), where, record.timestamp()));
    }

    @Override
    public TypeInformation<Message> getProducedType() {
        return new FormType<>(new MessageForm());
    }
}
