package glasshouse.wire;

import glasshouse.event.Entry;
import glasshouse.wire.mapping.EntrySink;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The reading of one file: counts, and hands on to the handler with the place.
final class Reading implements EntrySink {
    private final String file;
    private final EventHandler handler;
    private long rowCount;
    private long acceptedCount;
    private long rejectedCount;
    private long passedOverCount;
    private long line;
    private @Nullable Lines lines;

    Reading(String file, EventHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    String file() {
        return file;
    }

    Tally tally() {
        return new Tally(rowCount, acceptedCount, rejectedCount, passedOverCount);
    }

    /// A row begins; what is refused next is refused with its text.
    void row(Lines at) {
        rowCount++;
        line = at.number();
        lines = at;
    }

    void element(long at) {
        rowCount++;
        line = at;
    }

    void passedOver() {
        passedOverCount++;
    }

    @Override
    public void accepted(Entry entry) {
        acceptedCount++;
        handler.accepted(entry, line);
    }

    @Override
    public void refused(Refused refusal) {
        reject(line, refusal.code(), refusal.reason(), lines == null ? "" : lines.record());
    }

    void reject(long at, EventCode code, String reason, String record) {
        rejectedCount++;
        handler.rejected(new Rejection(file, at, code.code(), reason, record));
    }

    void tooLong(long at, String record) {
        reject(
                at,
                EventCode.TOO_LONG,
                "the record is longer than a mebibyte; its rest was skipped: split it, or check"
                        + " that line feeds end the lines",
                record);
    }

    void notUtf8(long at, String record) {
        reject(
                at,
                EventCode.NOT_UTF8,
                "the record is not well-formed UTF-8; write the file as UTF-8 or name its charset"
                        + " in a mapping",
                record);
    }

    /// The stream broke: `record` is what there is of the record in which it did.
    void broken(long at, IOException failure, String record) {
        reject(
                at,
                EventCode.DAMAGED_STREAM,
                "the file breaks off or is damaged here ("
                        + failure.getClass().getSimpleName()
                        + "); the records before are kept, the rest was not read: fetch it again",
                record);
    }
}
