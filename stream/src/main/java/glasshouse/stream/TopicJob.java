package glasshouse.stream;

import glasshouse.stream.form.FormType;
import glasshouse.stream.table.ScoreTableSink;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageDeserializer;
import glasshouse.stream.topic.MessageForm;
import glasshouse.stream.topic.Outgoing;
import glasshouse.stream.topic.OutgoingForm;
import glasshouse.stream.topic.OutgoingSerializer;
import glasshouse.stream.topic.Topics;
import glasshouse.stream.topic.WritingFunction;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/// The scoring job with Kafka topics before and behind it, and a table of PostgreSQL if asked for.
///
/// Exactly once: offsets, states and outgoing transactions belong to one checkpoint. A reader of
/// the topics who reads what is committed sees each result once; the table is written when a
/// checkpoint is complete.
public final class TopicJob {
    /// Beyond the longest outage after which a run is resumed; brokers allow 15 minutes.
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    private TopicJob() {}

    /// What a run is asked to do; `database` is the URL of the one that has the table of scores.
    public record Order(
            SchemeTexts texts,
            Rhythm rhythm,
            String brokers,
            Topics topics,
            int parallelism,
            Duration checkpointEvery,
            Optional<String> database) {
        /// Without a table.
        public Order(
                SchemeTexts texts,
                Rhythm rhythm,
                String brokers,
                Topics topics,
                int parallelism,
                Duration checkpointEvery) {
            this(texts, rhythm, brokers, topics, parallelism, checkpointEvery, Optional.empty());
        }

        /// What Flink calls the run.
        public String name() {
            return "glasshouse " + texts.plan().scheme().header().name() + " " + topics.out();
        }

        /// The group of consumers in whose name Kafka is told how far results are committed.
        public String group() {
            return "glasshouse-" + topics.out();
        }
    }

    /// Lays the job out in an environment.
    public static void build(StreamExecutionEnvironment environment, Order order) {
        environment.setParallelism(order.parallelism());
        environment.enableCheckpointing(
                order.checkpointEvery().toMillis(), CheckpointingMode.EXACTLY_ONCE);
        DataStream<Message> messages =
                environment
                        .fromSource(
                                source(order),
                                ScoringJob.watermarks(order.rhythm()),
                                "events",
                                new FormType<>(new MessageForm()))
                        .uid("events");
        var outlets = ScoringJob.score(messages, order.texts(), order.rhythm());
        written(outlets.results(), order, "results")
                .union(
                        written(outlets.aside(), order, "aside"),
                        written(outlets.dead(), order, "dead letters"))
                .sinkTo(sink(order))
                .uid("topics")
                .name("topics");
        String scheme = order.texts().plan().scheme().header().name();
        order.database()
                .ifPresent(
                        url ->
                                outlets.results()
                                        .sinkTo(new ScoreTableSink(url, scheme))
                                        .uid("table")
                                        .name("table"));
    }

    private static KafkaSource<Message> source(Order order) {
        return KafkaSource.<Message>builder()
                .setBootstrapServers(order.brokers())
                .setTopics(order.topics().in())
                .setGroupId(order.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new MessageDeserializer())
                .setProperty("isolation.level", "read_committed")
                .build();
    }

    private static <T> DataStream<Outgoing> written(
            DataStream<T> stream, Order order, String name) {
        return stream.map(
                        new WritingFunction<T>(order.topics(), order.texts()),
                        new FormType<>(new OutgoingForm()))
                .uid("write " + name)
                .name("write " + name);
    }

    private static KafkaSink<Outgoing> sink(Order order) {
        return KafkaSink.<Outgoing>builder()
                .setBootstrapServers(order.brokers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(order.group())
                .setProperty(
                        "transaction.timeout.ms", String.valueOf(TRANSACTION_TIMEOUT.toMillis()))
                .setProperty("compression.type", "lz4")
                .setRecordSerializer(new OutgoingSerializer())
                .build();
    }
}
