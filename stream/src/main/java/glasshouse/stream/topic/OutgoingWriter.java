package glasshouse.stream.topic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import glasshouse.account.Plan;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.stream.name.Aside;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Published;
import glasshouse.wire.CloudEventWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes results and what was set aside as messages: JSON by person, points as exact decimals.
public final class OutgoingWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Topics topics;
    private final List<String> characteristics;

    public OutgoingWriter(Topics topics, Plan plan) {
        this.topics = topics;
        characteristics =
                plan.scheme().characteristics().stream().map(Characteristic::name).toList();
    }

    /// What is written between the braces of a message.
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    public Outgoing write(Result result) throws IOException {
        byte[] key = result.person().getBytes(StandardCharsets.UTF_8);
        return switch (result) {
            case Published score ->
                    new Outgoing(
                            topics.out(), key, json(score, json -> fill(score, json)), Map.of());
            case Gone _ -> new Outgoing(topics.out(), key, null, Map.of());
            case BandChange change ->
                    new Outgoing(
                            topics.moves(),
                            key,
                            json(
                                    change,
                                    json -> {
                                        day(json, change.day());
                                        json.writeStringField("move", "band");
                                        json.writeStringField("from", change.from());
                                        json.writeStringField("to", change.to());
                                    }),
                            Map.of());
            case ListMove move ->
                    new Outgoing(
                            topics.moves(),
                            key,
                            json(
                                    move,
                                    json -> {
                                        day(json, move.day());
                                        String name = move.move().name();
                                        json.writeStringField(
                                                "move", name.toLowerCase(Locale.ROOT));
                                        json.writeStringField("list", move.list());
                                    }),
                            Map.of());
        };
    }

    private void fill(Published score, JsonGenerator json) throws IOException {
        day(json, score.day());
        json.writeFieldName("score");
        json.writeNumber(Micro.format(score.scoreMicro()));
        json.writeStringField("band", score.band());
        json.writeObjectFieldStart("partials");
        for (int i = 0; i < characteristics.size(); i++) {
            json.writeFieldName(characteristics.get(i));
            json.writeNumber(Micro.format(score.partialsMicro().get(i)));
        }
        json.writeEndObject();
        json.writeStringField("scheme", score.scheme());
        json.writeStringField("version", score.version());
    }

    private static void day(JsonGenerator json, LocalDate day) throws IOException {
        json.writeStringField("day", day.toString());
    }

    private static byte[] json(Result result, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("person", result.person());
            content.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// The entry that was set aside, as it may be sent again, and why.
    public Outgoing write(Aside aside) throws IOException {
        var bytes = new ByteArrayOutputStream(256);
        try (var writer = new CloudEventWriter(bytes)) {
            writer.write(aside.entry());
        }
        String name = aside.entry().name().source() + '\n' + aside.entry().name().id();
        return new Outgoing(
                topics.aside(),
                name.getBytes(StandardCharsets.UTF_8),
                bytes.toByteArray(),
                Map.of("code", aside.why().code(), "reason", aside.why().name()));
    }

    /// A message that could not be read, as it came.
    public Outgoing write(Message.DeadLetter letter) {
        return new Outgoing(
                topics.dead(),
                letter.where().getBytes(StandardCharsets.UTF_8),
                letter.bytes(),
                Map.of("code", letter.code(), "reason", letter.reason(), "where", letter.where()));
    }
}
