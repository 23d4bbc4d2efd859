package glasshouse.wire.mapping;

import glasshouse.document.Problem;
import java.util.List;

/// A mapping file as read, or everything that is wrong with it.
public sealed interface MappingResult {
    record Valid(Mapping mapping) implements MappingResult {}

    record Invalid(List<Problem> problems) implements MappingResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
