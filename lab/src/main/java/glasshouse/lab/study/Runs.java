package glasshouse.lab.study;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Progress;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many small runs, each of which gives a few numbers and knows nothing of the others: on several
/// threads, in fixed order, and resumable after any of them.
///
/// @param count how many runs there are
/// @param people how many people-steps a run is, for the progress
record Runs(int count, long people, int threads) {
    private static final int ROUND = 8;

    /// The numbers of each run, in order.
    List<double[]> all(IntFunction<double[]> run, Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        List<double[]> done = new ArrayList<>(last(checkpoints));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            while (done.size() < count) {
                int from = done.size();
                int to = Math.min(count, from + threads * ROUND);
                List<Future<double[]>> round = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    int index = i;
                    round.add(pool.submit(() -> run.apply(index)));
                }
                for (Future<double[]> each : round) {
                    done.add(result(each));
                }
                progress.at(done.size() * people, (double) done.size() / count);
                checkpoints.offer(file -> write(done, file));
            }
        }
        return done;
    }

    private static double[] result(Future<double[]> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a run failed", failed.getCause());
        }
    }

    private static void write(List<double[]> done, Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(done.size());
            for (double[] numbers : done) {
                out.writeInt(numbers.length);
                for (double number : numbers) {
                    out.writeDouble(number);
                }
            }
        }
    }

    private static List<double[]> last(Checkpoints checkpoints) throws IOException {
        Optional<Path> file = checkpoints.last();
        if (file.isEmpty()) {
            return List.of();
        }
        try (var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get())))) {
            List<double[]> done = new ArrayList<>();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                double[] numbers = new double[in.readInt()];
                for (int j = 0; j < numbers.length; j++) {
                    numbers[j] = in.readDouble();
                }
                done.add(numbers);
            }
            return done;
        }
    }
}
