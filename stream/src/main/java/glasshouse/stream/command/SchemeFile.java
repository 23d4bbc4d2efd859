package glasshouse.stream.command;

import glasshouse.compiler.Library;
import glasshouse.document.Problem;
import glasshouse.stream.SchemeTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds and compiles schemes: by file, or by the name of a shipped one.
final class SchemeFile {
    private SchemeFile() {}

    /// The texts of the scheme of a file, or of the shipped one of this name.
    static SchemeTexts load(String given) throws Refusal {
        Library.Source source =
                source(Path.of(given))
                        .or(() -> shipped(given))
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                "There is no scheme file "
                                                        + given
                                                        + ", nor a shipped scheme of that name;"
                                                        + " give the path of a .yaml file."));
        return switch (SchemeTexts.gather(source, SchemeFile::extended)) {
            case SchemeTexts.Result.Ready(SchemeTexts texts) -> texts;
            case SchemeTexts.Result.Refused(List<Problem> problems) ->
                    throw new Refusal(
                            problems.stream()
                                    .map(SchemeFile::text)
                                    .collect(
                                            Collectors.joining(
                                                    "\n",
                                                    "The scheme "
                                                            + source.file()
                                                            + " cannot be run on a stream:\n",
                                                    "")));
        };
    }

    private static String text(Problem problem) {
        return "  line "
                + problem.position().line()
                + ": "
                + problem.message()
                + " ["
                + problem.code()
                + "]";
    }

    private static Optional<Library.Source> extended(String name, String from) {
        Path base = Path.of(from).toAbsolutePath().getParent();
        if (base == null) {
            return shipped(name);
        }
        return source(base.resolve(name))
                .or(() -> source(base.resolve(name + ".yaml")))
                .or(() -> shipped(name));
    }

    private static Optional<Library.Source> shipped(String name) {
        String home = System.getProperty("glasshouse.home");
        return home == null || !name.matches("[a-z0-9-]{1,64}")
                ? Optional.empty()
                : source(Path.of(home, "schemes", name + ".yaml"));
    }

    private static Optional<Library.Source> source(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Library.Source(file.toString(), Files.readString(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
