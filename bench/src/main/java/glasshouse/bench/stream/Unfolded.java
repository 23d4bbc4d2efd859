package glasshouse.bench.stream;

import glasshouse.stream.name.Booking;
import glasshouse.stream.person.Result;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/// What stands in the place of the fold: it counts the bookings of a person and publishes the
/// count, so that the state is read and written, and a result goes out, as often as in the job.
final class Unfolded extends KeyedProcessFunction<String, Booking, Result> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
        count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public void processElement(Booking booking, Context context, Collector<Result> out)
            throws IOException {
        if (count == null) {
            throw new IllegalStateException("a function is opened before it is used");
        }
        Long before = count.value();
        long now = before == null ? 1 : before + 1;
        count.update(now);
        out.collect(
                new Result.Published(
                        booking.person(), LocalDate.EPOCH, now, "", List.of(), "", ""));
    }
}
