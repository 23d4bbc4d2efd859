package glasshouse.lab.experiment;

import java.io.IOException;
import java.util.Map;

/// An experiment that is ready to run: its settings and data have been read and are in order.
public interface Study {
    /// Runs it, from the last checkpoint where there is one. The results follow from the settings
    /// alone: not from threads, the clock or stops in between.
    ///
    /// @throws InterruptedException when it was asked to stop and has kept its state
    /// @throws IOException when a checkpoint cannot be read or written
    Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException;

    /// What was read beside the experiment's file, by name: the SHA-256 of each scheme, population
    /// or data file. It is kept with the run, and a run resumes only where it is the same.
    default Map<String, String> inputs() {
        return Map.of();
    }
}
