package glasshouse.lab.experiment;

/// Hears how far a run is; on any thread.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress NONE = (_, _) -> {};

    /// `done` counts what was worked through, in people-steps; `share` is how much of the whole run
    /// that is, from 0 to 1.
    void at(long done, double share);
}
