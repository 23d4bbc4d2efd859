package glasshouse.lab;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The shipped schemes, compiled.
public final class Schemes {
    private static final Path FOLDER = Path.of("..", "schemes");

    private Schemes() {}

    /// The names of all of them.
    public static List<String> names() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Scheme shipped(String name) {
        return of(read(name));
    }

    /// A scheme from its text; it may extend a shipped one.
    public static Scheme of(String text) {
        return switch (SchemeCompiler.compile("scheme.yaml", text, library())) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) ->
                    throw new IllegalArgumentException(problems.toString());
        };
    }

    /// The shelf of shipped schemes.
    public static Library library() {
        return (name, _) ->
                Files.exists(FOLDER.resolve(name + ".yaml"))
                        ? Optional.of(new Library.Source(name + ".yaml", read(name)))
                        : Optional.empty();
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
