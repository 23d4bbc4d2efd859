package glasshouse.city.world;

import glasshouse.scheme.Scheme;
import java.util.List;
import java.util.Optional;

/// The schemes that a town may live under, by their names, in the order in which they are offered.
public interface Schemes {
    List<String> names();

    /// The compiled scheme of a name; empty where there is none of that name.
    Optional<Scheme> find(String name);

    /// The text of a name; empty where there is none of that name.
    Optional<String> text(String name);
}
