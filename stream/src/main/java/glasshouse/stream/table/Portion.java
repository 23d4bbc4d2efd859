package glasshouse.stream.table;

import glasshouse.stream.person.Result;
import java.util.List;

/// What one task has to say to the table between two checkpoints, or a part of it: at most one
/// score of a person, and steps of lists.
record Portion(List<Result> results) {
    /// Most results of a portion; more make several.
    static final int MOST_RESULTS = 2000;

    Portion {
        results = List.copyOf(results);
        if (results.size() > MOST_RESULTS) {
            throw new IllegalArgumentException("a portion has at most " + MOST_RESULTS);
        }
    }
}
