package glasshouse.bench.stream;

import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageReader;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/// Reads the message of a number from memory, where a topic would give its bytes: parsing is part
/// of the job, fetching is not.
final class Reading extends RichMapFunction<Long, Message> {
    private static final long serialVersionUID = 1L;
    private static final long NOW = Lines.BEGIN.plusSeconds(400L * 86_400).toEpochMilli();
    private static volatile byte[][] lines = {};

    private transient @Nullable MessageReader reader;

    /// The lines of the next run, in this process.
    static void from(byte[][] next) {
        lines = next;
    }

    @Override
    public void open(OpenContext context) {
        reader = new MessageReader();
    }

    @Override
    public Message map(Long number) {
        if (reader == null) {
            throw new IllegalStateException("a reader is opened before it is used");
        }
        return reader.read(lines[number.intValue()], "bench", NOW);
    }
}
