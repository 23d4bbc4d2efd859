package glasshouse.lab.study;

import glasshouse.event.Event;
import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Study;
import glasshouse.lab.history.Columns;
import glasshouse.lab.history.History;
import glasshouse.lab.society.Diary;
import glasshouse.lab.society.EventLog;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.World;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets one society live under each arm of an experiment, on each seed, and measures what became of
/// it. Arms share their seed's people and luck.
public final class SocietyStudy implements Study {
    /// People whose diaries are kept, for the report to tell a few.
    private static final int FOLLOWED = 96;

    private final Plan plan;

    /// What to run. `panel` is how many people are followed; `published`, where it is asked for, is
    /// what the moves of scores are held against.
    public record Plan(
            List<Arm> arms,
            List<Long> seeds,
            int people,
            int steps,
            int stepDays,
            LocalDate start,
            int panel,
            int threads,
            Optional<List<PublishedMoves.Published>> published,
            Map<String, String> inputs) {
        public Plan {
            arms = List.copyOf(arms);
            seeds = List.copyOf(seeds);
            inputs = Map.copyOf(inputs);
            published = published.map(List::copyOf);
        }

        /// Worlds to live through.
        int worlds() {
            return arms.size() * seeds.size();
        }

        World world(int index) {
            Arm arm = arm(index);
            return new World(
                    arm.population(),
                    people,
                    seeds.get(index / arms.size()),
                    stepDays,
                    start,
                    arm.scheme(),
                    arm.without(),
                    arm.compulsoryFrom());
        }

        Arm arm(int index) {
            return arms.get(index % arms.size());
        }

        History history(int index) {
            return new History(arm(index).name(), world(index), panel);
        }
    }

    public SocietyStudy(Plan plan) {
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }

    @Override
    public Map<String, String> inputs() {
        return plan.inputs();
    }

    @Override
    public Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        var done = new ArrayList<History>();
        Optional<Path> last = checkpoints.last();
        if (last.isPresent()) {
            try (var in = open(last.get())) {
                int finished = in.readInt();
                for (int index = 0; index < finished; index++) {
                    done.add(finished(index, in));
                }
                int steps = in.readInt();
                live(done, steps, Optional.of(in), progress, checkpoints);
            }
        }
        while (done.size() < plan.worlds()) {
            live(done, 0, Optional.empty(), progress, checkpoints);
        }
        return SocietyResults.of(plan, done);
    }

    /// The diaries of some people in every arm on the first seed: the whole society lives again,
    /// for what they meet depends on all.
    public List<List<Diary>> diaries(List<Integer> persons, Progress progress) {
        var diaries = new ArrayList<List<Diary>>();
        for (int arm = 0; arm < plan.arms().size(); arm++) {
            try (var society = new Society(plan.world(arm), plan.threads())) {
                diaries.add(persons.stream().map(society::follow).toList());
                for (int step = 0; step < plan.steps(); step++) {
                    society.step();
                    long steps = (long) arm * plan.steps() + step + 1;
                    double share = steps / (double) (plan.arms().size() * (long) plan.steps());
                    progress.at(steps * plan.people(), share);
                }
            }
        }
        return diaries;
    }

    /// Where the events of a world go.
    public interface EventSink {
        void accept(List<Event> events) throws IOException;
    }

    /// What was reported of the first people of one arm on the first seed, step by step: the whole
    /// society lives again.
    public void events(int arm, int firstPeople, EventSink sink, Progress progress)
            throws IOException {
        try (var society = new Society(plan.world(arm), plan.threads())) {
            EventLog log = society.listen(firstPeople);
            for (int step = 0; step < plan.steps(); step++) {
                society.step();
                sink.accept(log.take());
                long steps = step + 1L;
                progress.at(steps * plan.people(), steps / (double) plan.steps());
            }
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20));
    }

    /// A world that was lived through before the run was stopped.
    private History finished(int index, DataInputStream in) throws IOException {
        History history = plan.history(index);
        try (var shape = new Society(plan.world(index), 1)) {
            history.follow(shape, FOLLOWED);
            history.read(in, shape, plan.steps());
        }
        return history;
    }

    /// Lives through the next world, from a step on, and adds its history.
    private void live(
            List<History> done,
            int from,
            Optional<DataInputStream> kept,
            Progress progress,
            Checkpoints checkpoints)
            throws IOException, InterruptedException {
        int index = done.size();
        History history = plan.history(index);
        try (var society = new Society(plan.world(index), plan.threads())) {
            history.follow(society, FOLLOWED);
            if (kept.isPresent()) {
                history.read(kept.get(), society, from);
                Columns.read(kept.get(), society.columns());
                society.resume(from);
            }
            for (int step = from; step < plan.steps(); step++) {
                society.step();
                history.note(society);
                long steps = (long) index * plan.steps() + step + 1;
                progress.at(
                        steps * plan.people(),
                        steps / (double) (plan.worlds() * (long) plan.steps()));
                checkpoints.offer(file -> keep(file, done, history, society));
            }
        }
        done.add(history);
    }

    private static void keep(Path file, List<History> done, History now, Society society)
            throws IOException {
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            out.writeInt(done.size());
            for (History each : done) {
                each.write(out);
            }
            out.writeInt(society.steps());
            now.write(out);
            Columns.write(out, society.columns());
        }
    }
}
