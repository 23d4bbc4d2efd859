package glasshouse.bureau.organisation;

import java.util.Set;

/// An organisation: the contexts in which it may report, and the purposes for which it may ask. Its
/// name is the `source` of its events.
public record Organisation(String name, Set<String> contexts, Set<String> purposes) {
    public Organisation {
        contexts = Set.copyOf(contexts);
        purposes = Set.copyOf(purposes);
    }

    public boolean mayReport() {
        return !contexts.isEmpty();
    }

    public boolean mayAsk() {
        return !purposes.isEmpty();
    }
}
