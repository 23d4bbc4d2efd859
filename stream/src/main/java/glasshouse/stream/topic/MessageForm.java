package glasshouse.stream.topic;

import static glasshouse.stream.form.Primitives.readBytes;
import static glasshouse.stream.form.Primitives.readNumber;
import static glasshouse.stream.form.Primitives.readText;
import static glasshouse.stream.form.Primitives.writeBytes;
import static glasshouse.stream.form.Primitives.writeNumber;
import static glasshouse.stream.form.Primitives.writeText;

import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.Form;
import glasshouse.stream.topic.Message.DeadLetter;
import glasshouse.stream.topic.Message.Read;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// A message: when it came, then an entry or a dead letter.
public final class MessageForm implements Form<Message> {
    private static final long serialVersionUID = 1L;
    private static final EntryForm ENTRY = new EntryForm();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Message> type() {
        return Message.class;
    }

    @Override
    public void write(Message message, DataOutput out) throws IOException {
        writeNumber(out, message.arrivedMillis());
        switch (message) {
            case Read read -> {
                out.writeBoolean(true);
                ENTRY.write(read.entry(), out);
            }
            case DeadLetter letter -> {
                out.writeBoolean(false);
                writeText(out, letter.where());
                writeText(out, letter.code());
                writeText(out, letter.reason());
                writeBytes(out, letter.bytes());
            }
        }
    }

    @Override
    public Message read(DataInput in, int version) throws IOException {
        long arrived = readNumber(in);
        if (in.readBoolean()) {
            return new Read(ENTRY.read(in, version), arrived);
        }
        return new DeadLetter(readText(in), readText(in), readText(in), readBytes(in), arrived);
    }
}
