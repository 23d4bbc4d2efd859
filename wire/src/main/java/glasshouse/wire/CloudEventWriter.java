package glasshouse.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.Retraction;
import glasshouse.scheme.Micro;
import glasshouse.wire.value.Names;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// Writes entries as CloudEvents 1.0, one a line, as [CloudEventParser] reads them.
///
/// Attributes stand in one order, and those that say nothing (a value of 0, a recorded-at that is
/// the happened-at) are left out, so that equal entries are equal lines.
public final class CloudEventWriter implements Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private boolean written;

    /// Writes to the stream, and closes it in the end.
    public CloudEventWriter(OutputStream stream) throws IOException {
        json = JSON.createGenerator(stream);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    public void write(Entry entry) throws IOException {
        written = true;
        json.writeStartObject();
        json.writeStringField("specversion", CloudEventParser.SPEC_VERSION);
        json.writeStringField("source", entry.name().source());
        switch (entry) {
            case Event event -> event(event);
            case Retraction retraction -> retraction(retraction);
        }
        json.writeEndObject();
    }

    private void event(Event event) throws IOException {
        json.writeStringField("id", event.name().id());
        json.writeStringField("type", event.signal());
        json.writeStringField("subject", event.person());
        json.writeStringField("time", event.happenedAt().toString());
        if (!event.recordedAt().equals(event.happenedAt())) {
            json.writeStringField(CloudEventParser.RECORDED, event.recordedAt().toString());
        }
        String counterparty = event.counterparty();
        String reference = event.reference();
        if (event.valueMicro() == 0 && counterparty == null && reference == null) {
            return;
        }
        json.writeObjectFieldStart("data");
        if (event.valueMicro() != 0) {
            json.writeFieldName("value");
            json.writeNumber(Micro.format(event.valueMicro()));
        }
        if (counterparty != null) {
            json.writeStringField("counterparty", counterparty);
        }
        if (reference != null) {
            json.writeStringField("reference", reference);
        }
        json.writeEndObject();
    }

    /// The message itself is named after the event that it takes back.
    private void retraction(Retraction retraction) throws IOException {
        json.writeStringField("id", "retraction-of-" + retraction.name().id());
        json.writeStringField("type", Names.RETRACTION);
        json.writeStringField("time", retraction.recordedAt().toString());
        json.writeObjectFieldStart("data");
        json.writeStringField("id", retraction.name().id());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (written) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
