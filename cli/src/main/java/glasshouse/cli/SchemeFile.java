package glasshouse.cli;

import glasshouse.bureau.edition.Edition;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.scheme.Scheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds and compiles schemes: by file, or by the name of a shipped one.
final class SchemeFile {
    private static final Shelf SHELF = Shelf.SCHEMES;

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
        Path file = SHELF.find(given);
        return new Library.Source(file.toString(), SHELF.text(file));
    }

    /// A scheme that a file names: beside it, or a shipped one.
    static Optional<Library.Source> extended(String name, String from) {
        Path base = Path.of(from).toAbsolutePath().getParent();
        Path beside = Shelf.path(name);
        if (base == null || beside == null) {
            return Optional.empty();
        }
        for (String spelled : new String[] {name, name + ".yaml"}) {
            Path file = base.resolve(spelled).normalize();
            if (Files.isRegularFile(file)) {
                return source(file);
            }
        }
        return SHELF.shipped(name).flatMap(SchemeFile::source);
    }

    private static Optional<Library.Source> source(Path file) {
        try {
            return Optional.of(new Library.Source(file.toString(), SHELF.text(file)));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
