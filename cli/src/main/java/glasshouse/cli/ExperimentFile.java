package glasshouse.cli;

import glasshouse.lab.Kinds;
import glasshouse.lab.experiment.Experiment;
import glasshouse.lab.experiment.ExperimentReader;
import glasshouse.lab.experiment.ExperimentReader.Reading;
import glasshouse.lab.experiment.Settings;
import java.nio.file.Path;

/// Finds and reads experiments: by file, or by the name of a shipped one.
final class ExperimentFile {
    private ExperimentFile() {}

    /// A shipped experiment, as it is.
    static Experiment load(String name) throws Refusal {
        return load(name, Settings.none(1));
    }

    /// The experiment of a file, or the shipped one of this name, with what was given in place of
    /// its own settings.
    static Experiment load(String given, Settings settings) throws Refusal {
        Path file = Shelf.EXPERIMENTS.find(given);
        Path folder = file.toAbsolutePath().getParent();
        var reader = new ExperimentReader(Kinds.ALL, SchemeFile::extended);
        Reading reading =
                reader.read(
                        file.toString(),
                        Shelf.EXPERIMENTS.text(file),
                        folder == null ? Path.of("") : folder,
                        settings);
        return switch (reading) {
            case Reading.Read(Experiment experiment) -> experiment;
            case Reading.Refused(var problems) ->
                    throw Refusal.of("The experiment " + file + " cannot be run:", problems);
        };
    }
}
