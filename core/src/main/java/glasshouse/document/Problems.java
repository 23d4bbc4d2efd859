package glasshouse.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a document, so that all of it is said at once.
public final class Problems {
    /// More than this many help nobody.
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();

    public void add(String code, Position position, String message) {
        add(new Problem(code, position, message, null));
    }

    public void add(String code, Position position, String message, @Nullable String citation) {
        add(new Problem(code, position, message, citation));
    }

    public void add(Problem problem) {
        if (problems.size() < MOST && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// Whether there is one of a code.
    public boolean has(String code) {
        return problems.stream().anyMatch(problem -> problem.code().equals(code));
    }

    /// All of them, in the order of the file.
    public List<Problem> inOrder() {
        Comparator<Problem> byPlace =
                Comparator.comparing((Problem problem) -> problem.position().file())
                        .thenComparingInt(problem -> problem.position().line())
                        .thenComparingInt(problem -> problem.position().column());
        return problems.stream().sorted(byPlace).toList();
    }
}
