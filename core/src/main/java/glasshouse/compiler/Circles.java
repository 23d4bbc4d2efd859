package glasshouse.compiler;

import glasshouse.document.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds lists that people enter, or leave, because of the list itself: over other lists or at
/// once. Nobody could say what a person did to come onto such a list, or must do to get off it.
final class Circles {
    private final Reading reading;
    private final String verb;
    private final Map<String, Set<String>> looksAt;
    private final Set<String> done = new HashSet<>();

    private Circles(Reading reading, String verb, Map<String, Set<String>> looksAt) {
        this.reading = reading;
        this.verb = verb;
        this.looksAt = looksAt;
    }

    /// Reports each circle once, at its first list in the file.
    static void check(Reading reading, String verb, Map<String, Set<String>> looksAt) {
        var circles = new Circles(reading, verb, looksAt);
        looksAt.keySet().forEach(list -> circles.follow(list, new ArrayList<>()));
    }

    private void follow(String list, List<String> path) {
        int begin = path.indexOf(list);
        if (begin >= 0) {
            report(path.subList(begin, path.size()));
        } else if (done.add(list)) {
            path.add(list);
            for (String next : new TreeSet<>(looksAt.getOrDefault(list, Set.of()))) {
                follow(next, path);
            }
            path.removeLast();
        }
    }

    private void report(List<String> circle) {
        String first = circle.getFirst();
        String way =
                circle.size() == 1
                        ? "the list %s looks at itself when a person %s it".formatted(first, verb)
                        : "the lists %s look at each other in a circle when a person %s them"
                                .formatted(String.join(", ", circle), verb);
        reading.report(
                Code.CIRCLE,
                reading.positions.getOrDefault("lists." + first, Position.NOWHERE),
                way + "; let one of them look at the score, a band or a characteristic alone");
    }
}
