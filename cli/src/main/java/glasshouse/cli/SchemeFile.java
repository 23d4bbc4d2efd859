package glasshouse.cli;

import glasshouse.bureau.edition.Edition;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.document.Nearest;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds and compiles schemes: by file, or by the name of a shipped one.
final class SchemeFile {
    private static final long MOST_BYTES = 4L << 20;

    private SchemeFile() {}

    /// The compiled scheme of a file, or of the shipped one of this name.
    static Scheme load(String given) throws Refusal {
        Library.Source source = open(given);
        return switch (compile(source)) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) ->
                    throw Refusal.of(
                            "The scheme " + source.file() + " does not compile:", problems);
        };
    }

    /// The scheme of a file or of a shipped one, whether or not it may run on people.
    static Scheme loadForAudit(String given) throws Refusal {
        Library.Source source = open(given);
        return switch (SchemeCompiler.compileForAudit(
                source.file(), source.text(), SchemeFile::extended)) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) ->
                    throw Refusal.of(
                            "The scheme " + source.file() + " does not compile:", problems);
        };
    }

    /// What becomes of a scheme's text; it may extend schemes beside it and shipped ones.
    static Compilation compile(Library.Source source) {
        return SchemeCompiler.compile(source.file(), source.text(), SchemeFile::extended);
    }

    /// The compiled scheme with all texts that it was compiled from.
    static Edition edition(String given) throws Refusal {
        Library.Source source = open(given);
        return switch (Edition.compile(source, SchemeFile::extended)) {
            case Edition.Result.Ready(Edition edition) -> edition;
            case Edition.Result.Refused(var refused) ->
                    throw Refusal.of(
                            "The scheme " + source.file() + " does not compile:",
                            refused.problems());
        };
    }

    /// The text of a scheme file, or of the shipped scheme of this name.
    static Library.Source open(String given) throws Refusal {
        Path file = find(given);
        return new Library.Source(file.toString(), text(file));
    }

    private static Path find(String given) throws Refusal {
        Path file = path(given);
        if (file != null && Files.isDirectory(file)) {
            throw new Refusal(given + " is a folder; name a scheme file in it.");
        }
        if (file != null && Files.exists(file)) {
            return file;
        }
        Optional<Path> shipped = shipped(given);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        String missing =
                "There is no scheme file %s, nor a shipped scheme of that name; "
                        .formatted(Terminal.safe(given));
        Set<String> names = isName(given) ? shippedNames() : Set.of();
        throw new Refusal(
                missing
                        + (names.isEmpty()
                                ? "give the path of a .yaml file."
                                : Nearest.hint(given, names) + "."));
    }

    private static @Nullable Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    private static boolean isName(String given) {
        return given.matches("[a-z0-9-]{1,64}");
    }

    /// The shipped scheme of a name.
    private static Optional<Path> shipped(String name) {
        return isName(name)
                ? shelf().map(shelf -> shelf.resolve(name + ".yaml")).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /// The names of all shipped schemes.
    private static Set<String> shippedNames() {
        Optional<Path> shelf = shelf();
        if (shelf.isEmpty()) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(shelf.get())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    /// The folder of the shipped schemes: `schemes` in the tree that this runs from.
    private static Optional<Path> shelf() {
        try {
            var source = SchemeFile.class.getProtectionDomain().getCodeSource();
            Path home = source == null ? null : Path.of(source.getLocation().toURI());
            for (int level = 0; level < 4 && home != null; level++) {
                Path shelf = home.resolve("schemes");
                if (Files.isDirectory(shelf)) {
                    return Optional.of(shelf);
                }
                home = home.getParent();
            }
        } catch (URISyntaxException nowhere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Library.Source> extended(String name, String from) {
        Path base = Path.of(from).toAbsolutePath().getParent();
        Path beside = path(name);
        if (base == null || beside == null) {
            return Optional.empty();
        }
        for (String spelled : new String[] {name, name + ".yaml"}) {
            Path file = base.resolve(spelled).normalize();
            if (Files.isRegularFile(file)) {
                return source(file);
            }
        }
        return shipped(name).flatMap(SchemeFile::source);
    }

    private static Optional<Library.Source> source(Path file) {
        try {
            return Optional.of(new Library.Source(file.toString(), text(file)));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws Refusal {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal("The scheme " + file + " is larger than 4 MiB; is it a scheme?");
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new Refusal("The scheme " + file + " is not UTF-8 text.");
        } catch (IOException unreadable) {
            throw new Refusal("The scheme " + file + " cannot be read; check its permissions.");
        }
    }
}
