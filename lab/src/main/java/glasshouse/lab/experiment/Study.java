package glasshouse.lab.experiment;

import java.io.IOException;

/// An experiment that is ready to run: its settings and data have been read and are in order.
public interface Study {
    /// Runs it, from the last checkpoint where there is one. The results follow from the settings
    /// alone: not from threads, the clock or stops in between.
    ///
    /// @throws InterruptedException when it was asked to stop and has kept its state
    /// @throws IOException when a checkpoint cannot be read or written
    Results run(Progress progress, Checkpoints checkpoints)
            throws IOException, InterruptedException;
}
