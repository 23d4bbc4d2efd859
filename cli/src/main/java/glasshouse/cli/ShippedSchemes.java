package glasshouse.cli;

import glasshouse.city.world.Schemes;
import glasshouse.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The schemes that come with the program, for the city: the reported one first, then by name. Each
/// is compiled when it is first asked for.
final class ShippedSchemes implements Schemes {
    /// The scheme that a city begins with.
    static final String FIRST = "sesame-2017";

    private final Map<String, Scheme> compiled = new ConcurrentHashMap<>();
    private final List<String> names;

    ShippedSchemes() {
        var others = Shelf.SCHEMES.names();
        names =
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(FIRST),
                                others.stream().filter(name -> !name.equals(FIRST)))
                        .toList();
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Optional<Scheme> find(String name) {
        if (!names.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(compiled.computeIfAbsent(name, ShippedSchemes::compile));
    }

    @Override
    public Optional<String> text(String name) {
        try {
            return names.contains(name)
                    ? Optional.of(Shelf.SCHEMES.text(Shelf.SCHEMES.find(name)))
                    : Optional.empty();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static Scheme compile(String name) {
        try {
            return SchemeFile.load(name);
        } catch (Refusal broken) {
            throw new IllegalStateException("a shipped scheme does not compile", broken);
        }
    }
}
