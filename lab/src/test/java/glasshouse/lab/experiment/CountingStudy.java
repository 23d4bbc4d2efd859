package glasshouse.lab.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// A study that adds up, step by step, and keeps its state after each.
final class CountingStudy implements Study {
    static final int STEPS = 10;

    private final long seed;
    private final IntConsumer watcher;

    /// `watcher` hears of each step before its state is offered.
    CountingStudy(long seed, IntConsumer watcher) {
        this.seed = seed;
        this.watcher = watcher;
    }

    /// An experiment that runs it.
    static Experiment experiment(long seed, IntConsumer watcher) {
        var heading = new Experiment.Heading("counting", "Counting", "How far?", "");
        Settings settings = new Settings(Map.of(Setting.SEED, seed), 1);
        return new Experiment(
                heading,
                new CountingKind(),
                settings,
                new CountingStudy(seed, watcher),
                "experiment: counting\n");
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        long sum = 0;
        int step = 0;
        Optional<Path> last = checkpoints.last();
        if (last.isPresent()) {
            String[] state = Files.readString(last.get()).split(" ", 2);
            step = Integer.parseInt(state[0]);
            sum = Long.parseLong(state[1]);
        }
        while (step < STEPS) {
            step++;
            sum = sum * 31 + seed + step;
            watcher.accept(step);
            String state = step + " " + sum;
            checkpoints.offer(file -> Files.writeString(file, state));
            progress.at(step, (double) step / STEPS);
        }
        Table rows = Table.named(Table.ROWS).wholes("sum").row(sum).build();
        return new Results(
                java.util.List.of(Measure.of("sum", "", (double) sum)), java.util.List.of(rows));
    }

    /// The kind of it.
    private static final class CountingKind implements Kind {
        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Set<Setting> takes() {
            return Set.of(Setting.SEED);
        }

        @Override
        public Optional<Study> read(Source source) {
            return Optional.of(new CountingStudy(source.settings().seed(0), _ -> {}));
        }
    }
}
