package glasshouse.scheme;

import org.jspecify.annotations.Nullable;

/// One line of a service: the first whose condition holds decides. `price` is a function of the
/// published score (one knot: a fixed price), in the service's unit.
public record Rule(
        Condition when,
        Outcome outcome,
        @Nullable Curve price,
        String terms,
        @Nullable Reason reason) {}
