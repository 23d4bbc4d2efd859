package glasshouse.stream.topic;

import static glasshouse.stream.form.Primitives.readBytes;
import static glasshouse.stream.form.Primitives.readCount;
import static glasshouse.stream.form.Primitives.readText;
import static glasshouse.stream.form.Primitives.writeBytes;
import static glasshouse.stream.form.Primitives.writeCount;
import static glasshouse.stream.form.Primitives.writeText;

import glasshouse.stream.form.Form;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// A message that goes out, from an operator to the sink.
public final class OutgoingForm implements Form<Outgoing> {
    private static final long serialVersionUID = 1L;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Outgoing> type() {
        return Outgoing.class;
    }

    @Override
    public void write(Outgoing message, DataOutput out) throws IOException {
        writeText(out, message.topic());
        writeBytes(out, message.key());
        byte[] value = message.value();
        out.writeBoolean(value != null);
        if (value != null) {
            writeBytes(out, value);
        }
        writeCount(out, message.headers().size());
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            writeText(out, header.getKey());
            writeText(out, header.getValue());
        }
    }

    @Override
    public Outgoing read(DataInput in, int version) throws IOException {
        String topic = readText(in);
        byte[] key = readBytes(in);
        byte[] value = in.readBoolean() ? readBytes(in) : null;
        var headers = new TreeMap<String, String>();
        for (long i = readCount(in); i > 0; i--) {
            headers.put(readText(in), readText(in));
        }
        return new Outgoing(topic, key, value, headers);
    }
}
