package glasshouse.audit;

import glasshouse.scheme.Context;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Signal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How near contexts are: for each context of a behaviour, the contexts of consequences where it is
/// arguable that the one bears on the other, with the argument.
///
/// The measure is contextual integrity: information flows as the norms of the context allow in
/// which it was given (Nissenbaum, "Privacy as Contextual Integrity", 2004; "Privacy in Context",
/// 2010). An entry may be narrowed to a nature: `justice public-register`.
public record Contexts(Map<String, Map<String, String>> arguments) {
    public Contexts {
        arguments = Map.copyOf(arguments);
    }

    /// What a table of contexts says instead of the argument, where the two are simply related.
    static final String RELATED = "related";

    /// What it says where they are not related after all.
    static final String UNRELATED = "unrelated";

    Relation relation(Signal signal, String consequence) {
        if (signal.context().equals(consequence)) {
            return Relation.RELATED;
        }
        return switch (argument(signal, consequence)) {
            case "", UNRELATED -> Relation.UNRELATED;
            case RELATED -> Relation.RELATED;
            case String _ -> Relation.ARGUABLE;
        };
    }

    /// The argument for a connection; empty where there is none.
    String argument(Signal signal, String consequence) {
        String nature = signal.nature().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, String> own = arguments.getOrDefault(signal.context(), Map.of());
        Map<String, String> narrow =
                arguments.getOrDefault(signal.context() + " " + nature, Map.of());
        String found = narrow.getOrDefault(consequence, "");
        return found.isEmpty() ? own.getOrDefault(consequence, "") : found;
    }

    /// These contexts with what a scheme says of contexts that it adds itself: that one of them is
    /// related to another context makes it arguable. Of known contexts it can say nothing.
    Contexts claimedBy(Scheme scheme) {
        Map<String, Map<String, String>> claims = new HashMap<>();
        for (Context added : scheme.contexts()) {
            if (!arguments.containsKey(added.name())) {
                for (String other : added.related()) {
                    String both = added.name() + " and " + other;
                    String claim = "The scheme itself says that " + both + " are related.";
                    claims.computeIfAbsent(added.name(), _ -> new HashMap<>()).put(other, claim);
                    claims.computeIfAbsent(other, _ -> new HashMap<>()).put(added.name(), claim);
                }
            }
        }
        return with(claims);
    }

    /// These contexts with others on top.
    Contexts with(Map<String, Map<String, String>> changes) {
        Map<String, Map<String, String>> merged = new HashMap<>(arguments);
        changes.forEach(
                (from, to) -> {
                    Map<String, String> both = new HashMap<>(merged.getOrDefault(from, Map.of()));
                    both.putAll(to);
                    merged.put(from, Map.copyOf(both));
                });
        return new Contexts(merged);
    }
}
