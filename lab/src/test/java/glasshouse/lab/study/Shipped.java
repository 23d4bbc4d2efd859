package glasshouse.lab.study;

import glasshouse.lab.Kinds;
import glasshouse.lab.Schemes;
import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Experiment;
import glasshouse.lab.experiment.ExperimentReader;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The shipped experiments, read and run.
final class Shipped {
    private static final Path FOLDER = Path.of("..", "experiments");

    private Shipped() {}

    /// An experiment with some settings in place of the file's.
    static Experiment experiment(String name, Map<Setting, Long> settings, int threads) {
        String text = text(name);
        return switch (new ExperimentReader(Kinds.ALL, Schemes.library())
                .read(name + ".yaml", text, FOLDER, new Settings(settings, threads))) {
            case ExperimentReader.Reading.Read(Experiment experiment) -> experiment;
            case ExperimentReader.Reading.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    static Results run(String name, Map<Setting, Long> settings, int threads)
            throws IOException, InterruptedException {
        return experiment(name, settings, threads).study().run(Progress.NONE, Checkpoints.NONE);
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
