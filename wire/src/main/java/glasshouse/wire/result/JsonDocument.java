package glasshouse.wire.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import glasshouse.scheme.Micro;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes one JSON document as text: two spaces of indent, line feeds, points and values as exact
/// decimals. What is null is written as `null` by [#text] and left out by [#optional].
public final class JsonDocument {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private final JsonGenerator generator;

    /// What is written between a pair of brackets.
    @FunctionalInterface
    public interface Part {
        void write() throws IOException;
    }

    /// What is written into a document.
    @FunctionalInterface
    public interface Content {
        void write(JsonDocument json) throws IOException;
    }

    private JsonDocument(JsonGenerator generator) {
        this.generator = generator;
    }

    /// A document that is one object with this content; ends with a line feed.
    public static String of(Content content) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            var printer =
                    new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                    .withObjectEmptySeparator("")
                                    .withArrayEmptySeparator(""));
            printer.indentObjectsWith(INDENTER);
            printer.indentArraysWith(INDENTER);
            generator.setPrettyPrinter(printer);
            generator.writeStartObject();
            content.write(new JsonDocument(generator));
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("text is written to memory", impossible);
        }
        return text.append('\n').toString();
    }

    /// A field that is an object.
    public JsonDocument object(String name, Part part) throws IOException {
        generator.writeObjectFieldStart(name);
        part.write();
        generator.writeEndObject();
        return this;
    }

    /// A field that is an array with one object for each item.
    public <T> JsonDocument array(String name, Iterable<T> items, Item<T> item) throws IOException {
        generator.writeArrayFieldStart(name);
        for (T each : items) {
            generator.writeStartObject();
            item.write(each);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /// Writes one item of an array.
    @FunctionalInterface
    public interface Item<T> {
        void write(T item) throws IOException;
    }

    /// A field that is an array of texts.
    public JsonDocument texts(String name, Iterable<String> texts) throws IOException {
        generator.writeArrayFieldStart(name);
        for (String text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
        return this;
    }

    public JsonDocument text(String name, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNullField(name);
        } else {
            generator.writeStringField(name, value.toString());
        }
        return this;
    }

    public JsonDocument optional(String name, @Nullable Object value) throws IOException {
        return value == null || value.toString().isEmpty() ? this : text(name, value);
    }

    public JsonDocument instant(String name, @Nullable Instant value) throws IOException {
        return text(name, value);
    }

    public JsonDocument whole(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    public JsonDocument bool(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
        return this;
    }

    /// A number of micro-units, as an exact decimal.
    public JsonDocument micro(String name, long micro) throws IOException {
        generator.writeNumberField(name, Micro.toDecimal(micro));
        return this;
    }

    /// A number as the shortest decimal that reads back as the same double; NaN is `null`.
    public JsonDocument decimal(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumberField(name, value);
        } else {
            generator.writeNullField(name);
        }
        return this;
    }

    /// A field that is an array of numbers, as [#decimal] writes them.
    public JsonDocument decimals(String name, double... values) throws IOException {
        generator.writeArrayFieldStart(name);
        for (double value : values) {
            if (Double.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                generator.writeNull();
            }
        }
        generator.writeEndArray();
        return this;
    }

    /// Seconds with three places.
    public JsonDocument seconds(String name, double seconds) throws IOException {
        generator.writeNumberField(name, Math.round(seconds * 1000) / 1000.0);
        return this;
    }
}
