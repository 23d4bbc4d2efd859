package glasshouse.scheme;

import java.util.List;
import java.util.Set;

/// When a rule of a service or a list applies.
public sealed interface Condition {
    /// Always.
    record Always() implements Condition {}

    /// Published score at least `atLeastMicro` and below `belowMicro`.
    record Score(long atLeastMicro, long belowMicro) implements Condition {}

    /// Score in one of these bands.
    record InBand(Set<String> bands) implements Condition {
        public InBand {
            bands = Set.copyOf(bands);
        }
    }

    /// On this list at the moment.
    record OnList(String list) implements Condition {}

    /// Partial score of a characteristic at least `atLeastMicro` and below `belowMicro`.
    record Partial(String characteristic, long atLeastMicro, long belowMicro)
            implements Condition {}

    /// All of them.
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /// At least one of them.
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /// Not this.
    record Not(Condition condition) implements Condition {}
}
