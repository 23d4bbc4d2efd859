package glasshouse.wire;

import glasshouse.event.Entry;

/// Takes what a reader finds, in the order of the file, on the reader's thread.
public interface EventHandler {
    void accepted(Entry entry);

    void rejected(Rejection rejection);

    /// Bytes read so far of all files, as they lie on disk; `totalBytes` is 0 where it is unknown.
    /// Called about once a mebibyte and at the end.
    default void progress(long readBytes, long totalBytes) {}
}
