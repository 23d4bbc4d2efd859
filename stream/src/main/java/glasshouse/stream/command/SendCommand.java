package glasshouse.stream.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Sends the lines of NDJSON files as messages, as they are.
@Command(
        name = "send",
        description = "Sends the lines of .ndjson files to a topic, one message each, as they are.",
        mixinStandardHelpOptions = true,
        footer = {"", "  glasshouse stream send --in events --events events.ndjson"})
final class SendCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private BrokersOption brokers = new BrokersOption();

    @Option(names = "--in", required = true, paramLabel = "TOPIC", description = "The topic.")
    private String topic = "";

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files with one CloudEvent a line.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        for (Path file : files) {
            if (!file.toString().endsWith(".ndjson") || !Files.isReadable(file)) {
                throw new Refusal("--events " + file + " is not an .ndjson file that can be read.");
            }
        }
        long sent = 0;
        var failure = new AtomicReference<@Nullable Exception>();
        try (KafkaProducer<byte[], byte[]> producer = brokers.producer()) {
            for (Path file : files) {
                sent += send(file, producer, failure);
            }
            producer.flush();
        }
        Exception failed = failure.get();
        if (failed != null) {
            throw new IOException("not all messages were taken", failed);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(sent + " messages sent to " + topic);
        out.flush();
        return 0;
    }

    /// Keeps the first failure of a message.
    static Callback noting(AtomicReference<@Nullable Exception> failure) {
        return (_, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        };
    }

    private long send(
            Path file,
            KafkaProducer<byte[], byte[]> producer,
            AtomicReference<@Nullable Exception> failure)
            throws IOException {
        long sent = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                var _ = producer.send(new ProducerRecord<>(topic, bytes), noting(failure));
                sent++;
            }
        }
        return sent;
    }
}
