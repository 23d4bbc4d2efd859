package glasshouse.bureau.organisation;

import java.util.Set;

/// An organisation: the contexts in which it may report, and the purposes for which it may ask. Its
/// name is the `source` of its events, which are kept for so many days after they happened.
public record Organisation(
        String name, Set<String> contexts, Set<String> purposes, int retentionDays) {
    /// Events are kept for as long as the person stays.
    public static final int KEEPS = 0;

    public Organisation {
        contexts = Set.copyOf(contexts);
        purposes = Set.copyOf(purposes);
        if (retentionDays < KEEPS) {
            throw new IllegalArgumentException("events are kept for a number of days");
        }
    }

    /// An organisation whose events are kept for as long as the person stays.
    public Organisation(String name, Set<String> contexts, Set<String> purposes) {
        this(name, contexts, purposes, KEEPS);
    }

    public boolean mayReport() {
        return !contexts.isEmpty();
    }

    public boolean mayAsk() {
        return !purposes.isEmpty();
    }
}
