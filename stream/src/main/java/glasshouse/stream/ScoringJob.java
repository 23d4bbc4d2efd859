package glasshouse.stream;

import glasshouse.event.Entry;
import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.FormType;
import glasshouse.stream.name.Aside;
import glasshouse.stream.name.Booking;
import glasshouse.stream.name.BookingForm;
import glasshouse.stream.name.NameFunction;
import glasshouse.stream.person.PersonFunction;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.ResultForm;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageFunction;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/// The job between its source and its sinks.
///
/// ```
/// messages --> MessageFunction --by name--> NameFunction --by person--> PersonFunction --> results
///                 |     |                        |
///   dead letters <+     +--> what was set aside <+
/// ```
///
/// Operators have names of their own, by which savepoints find their state again.
public final class ScoringJob {
    /// After so long without a message a partition does not hold the clock back.
    private static final Duration IDLE = Duration.ofMinutes(1);

    private ScoringJob() {}

    /// What comes out of the job.
    public record Outlets(
            SingleOutputStreamOperator<Result> results,
            DataStream<Aside> aside,
            DataStream<Message> dead) {}

    /// Scores messages, which have their watermarks.
    public static Outlets score(DataStream<Message> messages, SchemeTexts texts, Rhythm rhythm) {
        SingleOutputStreamOperator<Entry> entries =
                messages.process(new MessageFunction(), new FormType<>(new EntryForm()))
                        .uid("messages")
                        .name("messages");
        SingleOutputStreamOperator<Booking> bookings =
                entries.keyBy(entry -> NameFunction.key(entry.name()), Types.STRING)
                        .process(
                                new NameFunction(rhythm.horizon().toMillis()),
                                new FormType<>(new BookingForm()))
                        .uid("names")
                        .name("names");
        SingleOutputStreamOperator<Result> results =
                bookings.keyBy(Booking::person, Types.STRING)
                        .process(
                                new PersonFunction(texts, rhythm), new FormType<>(new ResultForm()))
                        .uid("persons")
                        .name("persons");
        return new Outlets(
                results,
                bookings.getSideOutput(NameFunction.ASIDE)
                        .union(entries.getSideOutput(MessageFunction.AHEAD_OF_TIME)),
                entries.getSideOutput(MessageFunction.DEAD));
    }

    /// The time of the stream is when its entries were recorded.
    public static WatermarkStrategy<Message> watermarks(Rhythm rhythm) {
        return WatermarkStrategy.<Message>forBoundedOutOfOrderness(rhythm.disorder())
                .withTimestampAssigner((message, _) -> message.timeMillis())
                .withIdleness(IDLE);
    }
}
