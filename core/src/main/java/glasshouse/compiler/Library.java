package glasshouse.compiler;

import java.util.Optional;

/// Where the schemes are that others extend.
@FunctionalInterface
public interface Library {
    /// A library without any.
    Library EMPTY = (_, _) -> Optional.empty();

    /// The text of a scheme by the name or relative file that `extends` gives, as written in
    /// `from`.
    Optional<Source> find(String name, String from);

    /// A file and what it holds.
    record Source(String file, String text) {}
}
