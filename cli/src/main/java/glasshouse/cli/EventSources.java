package glasshouse.cli;

import glasshouse.data.EventFiles;
import glasshouse.data.EventFiles.Selection;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import glasshouse.wire.EventHandler;
import glasshouse.wire.Manifest;
import glasshouse.wire.UnreadableException;
import glasshouse.wire.mapping.Mapping;
import glasshouse.wire.mapping.MappingReader;
import glasshouse.wire.mapping.MappingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of events of one command, each checked to be there and to be admitted by the realm of
/// the scheme.
final class EventSources {
    private static final String UNFIT_FILE = "GH-EVENT-014";

    private final List<Path> files;
    private final @Nullable Mapping mapping;

    private EventSources(List<Path> files, @Nullable Mapping mapping) {
        this.files = List.copyOf(files);
        this.mapping = mapping;
    }

    /// Opens the files that the options name, for a scheme.
    static EventSources open(EventsOptions options, Scheme scheme) throws Refusal {
        for (Path file : options.events) {
            check("--events ", file);
        }
        if (scheme.header().realm() == Realm.SYNTHETIC) {
            for (Path file : options.events) {
                verify(file);
            }
        }
        return new EventSources(
                options.events, options.mapping == null ? null : mapping(options.mapping));
    }

    /// Opens files of ratings that are measured under no scheme, so that nobody is scored.
    static EventSources openRatings(List<Path> files, @Nullable Path mapping) throws Refusal {
        for (Path file : files) {
            check("--ratings ", file);
        }
        return new EventSources(files, mapping == null ? null : mapping(mapping));
    }

    /// The size of all files together.
    long bytes() {
        long bytes = 0;
        for (Path file : files) {
            bytes += file.toFile().length();
        }
        return bytes;
    }

    List<Path> files() {
        return files;
    }

    @Nullable Mapping mapping() {
        return mapping;
    }

    /// Reads all files once, or at least what is selected.
    void read(Optional<Selection> selection, EventHandler handler) throws Refusal {
        try {
            new EventFiles(files, mapping).read(selection, handler);
        } catch (UnreadableException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /// The problems of files, and the way out where their columns are their own.
    Refusal unreadable(UnreadableException unreadable) {
        Refusal refusal = Refusal.of("The events cannot be read:", unreadable.problems());
        boolean strange =
                unreadable.problems().stream()
                        .anyMatch(
                                problem ->
                                        problem.code().equals(UNFIT_FILE)
                                                && problem.position().line() > 0);
        return mapping == null && strange
                ? new Refusal(
                        refusal.getMessage()
                                + "\nA table with columns of its own is read through a --mapping;"
                                + " docs/mappings.md says how to write one, and which columns need"
                                + " none.")
                : refusal;
    }

    private static void check(String option, Path file) throws Refusal {
        if (Files.isDirectory(file)) {
            throw new Refusal(option + file + " is a folder; name the files in it.");
        }
        if (!Files.exists(file)) {
            throw new Refusal(option + file + " does not exist; check the path.");
        }
        if (!Files.isReadable(file)) {
            throw new Refusal(option + file + " cannot be read; check its permissions.");
        }
    }

    private static void verify(Path file) throws Refusal {
        Manifest.Verdict verdict;
        try {
            verdict = Manifest.verify(file);
        } catch (IOException unreadable) {
            throw new Refusal("--events " + file + " cannot be read; check its permissions.");
        }
        if (verdict instanceof Manifest.Verdict.Refused(String reason)) {
            throw new Refusal(
                    """
                    The scheme is synthetic: it takes only events that a lab run wrote, and %s \
                    is not shown to be one: %s.
                    Score a lab run's own files, or use a scheme with `realm: live`."""
                            .formatted(file, reason));
        }
    }

    private static Mapping mapping(Path file) throws Refusal {
        String text = TextFile.read("--mapping " + file, file);
        return switch (MappingReader.read(file.toString(), text)) {
            case MappingResult.Valid(Mapping mapping) -> mapping;
            case MappingResult.Invalid(var problems) ->
                    throw Refusal.of("The mapping " + file + " has problems:", problems);
        };
    }
}
