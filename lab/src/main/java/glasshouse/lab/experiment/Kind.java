package glasshouse.lab.experiment;

import glasshouse.lab.report.Section;
import java.util.List;
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

    /// What a report says of results of this kind: how the model works and what happened, every
    /// claim computed from the results. Without a telling of its own, a kind shows its measures.
    default List<Section> tell(Results results) {
        return RunReport.measures(results);
    }
}
