package glasshouse.stream.name;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.stream.form.FormSerializer;
import glasshouse.stream.form.FormType;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/// Keyed by name: decides which entries count, and forgets a name when the horizon has passed it.
///
/// An event is taken while the watermark has not passed its happened-at by more than the horizon,
/// and its name is kept exactly that long. So no event is ever counted twice: a copy either meets
/// its name or comes too late and is set aside.
public final class NameFunction extends KeyedProcessFunction<String, Entry, Booking> {
    private static final long serialVersionUID = 1L;

    /// What was set aside.
    public static final OutputTag<Aside> ASIDE =
            new OutputTag<>("aside", new FormType<>(new AsideForm()));

    private final long horizonMillis;
    private transient @Nullable Desk desk;

    /// What a running task has.
    private record Desk(
            ValueState<NameCase> state,
            Counter booked,
            Counter duplicates,
            Counter takenBack,
            Counter aside) {}

    public NameFunction(long horizonMillis) {
        this.horizonMillis = horizonMillis;
    }

    /// The key of a name: names hold no control characters, so a line feed parts them.
    public static String key(EventName name) {
        return name.source() + '\n' + name.id();
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("glasshouse");
        desk =
                new Desk(
                        getRuntimeContext()
                                .getState(
                                        new ValueStateDescriptor<>(
                                                "case", new FormSerializer<>(new NameCaseForm()))),
                        metrics.counter("booked"),
                        metrics.counter("duplicates"),
                        metrics.counter("takenBack"),
                        metrics.counter("setAside"));
    }

    private Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("a function is opened before it is used");
        }
        return desk;
    }

    @Override
    public void processElement(Entry entry, Context context, Collector<Booking> out)
            throws Exception {
        Desk at = desk();
        var verdicts =
                new Verdicts() {
                    @Override
                    public void book(Event event, boolean takenBack) {
                        (takenBack ? at.takenBack : at.booked).inc();
                        out.collect(new Booking(event, false, takenBack));
                        if (event.counterparty() != null) {
                            out.collect(new Booking(event, true, takenBack));
                        }
                    }

                    @Override
                    public void setAside(Entry other, Why why) {
                        at.aside.inc();
                        context.output(ASIDE, new Aside(other, why));
                    }

                    @Override
                    public void duplicate() {
                        at.duplicates.inc();
                    }
                };
        long watermark = context.timerService().currentWatermark();
        if (NameCase.forgetAt(entry, horizonMillis) <= watermark) {
            verdicts.setAside(entry, Why.BEYOND_HORIZON);
            return;
        }
        NameCase known = known(at).orElse(NameCase.NEW);
        NameCase after = known.take(entry, horizonMillis, verdicts);
        if (after.equals(known)) {
            return;
        }
        at.state.update(after);
        if (after.forgetAtMillis() != known.forgetAtMillis()) {
            context.timerService().registerEventTimeTimer(after.forgetAtMillis());
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Booking> out)
            throws Exception {
        Desk at = desk();
        Optional<NameCase> found = known(at);
        if (found.isEmpty() || time < found.orElseThrow().forgetAtMillis()) {
            return;
        }
        NameCase known = found.orElseThrow();
        if (known.isUnmatched()) {
            at.aside.inc();
            var name = nameOf(context.getCurrentKey());
            var retraction =
                    new Retraction(
                            name, Instant.ofEpochMilli(known.forgetAtMillis() - horizonMillis));
            context.output(ASIDE, new Aside(retraction, Why.UNMATCHED));
        }
        at.state.clear();
    }

    private static Optional<NameCase> known(Desk at) throws IOException {
        return Optional.ofNullable(at.state.value());
    }

    private static EventName nameOf(String key) {
        int cut = key.indexOf('\n');
        return new EventName(key.substring(0, cut), key.substring(cut + 1));
    }
}
