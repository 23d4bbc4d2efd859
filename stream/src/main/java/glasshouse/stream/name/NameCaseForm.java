package glasshouse.stream.name;

import static glasshouse.stream.form.Primitives.readNumber;
import static glasshouse.stream.form.Primitives.writeNumber;

import glasshouse.event.Event;
import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/// A name's case: a byte of flags, when it may be forgotten, and the first event.
public final class NameCaseForm implements Form<NameCase> {
    private static final long serialVersionUID = 1L;
    private static final int HAS_FIRST = 1;
    private static final int CONFLICTING = 2;
    private static final int RETRACTED = 4;
    private static final EntryForm ENTRY = new EntryForm();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<NameCase> type() {
        return NameCase.class;
    }

    @Override
    public void write(NameCase value, DataOutput out) throws IOException {
        out.writeByte(
                (value.first().isPresent() ? HAS_FIRST : 0)
                        | (value.conflicting() ? CONFLICTING : 0)
                        | (value.retracted() ? RETRACTED : 0));
        writeNumber(out, value.forgetAtMillis());
        if (value.first().isPresent()) {
            ENTRY.write(value.first().orElseThrow(), out);
        }
    }

    @Override
    public NameCase read(DataInput in, int version) throws IOException {
        int flags = in.readByte();
        long forgetAt = readNumber(in);
        Optional<Event> first = Optional.empty();
        if ((flags & HAS_FIRST) != 0) {
            if (!(ENTRY.read(in, version) instanceof Event event)) {
                throw new IOException("the first content of a name is an event");
            }
            first = Optional.of(event);
        }
        return new NameCase(first, (flags & CONFLICTING) != 0, (flags & RETRACTED) != 0, forgetAt);
    }
}
