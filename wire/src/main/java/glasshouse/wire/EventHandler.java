package glasshouse.wire;

import glasshouse.event.Entry;

/// Takes what a reader finds, in the order of the file, on the reader's thread.
public interface EventHandler {
    void accepted(Entry entry);

    /// The same with the line on which its record begins, from 1; a row of a Parquet file counts as
    /// a line.
    default void accepted(Entry entry, long line) {
        accepted(entry);
    }

    void rejected(Rejection rejection);

    /// Bytes read so far of all files, as they lie on disk; `totalBytes` is 0 where it is unknown.
    /// Called about once a mebibyte and at the end.
    default void progress(long readBytes, long totalBytes) {}
}
