package glasshouse.audit;

import static org.junit.jupiter.api.Assertions.fail;

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
import java.util.stream.Stream;

/// Schemes for tests: the shipped ones, and ones that compile in the synthetic realm.
final class Schemes {
    private static final Path SHIPPED = Path.of("../schemes");

    private Schemes() {}

    static List<String> shipped() {
        try (Stream<Path> all = Files.list(SHIPPED)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Scheme shipped(String name) {
        return scheme(name + ".yaml", read(name));
    }

    static Scheme scheme(String file, String text) {
        Library library = (name, _) -> Optional.of(new Library.Source(name + ".yaml", read(name)));
        return switch (SchemeCompiler.compile(file, text, library)) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) -> fail(problems.toString() + "\n" + text);
        };
    }

    static String read(String name) {
        try {
            return Files.readString(SHIPPED.resolve(name + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
