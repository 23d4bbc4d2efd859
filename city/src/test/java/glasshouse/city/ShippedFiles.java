package glasshouse.city;

import glasshouse.city.world.Schemes;
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

/// A few of the shipped schemes, from the project's folder.
public final class ShippedFiles implements Schemes {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ".")).resolve("../schemes");

    @Override
    public List<String> names() {
        return List.of("sesame-2017", "sesame-2017-voluntary", "nosedive");
    }

    @Override
    public Optional<Scheme> find(String name) {
        return names().contains(name) ? Optional.of(compile(name)) : Optional.empty();
    }

    @Override
    public Optional<String> text(String name) {
        return names().contains(name) ? Optional.of(source(name).text()) : Optional.empty();
    }

    private static Scheme compile(String name) {
        Library.Source source = source(name);
        var compiled =
                SchemeCompiler.compile(
                        source.file(), source.text(), (other, _) -> Optional.of(source(other)));
        return switch (compiled) {
            case Compilation.Compiled(Scheme scheme) -> scheme;
            case Compilation.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static Library.Source source(String name) {
        Path file = FOLDER.resolve(name + ".yaml");
        try {
            return new Library.Source(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
