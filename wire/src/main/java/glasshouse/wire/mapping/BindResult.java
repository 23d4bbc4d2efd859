package glasshouse.wire.mapping;

import glasshouse.document.Problem;
import java.util.List;

/// A mapping bound to a table's columns, or what hinders that.
public sealed interface BindResult permits BoundMapping, BindResult.Unbound {
    record Unbound(List<Problem> problems) implements BindResult {
        public Unbound {
            problems = List.copyOf(problems);
        }
    }
}
