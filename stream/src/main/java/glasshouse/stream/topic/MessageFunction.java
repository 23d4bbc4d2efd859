package glasshouse.stream.topic;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.stream.form.FormType;
import glasshouse.stream.name.Aside;
import glasshouse.stream.name.AsideForm;
import glasshouse.stream.name.Why;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/// Parts messages into entries, dead letters, and entries that are ahead of their time.
///
/// An event that says it was recorded after it came, or happened after it was recorded, by more
/// than [#AHEAD], is a mistake of a clock or a lie; it would be read before its day.
public final class MessageFunction extends ProcessFunction<Message, Entry> {
    private static final long serialVersionUID = 1L;

    /// How far ahead a clock may be.
    public static final Duration AHEAD = Duration.ofDays(1);

    /// The signal of an event that says nothing but what time it is: it moves a quiet topic's clock
    /// on.
    public static final String CLOCK = "glasshouse.clock";

    /// What could not be read.
    public static final OutputTag<Message> DEAD =
            new OutputTag<>("dead", new FormType<>(new MessageForm()));

    /// What is ahead of its time.
    public static final OutputTag<Aside> AHEAD_OF_TIME =
            new OutputTag<>("ahead", new FormType<>(new AsideForm()));

    private transient @Nullable Desk desk;

    private record Desk(Counter read, Counter rejected, Counter ahead) {}

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("glasshouse");
        desk =
                new Desk(
                        metrics.counter("read"),
                        metrics.counter("rejected"),
                        metrics.counter("aheadOfTime"));
    }

    @Override
    public void processElement(Message message, Context context, Collector<Entry> out) {
        if (desk == null) {
            throw new IllegalStateException("a function is opened before it is used");
        }
        desk.read.inc();
        switch (message) {
            case Message.DeadLetter letter -> {
                desk.rejected.inc();
                context.output(DEAD, letter);
            }
            case Message.Read(Entry entry, long arrived) -> {
                if (entry instanceof Event event && event.signal().equals(CLOCK)) {
                    return;
                }
                if (isAhead(entry, arrived)) {
                    desk.ahead.inc();
                    context.output(AHEAD_OF_TIME, new Aside(entry, Why.FROM_THE_FUTURE));
                } else {
                    out.collect(entry);
                }
            }
        }
    }

    private static boolean isAhead(Entry entry, long arrivedMillis) {
        long recorded = entry.recordedAt().toEpochMilli();
        boolean recordedAhead = recorded - arrivedMillis > AHEAD.toMillis();
        return recordedAhead
                || (entry instanceof Event event
                        && event.happenedAt().toEpochMilli() - recorded > AHEAD.toMillis());
    }
}
