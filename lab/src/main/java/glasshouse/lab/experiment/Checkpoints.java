package glasshouse.lab.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a run that takes long keeps its state, so that it can be stopped and resumed.
///
/// The state is the study's own affair; the frame names the file, replaces the last one whole or
/// not at all, and hands it out only to a run of the same experiment, settings and version. A run
/// that is resumed gives the results of one that was never stopped, bit for bit.
public interface Checkpoints {
    /// Keeps nothing and never stops.
    Checkpoints NONE =
            new Checkpoints() {
                @Override
                public Optional<Path> last() {
                    return Optional.empty();
                }

                @Override
                public void offer(State state) {}
            };

    /// Writes a run's state to a file that is not there yet.
    @FunctionalInterface
    interface State {
        void write(Path file) throws IOException;
    }

    /// The state to go on from, where the run was stopped before.
    Optional<Path> last();

    /// Offers the state at a good place to stop, such as the end of a step; cheap when nothing has
    /// to be done. It is written when the last one is old, or when the run is asked to stop.
    ///
    /// @throws InterruptedException when the run is to stop; the state has been kept
    void offer(State state) throws IOException, InterruptedException;
}
