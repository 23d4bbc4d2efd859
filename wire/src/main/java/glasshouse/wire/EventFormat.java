package glasshouse.wire;

import java.util.Locale;

/// What a file of events holds, by its name; and how it is compressed.
public enum EventFormat {
    /// One CloudEvent a line.
    NDJSON,
    /// One CloudEvent, an array of them, or several one after the other.
    JSON,
    /// Comma-separated with a header, unless a mapping says otherwise.
    CSV,
    /// Tab-separated with a header, unless a mapping says otherwise.
    TSV,
    /// Whatever a mapping says.
    MAPPED;

    /// The format that an extension names, `.gz` and `.zst` left aside.
    public static EventFormat of(String fileName) {
        String bare = plainName(fileName).toLowerCase(Locale.ROOT);
        return switch (bare.substring(bare.lastIndexOf('.') + 1)) {
            case "ndjson", "jsonl" -> NDJSON;
            case "json" -> JSON;
            case "csv" -> CSV;
            case "tsv" -> TSV;
            default -> MAPPED;
        };
    }

    /// The name without the extension of a compression.
    static String plainName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") || lower.endsWith(".zst")
                ? fileName.substring(0, fileName.lastIndexOf('.'))
                : fileName;
    }

    boolean isTable() {
        return this != NDJSON && this != JSON;
    }
}
