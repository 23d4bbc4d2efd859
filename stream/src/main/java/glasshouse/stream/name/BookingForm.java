package glasshouse.stream.name;

import glasshouse.event.Event;
import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// A booking: a byte of flags and its event.
public final class BookingForm implements Form<Booking> {
    private static final long serialVersionUID = 1L;
    private static final int AS_COUNTERPARTY = 1;
    private static final int TAKEN_BACK = 2;
    private static final EntryForm ENTRY = new EntryForm();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Booking> type() {
        return Booking.class;
    }

    @Override
    public void write(Booking value, DataOutput out) throws IOException {
        out.writeByte(
                (value.asCounterparty() ? AS_COUNTERPARTY : 0)
                        | (value.takenBack() ? TAKEN_BACK : 0));
        ENTRY.write(value.event(), out);
    }

    @Override
    public Booking read(DataInput in, int version) throws IOException {
        int flags = in.readByte();
        if (!(ENTRY.read(in, version) instanceof Event event)) {
            throw new IOException("a booking holds an event");
        }
        return new Booking(event, (flags & AS_COUNTERPARTY) != 0, (flags & TAKEN_BACK) != 0);
    }
}
