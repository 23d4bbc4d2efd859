package glasshouse.audit;

import java.util.Locale;

/// What the audit says of a path, the gravest last.
public enum Verdict {
    /// Nothing to object.
    PASS,
    /// A question that a person has to answer.
    NEEDS_HUMAN,
    /// Forbidden; a live scheme with it does not compile.
    FAIL;

    /// As written in files and answers: `needs-human`.
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
