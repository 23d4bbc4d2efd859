package glasshouse.cli;

import glasshouse.document.Problem;
import java.util.List;
import java.util.stream.Collectors;

/// A request that cannot be carried out as given; the message says what was found, what is allowed
/// and what to do. The command exits with 2.
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /// All problems of a document, one a line.
    static Refusal of(String what, List<Problem> problems) {
        return new Refusal(
                problems.stream()
                        .map(Refusal::text)
                        .collect(Collectors.joining("\n", what + "\n", "")));
    }

    private static String text(Problem problem) {
        var position = problem.position();
        String place = position.file();
        if (position.line() > 0) {
            place += ":" + position.line() + ":" + position.column();
        }
        String citation = problem.citation() == null ? "" : " (" + problem.citation() + ")";
        String where = place.isEmpty() ? "" : place + ": ";
        return "  " + where + problem.message() + citation + " [" + problem.code() + "]";
    }
}
