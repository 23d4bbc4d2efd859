package glasshouse.compiler;

import glasshouse.document.Problem;
import glasshouse.scheme.Scheme;
import java.util.List;

/// What became of the text of a scheme.
public sealed interface Compilation {
    /// It is a scheme.
    record Compiled(Scheme scheme) implements Compilation {}

    /// It is none; everything that is wrong, in the order of the file.
    record Refused(List<Problem> problems) implements Compilation {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
