package glasshouse.stream.form;

import static glasshouse.stream.form.Primitives.readInstant;
import static glasshouse.stream.form.Primitives.readNumber;
import static glasshouse.stream.form.Primitives.readOptional;
import static glasshouse.stream.form.Primitives.readText;
import static glasshouse.stream.form.Primitives.writeInstant;
import static glasshouse.stream.form.Primitives.writeNumber;
import static glasshouse.stream.form.Primitives.writeOptional;
import static glasshouse.stream.form.Primitives.writeText;

import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// An entry: its kind, its name, when it was recorded, and what an event holds beyond that.
public final class EntryForm implements Form<Entry> {
    private static final long serialVersionUID = 1L;
    private static final int EVENT = 0;
    private static final int RETRACTION = 1;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Entry> type() {
        return Entry.class;
    }

    @Override
    public void write(Entry entry, DataOutput out) throws IOException {
        out.writeByte(
                switch (entry) {
                    case Event _ -> EVENT;
                    case Retraction _ -> RETRACTION;
                });
        writeText(out, entry.name().source());
        writeText(out, entry.name().id());
        writeInstant(out, entry.recordedAt());
        if (entry instanceof Event event) {
            writeText(out, event.person());
            writeOptional(out, event.counterparty());
            writeText(out, event.signal());
            writeNumber(out, event.valueMicro());
            writeInstant(out, event.happenedAt());
            writeOptional(out, event.reference());
        }
    }

    @Override
    public Entry read(DataInput in, int version) throws IOException {
        int kind = in.readByte();
        var name = new EventName(readText(in), readText(in));
        var recordedAt = readInstant(in);
        if (kind == RETRACTION) {
            return new Retraction(name, recordedAt);
        }
        String person = readText(in);
        @Nullable String counterparty = readOptional(in);
        String signal = readText(in);
        long valueMicro = readNumber(in);
        var happenedAt = readInstant(in);
        @Nullable String reference = readOptional(in);
        return new Event(
                name, person, counterparty, signal, valueMicro, happenedAt, recordedAt, reference);
    }
}
