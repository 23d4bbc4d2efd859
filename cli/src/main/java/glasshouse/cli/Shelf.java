package glasshouse.cli;

import glasshouse.document.Nearest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The YAML files that come with the program: a folder of the tree that this runs from.
///
/// @param noun what one of them is
record Shelf(String noun, String folder) {
    static final Shelf SCHEMES = new Shelf("scheme", "schemes");
    static final Shelf EXPERIMENTS = new Shelf("experiment", "experiments");

    private static final String YAML = ".yaml";

    /// A file as given, or the shipped one of this name.
    Path find(String given) throws Refusal {
        if (given.isBlank()) {
            throw new Refusal("The name of a %s is empty; give its path or name.".formatted(noun));
        }
        Path file = path(given);
        if (file != null && Files.isDirectory(file)) {
            throw new Refusal("%s is a folder; name a %s file in it.".formatted(given, noun));
        }
        if (file != null && Files.exists(file)) {
            return file;
        }
        Optional<Path> shipped = shipped(given);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Path beside = isName(given) ? Path.of(given + YAML) : null;
        if (beside != null && Files.isRegularFile(beside)) {
            return beside;
        }
        String missing =
                "There is no %s file %s, nor a shipped %s of that name; "
                        .formatted(noun, Terminal.safe(given), noun);
        Set<String> names = isName(given) ? names() : Set.of();
        throw new Refusal(
                missing
                        + (names.isEmpty()
                                ? "give the path of a .yaml file."
                                : Nearest.hint(given, names) + "."));
    }

    /// A path, or null where the text is none.
    static @Nullable Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    private static boolean isName(String given) {
        return given.matches("[a-z0-9-]{1,64}");
    }

    /// The shipped file of a name.
    Optional<Path> shipped(String name) {
        return isName(name)
                ? place().map(shelf -> shelf.resolve(name + YAML)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /// The names of all that are shipped, sorted.
    Set<String> names() {
        var names = new TreeSet<String>();
        Optional<Path> place = place();
        if (place.isPresent()) {
            try (Stream<Path> files = Files.list(place.get())) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(file -> file.endsWith(YAML))
                        .map(file -> file.substring(0, file.length() - YAML.length()))
                        .forEach(names::add);
            } catch (IOException unreadable) {
                return Set.of();
            }
        }
        return names;
    }

    /// The folder in the tree that the launcher names, or else in the one that this class lies in:
    /// a cached class tells where it lay when the cache was made.
    private Optional<Path> place() {
        String told = System.getProperty("glasshouse.home");
        if (told != null) {
            return Optional.of(Path.of(told, folder)).filter(Files::isDirectory);
        }
        try {
            var source = Shelf.class.getProtectionDomain().getCodeSource();
            URL place = source == null ? null : source.getLocation();
            Path home = place == null ? null : Path.of(place.toURI());
            for (int level = 0; level < 4 && home != null; level++) {
                Path shelf = home.resolve(folder);
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

    /// The text of a file.
    String text(Path file) throws Refusal {
        return TextFile.read("The %s %s".formatted(noun, file), file);
    }
}
