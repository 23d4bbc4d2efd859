package glasshouse.lab.society;

import glasshouse.lab.scene.Step;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Service;

/// Has the last word where somebody asks a service. It is asked from the threads that live through
/// a step, so it is safe for many, and says the same however often it is asked about one step.
@FunctionalInterface
public interface Clerk {
    /// Says what the scheme says.
    Clerk OBEDIENT = (_, _, _, byScheme) -> byScheme;

    /// What a person is told whom the scheme would tell `byScheme`.
    Outcome decide(Step step, int person, Service service, Outcome byScheme);
}
