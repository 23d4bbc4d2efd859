package glasshouse.stream.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What a topic of scores says last of each person, as far as it is committed.
public final class LastScores {
    private static final JsonFactory JSON = new JsonFactory();

    private LastScores() {}

    /// A score as it was written.
    public record Score(String score, String band, String day) {
        /// Whether another is there and says the same score and band, of whatever day.
        boolean saysAs(@Nullable Score other) {
            return other != null && score.equals(other.score) && band.equals(other.band);
        }
    }

    /// How many persons are only in one of two, or have another score or band there.
    static long different(Map<String, Score> some, Map<String, Score> others) {
        long otherwise =
                some.entrySet().stream()
                        .filter(each -> !each.getValue().saysAs(others.get(each.getKey())))
                        .count();
        long unmet = others.keySet().stream().filter(person -> !some.containsKey(person)).count();
        return otherwise + unmet;
    }

    /// The scores in a CSV file that `glasshouse score` wrote of persons without commas or quotes.
    static Map<String, Score> ofFile(Path file) throws IOException {
        Map<String, Score> scores = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1)
                    .map(line -> line.split(",", 5))
                    .forEach(
                            cells -> scores.put(cells[0], new Score(cells[1], cells[2], cells[3])));
        }
        return scores;
    }

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
