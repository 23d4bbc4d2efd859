package glasshouse.detection;

import glasshouse.detection.Finding.Detector;
import java.util.List;

/// One detector's look at what it was given, or why it could not look. `subject` says at what,
/// where there may be several: a signal, something shared; else it is empty.
public sealed interface Look {
    Detector detector();

    String subject();

    /// It looked; no finding is a result, too.
    record Looked(Detector detector, String subject, List<Finding> findings) implements Look {
        public Looked {
            findings = List.copyOf(findings);
        }
    }

    /// There was nothing that it could look at.
    record Unable(Detector detector, String subject, String why) implements Look {}
}
