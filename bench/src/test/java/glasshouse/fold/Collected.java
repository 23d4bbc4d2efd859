package glasshouse.fold;

import glasshouse.stream.person.Result;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/// A sink of a cluster in this process: what came out of the one job that runs, in the order of
/// each person.
final class Collected implements Sink<Result> {
    private static final long serialVersionUID = 1L;
    private static final Queue<Result> RESULTS = new ConcurrentLinkedQueue<>();

    Collected() {
        RESULTS.clear();
    }

    static List<Result> results() {
        return List.copyOf(RESULTS);
    }

    @Override
    public SinkWriter<Result> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(Result result, Context at) {
                RESULTS.add(result);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
