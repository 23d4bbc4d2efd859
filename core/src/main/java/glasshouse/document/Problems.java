package glasshouse.document;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a document, so that all of it is said at once.
public final class Problems {
    /// More than this many help nobody.
    private static final int MOST_SAID = 200;

    /// The first are the first of the file, so more are kept than are said; what follows is only
    /// counted.
    private static final int MOST_KEPT = 10_000;

    /// A message holds what was found, which may be as long as the document.
    private static final int MOST_CHARACTERS = 2_000;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing((Problem problem) -> problem.position().file())
                    .thenComparingInt(problem -> problem.position().line())
                    .thenComparingInt(problem -> problem.position().column());

    private final Set<Problem> problems = new LinkedHashSet<>();
    private int uncounted;

    public void add(String code, Position position, String message) {
        add(new Problem(code, position, message, null));
    }

    public void add(String code, Position position, String message, @Nullable String citation) {
        add(new Problem(code, position, message, citation));
    }

    public void add(Problem problem) {
        if (problems.size() < MOST_KEPT) {
            problems.add(shortened(problem));
        } else if (!problems.contains(shortened(problem))) {
            uncounted++;
        }
    }

    private static Problem shortened(Problem problem) {
        String message = problem.message();
        if (message.length() <= MOST_CHARACTERS) {
            return problem;
        }
        int half = MOST_CHARACTERS / 2;
        String said =
                message.substring(0, half) + " … " + message.substring(message.length() - half);
        return new Problem(problem.code(), problem.position(), said, problem.citation());
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// Whether there is one of a code.
    public boolean has(String code) {
        return problems.stream().anyMatch(problem -> problem.code().equals(code));
    }

    /// The first 200 in the order of the file; where there are more, the last one says how many.
    public List<Problem> inOrder() {
        List<Problem> sorted = problems.stream().sorted(BY_PLACE).toList();
        if (sorted.size() <= MOST_SAID) {
            return sorted;
        }
        Problem next = sorted.get(MOST_SAID);
        int more = sorted.size() - MOST_SAID + uncounted;
        String said = "… and " + more + " more from here on; mend these first and check again";
        var last = new Problem(next.code(), next.position(), said, null);
        return Stream.concat(sorted.subList(0, MOST_SAID).stream(), Stream.of(last)).toList();
    }
}
