package glasshouse.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import glasshouse.event.Entry;
import glasshouse.event.Event;
import glasshouse.event.EventName;
import glasshouse.event.Retraction;
import glasshouse.wire.value.Decimals;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Names;
import glasshouse.wire.value.Recurring;
import glasshouse.wire.value.Refused;
import glasshouse.wire.value.Times;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads one CloudEvent 1.0 in JSON (structured mode) as an event or a retraction.
///
/// `specversion` is `1.0`; `source` and `id` name the event, `type` is the signal, `subject` the
/// person, `time` when it happened; the extension `recordedtime` when it was recorded, by default
/// when it happened. `data` may have `value` (a number or a decimal in quotes, by default 0),
/// `counterparty` and `reference`. A `null` is an absent attribute. What else there is, is passed
/// over. `type` `glasshouse.retraction` takes back the event of the same source whose id is in
/// `data.id`.
///
/// Owned by one thread.
public final class CloudEventParser {
    static final String SPEC_VERSION = "1.0";
    static final String RECORDED = "recordedtime";
    static final int MOST_DEPTH = 32;
    static final int MOST_NUMBER_LENGTH = 100;

    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxNumberLength(MOST_NUMBER_LENGTH)
                                    .maxStringLength(Lines.MOST_BYTES)
                                    .maxNameLength(1024)
                                    .maxDocumentLength(Lines.MOST_BYTES + 1L)
                                    .build())
                    .build();

    private final Recurring recurring = new Recurring();
    private final Utf8 utf8 = new Utf8();
    private @Nullable String specVersion;
    private @Nullable String source;
    private @Nullable String id;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String recorded;
    private @Nullable String contentType;
    private @Nullable String counterparty;
    private @Nullable String reference;
    private @Nullable String retracted;
    private long valueMicro;

    /// The entry that a message of a topic holds, of which nothing is known yet.
    public Entry parseMessage(byte[] message) throws Refused {
        if (message.length > Lines.MOST_BYTES) {
            throw new Refused(
                    EventCode.TOO_LONG,
                    "the message is longer than a mebibyte: send one event a message");
        }
        if (!Utf8.isAscii(message, 0, message.length)
                && !utf8.isValid(message, 0, message.length)) {
            throw new Refused(
                    EventCode.NOT_UTF8,
                    "the message is not well-formed UTF-8; write JSON as UTF-8");
        }
        return parse(message, 0, message.length);
    }

    /// The entry that these bytes of UTF-8 hold.
    public Entry parse(byte[] bytes, int offset, int length) throws Refused {
        clear();
        try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Refused(
                        EventCode.NOT_CLOUD_EVENT,
                        "the record is "
                                + kind(parser.currentToken())
                                + ", not a JSON object holding a CloudEvent; an array of events"
                                + " belongs in a file named .json");
            }
            attributes(parser);
            if (parser.nextToken() != null) {
                throw new Refused(
                        EventCode.DAMAGED_JSON,
                        "more follows after the event; write one event to a line");
            }
        } catch (StreamConstraintsException beyond) {
            throw new Refused(
                    EventCode.DAMAGED_JSON,
                    "the JSON is nested deeper than "
                            + MOST_DEPTH
                            + " or has a number longer than "
                            + MOST_NUMBER_LENGTH
                            + " or a name longer than 1024 characters");
        } catch (IOException | IllegalStateException damaged) {
            throw new Refused(EventCode.DAMAGED_JSON, damaged(damaged));
        }
        return entry();
    }

    private static String damaged(Exception damaged) {
        String where = "";
        if (damaged instanceof com.fasterxml.jackson.core.JacksonException json
                && json.getLocation() != null) {
            where = " at character " + json.getLocation().getColumnNr();
        }
        return "the JSON is damaged" + where + "; a record is one whole JSON object";
    }

    private void clear() {
        specVersion = null;
        source = null;
        id = null;
        type = null;
        subject = null;
        time = null;
        recorded = null;
        contentType = null;
        counterparty = null;
        reference = null;
        retracted = null;
        valueMicro = 0;
    }

    private void attributes(JsonParser parser) throws IOException, Refused {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "specversion" -> specVersion = text(parser, name, specVersion);
                case "source" -> source = text(parser, name, source);
                case "id" -> id = text(parser, name, id);
                case "type" -> type = text(parser, name, type);
                case "subject" -> subject = text(parser, name, subject);
                case "time" -> time = text(parser, name, time);
                case RECORDED -> recorded = text(parser, name, recorded);
                case "datacontenttype" -> contentType = text(parser, name, contentType);
                case "data" -> data(parser);
                case "data_base64" ->
                        throw new Refused(
                                EventCode.NOT_CLOUD_EVENT,
                                "the data are in data_base64; give them as JSON in data");
                default -> parser.skipChildren();
            }
        }
    }

    private void data(JsonParser parser) throws IOException, Refused {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Refused(
                    EventCode.NOT_CLOUD_EVENT,
                    "data is "
                            + kind(parser.currentToken())
                            + "; it is an object with value, counterparty and reference");
        }
        boolean hasValue = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "value" -> {
                    if (hasValue) {
                        throw repeated("data.value");
                    }
                    hasValue = true;
                    valueMicro = value(parser);
                }
                case "counterparty" ->
                        counterparty = text(parser, "data.counterparty", counterparty);
                case "reference" -> reference = text(parser, "data.reference", reference);
                case "id" -> {
                    // Only a retraction's; elsewhere whatever the source means by it.
                    if (parser.currentToken() == JsonToken.VALUE_STRING) {
                        retracted = parser.getText();
                    } else {
                        parser.skipChildren();
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private static long value(JsonParser parser) throws IOException, Refused {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
                    Decimals.micro(parser.getText(), "data.value");
            case VALUE_NULL -> 0;
            default ->
                    throw new Refused(
                            EventCode.BAD_NUMBER,
                            "data.value is "
                                    + kind(parser.currentToken())
                                    + "; it is a number, or a decimal in quotes");
        };
    }

    private static @Nullable String text(JsonParser parser, String name, @Nullable String before)
            throws IOException, Refused {
        if (before != null) {
            throw repeated(name);
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw new Refused(
                EventCode.NOT_CLOUD_EVENT, name + " is " + kind(token) + "; write it as a string");
    }

    private static Refused repeated(String name) {
        return new Refused(
                EventCode.NOT_CLOUD_EVENT, name + " stands twice; which one counts is not known");
    }

    private Entry entry() throws Refused {
        if (!SPEC_VERSION.equals(specVersion)) {
            throw new Refused(
                    EventCode.NOT_CLOUD_EVENT,
                    (specVersion == null ? "there is no specversion" : "specversion is another")
                            + "; a CloudEvent says \"specversion\": \"1.0\"");
        }
        if (contentType != null && !isJson(contentType)) {
            throw new Refused(
                    EventCode.NOT_CLOUD_EVENT,
                    "datacontenttype is not JSON; data are application/json");
        }
        String signal = recurring.text(required(type, "type"));
        String from = recurring.text(required(source, "source"));
        return signal.equals(Names.RETRACTION) ? retraction(from) : event(from, signal);
    }

    private Event event(String from, String signal) throws Refused {
        String person = required(subject, "subject");
        @Nullable String other = optional(counterparty, "data.counterparty");
        Names.checkParties(person, other);
        Instant happenedAt = Times.rfc3339(stated(time, "time"), "time");
        return new Event(
                new EventName(from, required(id, "id")),
                person,
                other,
                signal,
                valueMicro,
                happenedAt,
                recorded == null ? happenedAt : Times.rfc3339(recorded, RECORDED),
                optional(reference, "data.reference"));
    }

    private Retraction retraction(String from) throws Refused {
        stated(id, "id");
        String when = recorded == null ? stated(time, "time") : recorded;
        return new Retraction(
                new EventName(from, required(retracted, "data.id")), Times.rfc3339(when, "time"));
    }

    private static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String media = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        return media.equalsIgnoreCase("application/json")
                || media.equalsIgnoreCase("text/json")
                || media.regionMatches(true, Math.max(media.length() - 5, 0), "+json", 0, 5);
    }

    private static String required(@Nullable String text, String name) throws Refused {
        return Names.check(stated(text, name), name);
    }

    private static String stated(@Nullable String text, String name) throws Refused {
        if (text == null || text.isEmpty()) {
            throw new Refused(
                    EventCode.MISSING, name + " is missing or empty; every event needs one");
        }
        return text;
    }

    private static @Nullable String optional(@Nullable String text, String name) throws Refused {
        return text == null || text.isEmpty() ? null : Names.check(text, name);
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_STRING -> "a string";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }
}
