package glasshouse.wire;

/// One record that did not become an event.
///
/// `line` counts from 1; `reason` says what was found, what is allowed and what to do, and never
/// holds the record's text; `record` is that text as it stood, cut to [#MOST_RECORD_BYTES].
public record Rejection(String file, long line, String code, String reason, String record) {
    /// How much of a refused record is kept.
    public static final int MOST_RECORD_BYTES = 4096;
}
