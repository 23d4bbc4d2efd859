package glasshouse.stream.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// What a topic of scores says last of each person, as far as it is committed.
public final class LastScores {
    private static final JsonFactory JSON = new JsonFactory();

    private LastScores() {}

    /// A score as it was written.
    public record Score(String score, String band, String day) {}

    /// Reads the topic to its end, and closes the consumer; persons in their order.
    public static Map<String, Score> read(KafkaConsumer<byte[], byte[]> consumer, String topic)
            throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        try (consumer) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200))) {
                    String person = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        scores.remove(person);
                    } else {
                        scores.put(person, parse(record.value()));
                    }
                }
            }
        }
        return scores;
    }

    private static Score parse(byte[] value) throws IOException {
        String score = "";
        String band = "";
        String day = "";
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "score" -> score = json.getText();
                    case "band" -> band = json.getText();
                    case "day" -> day = json.getText();
                    default -> json.skipChildren();
                }
            }
        }
        return new Score(score, band, day);
    }
}
