package glasshouse.cli;

import glasshouse.scheme.Scheme;
import glasshouse.scheme.text.Compilation;
import glasshouse.scheme.text.Library;
import glasshouse.scheme.text.SchemeCompiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds and compiles schemes: by file, or by the name of a shipped one.
final class SchemeFile {
    private static final long MOST_BYTES = 4L << 20;

    private SchemeFile() {}

    /// The compiled scheme of a file, or of the shipped one of this name.
    static Scheme load(String given) throws Refusal {
        Path file = find(given);
        String text = text(file);
        return switch (SchemeCompiler.compile(file.toString(), text, SchemeFile::extended)) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) ->
                    throw Refusal.of("The scheme " + file + " does not compile:", problems);
        };
    }

    private static Path find(String given) throws Refusal {
        Path file = path(given);
        if (file != null && Files.isDirectory(file)) {
            throw new Refusal("--scheme " + given + " is a folder; name a scheme file in it.");
        }
        if (file != null && Files.exists(file)) {
            return file;
        }
        return shipped(given)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ("There is no scheme file %s, nor a shipped scheme of that"
                                                        + " name; give the path of a .yaml file.")
                                                .formatted(Terminal.safe(given))));
    }

    private static @Nullable Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    /// The shipped scheme of a name, in the folder `schemes` of the tree that this runs from.
    private static Optional<Path> shipped(String name) {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            return Optional.empty();
        }
        try {
            var source = SchemeFile.class.getProtectionDomain().getCodeSource();
            Path home = source == null ? null : Path.of(source.getLocation().toURI());
            for (int level = 0; level < 4 && home != null; level++) {
                Path file = home.resolve("schemes").resolve(name + ".yaml");
                if (Files.isRegularFile(file)) {
                    return Optional.of(file);
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
