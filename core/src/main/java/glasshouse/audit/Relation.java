package glasshouse.audit;

import java.util.Map;
import java.util.Set;

/// How near two contexts are: whether people who act in the one expect consequences in the other.
///
/// The measure is contextual integrity: information flows as the norms of the context allow in
/// which it was given (Nissenbaum, "Privacy as Contextual Integrity", 2004).
enum Relation {
    /// The same context, or part of it.
    RELATED,
    /// Arguable: a purpose and a justification are needed.
    ARGUABLE,
    /// Unrelated in the sense of Art. 5(1)(c)(i) of the AI Act.
    UNRELATED;

    /// From the context of a behaviour to contexts where a consequence is arguable.
    private static final Map<String, Set<String>> ARGUABLE_FROM =
            Map.ofEntries(
                    Map.entry("credit", Set.of("housing", "telecom", "utilities", "commerce")),
                    Map.entry("utilities", Set.of("credit", "housing")),
                    Map.entry("telecom", Set.of("credit")),
                    Map.entry("housing", Set.of("credit", "utilities")),
                    Map.entry("commerce", Set.of("credit", "hospitality", "travel")),
                    Map.entry("tax", Set.of("credit", "public-services")),
                    Map.entry("employment", Set.of("credit")),
                    Map.entry("education", Set.of("employment")),
                    Map.entry("mobility", Set.of("insurance", "travel")),
                    Map.entry("travel", Set.of("hospitality", "mobility")),
                    Map.entry("hospitality", Set.of("travel")),
                    Map.entry("civic", Set.of("public-services")),
                    Map.entry("identity", Set.of("credit", "housing", "telecom")));

    static Relation of(String behaviour, String consequence) {
        if (behaviour.equals(consequence)) {
            return RELATED;
        }
        boolean arguable = ARGUABLE_FROM.getOrDefault(behaviour, Set.of()).contains(consequence);
        return arguable ? ARGUABLE : UNRELATED;
    }
}
