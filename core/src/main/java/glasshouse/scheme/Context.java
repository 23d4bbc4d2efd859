package glasshouse.scheme;

import java.util.List;

/// A context that a scheme adds to the known ones: the sphere's title, and the contexts that its
/// author says it is part of or related to. That is a claim: the audit judges it.
public record Context(String name, String title, List<String> related) {
    public Context {
        related = List.copyOf(related);
    }
}
