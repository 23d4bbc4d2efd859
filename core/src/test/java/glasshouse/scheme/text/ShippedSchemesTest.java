package glasshouse.scheme.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.document.Problem;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The shipped schemes compile, and those that must not run on people cannot be made to.
class ShippedSchemesTest {
    private static final Path SCHEMES = Path.of("../schemes");
    private static final Library LIBRARY = ShippedSchemesTest::shipped;

    @Test
    void everyShippedSchemeCompiles() throws IOException {
        var wrong = new StringBuilder();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            switch (SchemeCompiler.compile(name, Files.readString(file), LIBRARY)) {
                case Compilation.Compiled(Scheme scheme) ->
                        assertEquals(scheme.header().name() + ".yaml", name);
                case Compilation.Refused(List<Problem> problems) ->
                        problems.forEach(problem -> wrong.append(problem).append('\n'));
            }
        }
        assertEquals("", wrong.toString());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(SCHEMES)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static Optional<Library.Source> shipped(String name, String from) {
        try {
            String file = name + ".yaml";
            return Optional.of(new Library.Source(file, Files.readString(SCHEMES.resolve(file))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
