package glasshouse.stream.name;

import static glasshouse.stream.form.Primitives.readText;
import static glasshouse.stream.form.Primitives.writeText;

import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What was set aside: the reason by its name, and the entry.
public final class AsideForm implements Form<Aside> {
    private static final long serialVersionUID = 1L;
    private static final EntryForm ENTRY = new EntryForm();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Aside> type() {
        return Aside.class;
    }

    @Override
    public void write(Aside value, DataOutput out) throws IOException {
        writeText(out, value.why().name());
        ENTRY.write(value.entry(), out);
    }

    @Override
    public Aside read(DataInput in, int version) throws IOException {
        Why why = Why.valueOf(readText(in));
        return new Aside(ENTRY.read(in, version), why);
    }
}
