package glasshouse.leaflet;

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

/// The shipped schemes, and variants of them.
final class Shipped {
    private static final Path SCHEMES = Path.of("../schemes");

    private Shipped() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(SCHEMES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Scheme scheme(String name) {
        return compiled(text(name));
    }

    /// A shipped scheme with changes on top.
    static Scheme variant(String name, String changes) {
        String realm = scheme(name).header().realm().name().toLowerCase(java.util.Locale.ROOT);
        return compiled(
                "scheme: variant\nversion: 2\nrealm: "
                        + realm
                        + "\nextends: "
                        + name
                        + "\n"
                        + changes);
    }

    static Scheme compiled(String text) {
        Library library = (name, _) -> Optional.of(new Library.Source(name, text(name)));
        return switch (SchemeCompiler.compile("scheme.yaml", text, library)) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused refused -> fail(refused.problems().toString());
        };
    }

    private static String text(String name) {
        try {
            return Files.readString(SCHEMES.resolve(name + ".yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
