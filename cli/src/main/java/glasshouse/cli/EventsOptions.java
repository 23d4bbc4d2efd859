package glasshouse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command over events is given: a scheme, files of events, and the instants asked for.
final class EventsOptions {
    @Option(
            names = "--scheme",
            required = true,
            paramLabel = "SCHEME",
            description = "Scheme file (.yaml), or the name of a shipped scheme.")
    String scheme;

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files of events: ndjson, jsonl, json (CloudEvents), csv, tsv or parquet; text"
                            + " also as gz and zst.")
    List<Path> events;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How rows of other tables become events (.yaml).")
    @Nullable Path mapping;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            converter = PointInTime.Converter.class,
            description =
                    "What had happened by then: a date (to the end of that day in the scheme's time"
                            + " zone) or a time with offset. Default: the newest event.")
    @Nullable PointInTime asOf;

    @Option(
            names = "--known-at",
            paramLabel = "T",
            converter = PointInTime.Converter.class,
            description = "Only what had been recorded by then. Default: all that the files hold.")
    @Nullable PointInTime knownAt;

    /// All files that are read.
    List<Path> files() {
        var files = new ArrayList<>(events);
        Path file = Shelf.path(scheme);
        if (file != null) {
            files.add(file);
        }
        if (mapping != null) {
            files.add(mapping);
        }
        return files;
    }
}
