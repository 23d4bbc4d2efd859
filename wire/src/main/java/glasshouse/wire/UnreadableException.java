package glasshouse.wire;

import glasshouse.document.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// Input that cannot be read at all: a file that is not there, of an unknown kind, or without the
/// columns that its mapping needs. Raised before any event of that file is handed on.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public UnreadableException(List<Problem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.code() + ": " + problem.message())
                        .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
