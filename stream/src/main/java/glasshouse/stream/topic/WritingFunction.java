package glasshouse.stream.topic;

import glasshouse.stream.SchemeTexts;
import glasshouse.stream.name.Aside;
import glasshouse.stream.person.Result;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/// Turns what comes out of the job into messages.
public final class WritingFunction<T> extends RichMapFunction<T, Outgoing> {
    private static final long serialVersionUID = 1L;

    private final Topics topics;
    private final SchemeTexts texts;
    private transient @Nullable OutgoingWriter writer;

    public WritingFunction(Topics topics, SchemeTexts texts) {
        this.topics = topics;
        this.texts = texts;
    }

    @Override
    public void open(OpenContext context) {
        writer = new OutgoingWriter(topics, texts.plan());
    }

    @Override
    public Outgoing map(T value) throws Exception {
        if (writer == null) {
            throw new IllegalStateException("a function is opened before it is used");
        }
        return switch (value) {
            case Result result -> writer.write(result);
            case Aside aside -> writer.write(aside);
            case Message.DeadLetter letter -> writer.write(letter);
            default -> throw new IllegalArgumentException("nothing else comes out of the job");
        };
    }
}
