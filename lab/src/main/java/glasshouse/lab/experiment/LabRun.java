package glasshouse.lab.experiment;

import glasshouse.lab.experiment.RunRecord.Circumstances;
import glasshouse.lab.report.Report;
import glasshouse.lab.report.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// One run of an experiment into a folder.
public final class LabRun {
    private static final double NANOS = 1e9;

    private final Experiment experiment;
    private final RunFolder folder;
    private final CheckpointFile checkpoints;
    private final RunRecord record;
    private final Begun begun;

    /// How a run begins.
    public enum Begun {
        AFRESH,
        FROM_CHECKPOINT,
        ENDED_BEFORE
    }

    /// A run that cannot begin as asked; the message is for the reader.
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    private LabRun(Experiment experiment, Path path, RunRecord record, Begun begun) {
        this.experiment = experiment;
        folder = new RunFolder(path);
        checkpoints = new CheckpointFile(path, System::nanoTime);
        this.record = record;
        this.begun = begun;
    }

    /// Makes a run ready. `resume` goes on from the folder's checkpoint, where there is one, and
    /// does nothing where the run has ended.
    public static LabRun ready(Experiment experiment, Path path, String version, boolean resume)
            throws IOException, RefusedException {
        var folder = new RunFolder(path);
        if (folder.isForeign()) {
            throw new RefusedException(
                    path + " holds something that no lab run wrote; name a new or empty folder.");
        }
        Optional<Path> state = new CheckpointFile(path, System::nanoTime).last();
        RunRecord record =
                RunRecord.of(
                        experiment,
                        version,
                        new Circumstances(
                                Instant.now(),
                                0,
                                experiment.settings().threads(),
                                Machine.description()));
        if (!resume) {
            if (state.isPresent()) {
                throw new RefusedException(
                        path
                                + " holds a run that was stopped; --resume goes on with it. To"
                                + " begin again, remove the folder or name another.");
            }
            return new LabRun(experiment, path, record, Begun.AFRESH);
        }
        boolean ended = folder.isEnded();
        if (!ended && state.isEmpty()) {
            return new LabRun(experiment, path, record, Begun.AFRESH);
        }
        RunRecord before = folder.record();
        String difference = before.difference(record);
        if (!difference.isEmpty()) {
            throw new RefusedException(
                    "The run in %s is another one: %s. Run it as it was, or name another folder."
                            .formatted(path, difference));
        }
        return new LabRun(
                experiment, path, before, ended ? Begun.ENDED_BEFORE : Begun.FROM_CHECKPOINT);
    }

    public Begun begun() {
        return begun;
    }

    /// Asks a run that goes on to keep its state and stop; on any thread.
    public void stop() {
        checkpoints.stop();
    }

    /// Runs, and writes tables, record and manifest. Time counts from the first start to the end,
    /// without the pauses between.
    ///
    /// @throws InterruptedException when it was stopped and can be resumed
    /// @throws IOException when the folder cannot be written, or another run is writing it
    public RunRecord run(Progress progress) throws IOException, InterruptedException {
        if (begun == Begun.ENDED_BEFORE) {
            return record;
        }
        try (var _ = FolderLock.of(folder.path())) {
            return alone(progress);
        }
    }

    private RunRecord alone(Progress progress) throws IOException, InterruptedException {
        if (begun == Begun.AFRESH) {
            folder.begin(record, experiment.text());
        }
        long start = System.nanoTime();
        double before = record.circumstances().seconds();
        try {
            Results results = experiment.study().run(progress, checkpoints);
            double seconds = before + (System.nanoTime() - start) / NANOS;
            RunRecord ended = record.ended(seconds, ResultHash.of(results));
            Report report = RunReport.of(ended, experiment.kind().tell(results));
            folder.end(ended, results, ReportPage.html(report));
            checkpoints.clear();
            return ended;
        } catch (InterruptedException stopped) {
            double seconds = before + (System.nanoTime() - start) / NANOS;
            record.ended(seconds, "").write(folder.path());
            throw stopped;
        }
    }
}
