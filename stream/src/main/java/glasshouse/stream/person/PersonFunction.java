package glasshouse.stream.person;

import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.form.FormSerializer;
import glasshouse.stream.name.Booking;
import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/// Keyed by person: folds bookings into the account at once, and closes days by timers.
///
/// A timer waits at the beginning of the day after the first one that is not closed; it closes all
/// days that the watermark has passed. What the scores say does not hang on when it comes, only how
/// soon they say it.
public final class PersonFunction extends KeyedProcessFunction<String, Booking, Result> {
    private static final long serialVersionUID = 1L;

    private final SchemeTexts texts;
    private final Rhythm rhythm;
    private transient @Nullable Desk desk;

    /// What a running task has.
    private record Desk(
            PersonFold fold,
            ValueState<PersonState> state,
            Counter folded,
            Counter late,
            Counter published) {}

    public PersonFunction(SchemeTexts texts, Rhythm rhythm) {
        this.texts = texts;
        this.rhythm = rhythm;
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup("glasshouse");
        desk =
                new Desk(
                        new PersonFold(texts.plan()),
                        getRuntimeContext()
                                .getState(
                                        new ValueStateDescriptor<>(
                                                "person",
                                                new FormSerializer<>(new PersonStateForm()))),
                        metrics.counter("folded"),
                        metrics.counter("afterTheirDayClosed"),
                        metrics.counter("published"));
    }

    private Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("a function is opened before it is used");
        }
        return desk;
    }

    @Override
    public void processElement(Booking booking, Context context, Collector<Result> out)
            throws Exception {
        Desk at = desk();
        String person = context.getCurrentKey();
        Life life =
                known(at)
                        .map(state -> at.fold.of(person, state))
                        .orElseGet(() -> at.fold.born(person));
        if (!at.fold.book(life, booking)) {
            return;
        }
        at.folded.inc();
        int happened = at.fold.day(booking.event().happenedAt().toEpochMilli());
        if (happened <= life.closedDay) {
            at.late.inc();
        }
        long watermark = context.timerService().currentWatermark();
        if (rhythm.reads(watermark)) {
            publish(at, life, Math.max(today(at, watermark), happened), out);
        }
        keep(at, life, context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<Result> out) throws Exception {
        Desk at = desk();
        Optional<PersonState> before = known(at);
        if (before.isEmpty() || at.fold.beginMillis(before.orElseThrow().timerDay()) != time) {
            return;
        }
        Life life = at.fold.of(context.getCurrentKey(), before.orElseThrow());
        int today = today(at, context.timerService().currentWatermark());
        at.fold.close(life, Math.max(today, life.timerDay) - 1, out::collect);
        publish(at, life, Math.max(today, life.timerDay), out);
        life.timerDay = PersonState.NONE;
        keep(at, life, context.timerService());
    }

    private static Optional<PersonState> known(Desk at) throws IOException {
        return Optional.ofNullable(at.state.value());
    }

    private static void publish(Desk at, Life life, int today, Collector<Result> out) {
        at.fold.publish(
                life,
                today,
                result -> {
                    at.published.inc();
                    out.collect(result);
                });
    }

    /// The day that it is by the watermark; at the end of what is bounded, the last day asked for.
    private int today(Desk at, long watermark) {
        if (watermark == Long.MIN_VALUE) {
            return PersonState.NONE;
        }
        int day = watermark == Long.MAX_VALUE ? PersonState.NONE : at.fold.day(watermark);
        if (rhythm.isBounded()) {
            return watermark == Long.MAX_VALUE
                    ? rhythm.untilDay()
                    : Math.min(day, rhythm.untilDay());
        }
        return day;
    }

    private void keep(Desk at, Life life, TimerService timers) throws Exception {
        if (life.events == 0 && life.last.isEmpty()) {
            at.state.clear();
            return;
        }
        if (life.timerDay == PersonState.NONE && !at.fold.isAtRest(life)) {
            life.timerDay = nextTimer(at, life, timers.currentWatermark());
            if (life.timerDay != PersonState.NONE) {
                timers.registerEventTimeTimer(at.fold.beginMillis(life.timerDay));
            }
        }
        at.state.update(at.fold.state(life));
    }

    private int nextTimer(Desk at, Life life, long watermark) {
        int next = life.closedDay + 2;
        if (life.closedDay == PersonState.NONE && !life.open.isEmpty()) {
            next = life.open.firstKey() + 1;
        }
        if (watermark == Long.MAX_VALUE) {
            next = rhythm.untilDay();
        } else if (watermark != Long.MIN_VALUE) {
            next = Math.max(next, at.fold.day(watermark) + 1);
        }
        next = Math.max(next, rhythm.readsFromDay());
        if (rhythm.isBounded() && next >= rhythm.untilDay()) {
            next = rhythm.untilDay();
        }
        return next <= life.closedDay + 1 ? PersonState.NONE : next;
    }
}
