package glasshouse.stream.person;

import static glasshouse.stream.form.Primitives.readBytes;
import static glasshouse.stream.form.Primitives.readCount;
import static glasshouse.stream.form.Primitives.readNumber;
import static glasshouse.stream.form.Primitives.writeBytes;
import static glasshouse.stream.form.Primitives.writeCount;
import static glasshouse.stream.form.Primitives.writeNumber;

import glasshouse.account.AccountBytes;
import glasshouse.stream.form.Form;
import glasshouse.stream.person.PersonState.Last;
import glasshouse.stream.person.PersonState.ListDays;
import glasshouse.stream.person.PersonState.OpenDay;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// What is kept of a person, in version 1:
///
/// ```
/// layout            int
/// closed, timer     number each
/// events            count
/// last              count: 0, or 1 + day; then score as number, band as count
/// lists             count; for each: noticed, entered as numbers
/// settled           count of bytes, then [AccountBytes] of version 1
/// open days         count; for each: day as count, count of bytes, then AccountBytes
/// ```
public final class PersonStateForm implements Form<PersonState> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    public PersonStateForm() {
        if (AccountBytes.VERSION != 1) {
            throw new IllegalStateException("version 1 of a state holds version 1 of an account");
        }
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Class<PersonState> type() {
        return PersonState.class;
    }

    @Override
    public void write(PersonState state, DataOutput out) throws IOException {
        out.writeInt(state.layout());
        writeNumber(out, state.closedDay());
        writeNumber(out, state.timerDay());
        writeCount(out, state.events());
        if (state.last().isPresent()) {
            Last last = state.last().orElseThrow();
            writeCount(out, 1 + last.day());
            writeNumber(out, last.scoreMicro());
            writeCount(out, last.band());
        } else {
            writeCount(out, 0);
        }
        writeCount(out, state.lists().size());
        for (ListDays list : state.lists()) {
            writeNumber(out, list.noticed());
            writeNumber(out, list.entered());
        }
        writeBytes(out, state.settled());
        writeCount(out, state.open().size());
        for (OpenDay open : state.open()) {
            writeCount(out, open.day());
            writeBytes(out, open.account());
        }
    }

    @Override
    public PersonState read(DataInput in, int version) throws IOException {
        int layout = in.readInt();
        int closed = (int) readNumber(in);
        int timer = (int) readNumber(in);
        long events = readCount(in);
        Optional<Last> last = Optional.empty();
        int day = (int) readCount(in) - 1;
        if (day >= 0) {
            last = Optional.of(new Last(day, readNumber(in), (int) readCount(in)));
        }
        var lists = new ArrayList<ListDays>();
        for (long i = readCount(in); i > 0; i--) {
            lists.add(new ListDays((int) readNumber(in), (int) readNumber(in)));
        }
        byte[] settled = readBytes(in);
        var open = new ArrayList<OpenDay>();
        for (long i = readCount(in); i > 0; i--) {
            open.add(new OpenDay((int) readCount(in), readBytes(in)));
        }
        return new PersonState(layout, closed, timer, events, last, lists, settled, open);
    }
}
