package glasshouse.lab.experiment;

import java.util.Optional;
import java.util.Set;

/// A kind of experiment, named by `kind:` in its file.
public interface Kind {
    String name();

    /// The settings that mean something to it.
    Set<Setting> takes();

    /// Reads the kind's own keys; empty where something is wrong with them, which is then among the
    /// source's problems.
    Optional<Study> read(Source source);
}
