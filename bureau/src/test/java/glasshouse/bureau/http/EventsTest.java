package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.bureau.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class EventsTest {
    private static final String NDJSON = "application/x-ndjson";
    private static final Client CLIENT =
            Client.of(
                    Shared.edition("examples/lender/lender.yaml"),
                    InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z")));
    private static final String SOURCE = DevelopmentTokens.FURNISHER;
    private static final String TOKEN = CLIENT.token(Role.FURNISHER, SOURCE);

    @AfterAll
    static void stop() {
        CLIENT.close();
    }

    private static void enrol(String person) {
        Reply reply =
                CLIENT.post(
                        "/v1/people/" + person + "/enrolment",
                        CLIENT.token(Role.PERSON, person),
                        "application/json",
                        "{\"sources\": [\"%s\"], \"services\": [\"loan\"]}".formatted(SOURCE));
        assertEquals(200, reply.status(), reply.body());
    }

    private static String event(String id, String person, String more) {
        return """
        {"specversion":"1.0","source":"%s","id":"%s","type":"instalment.paid",\
        "subject":"%s","time":"2026-03-01T10:00:00Z"%s}"""
                .formatted(SOURCE, id, person, more);
    }

    private static String counts(Reply reply) {
        return "%s read, %s accepted, %s duplicates, %s conflicts, %s rejected"
                .formatted(
                        reply.at("read"),
                        reply.at("accepted"),
                        reply.at("duplicates"),
                        reply.at("conflicts"),
                        reply.at("rejected"));
    }

    @Test
    void everyRecordIsAccountedFor() {
        enrol("table");
        List<String> records =
                List.of(
                        event("t1", "table", ""),
                        event("t1", "table", ""),
                        event("t1", "table", ",\"data\":{\"value\":2}"),
                        event("t2", "table", "").replace(SOURCE, "another"),
                        event("t3", "table", "").replace("instalment.paid", "opinion.held"),
                        event("t4", "nobody", ""),
                        event("t5", "table", "").replace("2026-03", "2026-05"),
                        "{\"specversion\":\"1.0\"}",
                        event("t6", "table", ""));
        Reply reply = CLIENT.post("/v1/events", TOKEN, NDJSON, String.join("\n", records));
        assertEquals(200, reply.status(), reply.body());
        assertEquals("9 read, 2 accepted, 1 duplicates, 1 conflicts, 5 rejected", counts(reply));
        var codes = new StringBuilder();
        for (var each : reply.json().get("rejections")) {
            codes.append(each.get("index")).append(' ').append(each.get("code")).append('\n');
        }
        assertEquals(
                """
                2 "GH-EVENT-016"
                3 "GH-INGEST-001"
                4 "GH-INGEST-002"
                5 "GH-INGEST-004"
                6 "GH-INGEST-005"
                7 "GH-EVENT-005"
                """,
                codes.toString());
    }

    @Test
    void oneAnArrayOrLinesCompressedOrNotAreTheSame() throws IOException {
        enrol("forms");
        String one = event("f1", "forms", "");
        assertEquals(
                "1 read, 1 accepted, 0 duplicates, 0 conflicts, 0 rejected",
                counts(CLIENT.post("/v1/events", TOKEN, "application/cloudevents+json", one)));
        String two = "[" + one + "," + event("f2", "forms", "") + "]";
        assertEquals(
                "2 read, 1 accepted, 1 duplicates, 0 conflicts, 0 rejected",
                counts(
                        CLIENT.post(
                                "/v1/events", TOKEN, "application/cloudevents-batch+json", two)));
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write((one + "\n" + event("f3", "forms", "")).getBytes(StandardCharsets.UTF_8));
        }
        Reply reply =
                CLIENT.send(
                        CLIENT.request("/v1/events", TOKEN)
                                .header("Content-Type", NDJSON)
                                .header("Content-Encoding", "gzip")
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                zipped.toByteArray())));
        assertEquals("2 read, 1 accepted, 1 duplicates, 0 conflicts, 0 rejected", counts(reply));
    }

    @Test
    void anEventMayBeTakenBackByItsSource() {
        enrol("back");
        String taken =
                """
                {"specversion":"1.0","source":"%s","id":"r1","type":"glasshouse.retraction",\
                "time":"2026-03-02T10:00:00Z","data":{"id":"b1"}}"""
                        .formatted(SOURCE);
        String both = event("b1", "back", "") + "\n" + taken;
        assertEquals(
                "2 read, 2 accepted, 0 duplicates, 0 conflicts, 0 rejected",
                counts(CLIENT.post("/v1/events", TOKEN, NDJSON, both)));
        var member = CLIENT.serving().bureau().members().named("back").orElseThrow();
        assertEquals(0, member.account().size());
    }

    @Test
    void whatCannotBeTakenIsSaid() {
        String line = event("w1", "nobody", "");
        assertEquals(
                "GH-BUREAU-009", CLIENT.post("/v1/events", TOKEN, "text/csv", line).at("code"));
        Reply many = CLIENT.post("/v1/events", TOKEN, NDJSON, "{}\n".repeat(50_001));
        assertEquals(413, many.status());
        assertEquals("GH-BUREAU-008", many.at("code"));
        Reply unzipped =
                CLIENT.send(
                        CLIENT.request("/v1/events", TOKEN)
                                .header("Content-Type", NDJSON)
                                .header("Content-Encoding", "gzip")
                                .POST(HttpRequest.BodyPublishers.ofString(line)));
        assertEquals(400, unzipped.status());
        assertEquals(
                "0 read, 0 accepted, 0 duplicates, 0 conflicts, 0 rejected",
                counts(CLIENT.post("/v1/events", TOKEN, NDJSON, "")));
    }

    @Test
    void anOrganisationsKeyOpensWhatItDeclared() {
        enrol("keyed");
        Reply registered =
                CLIENT.send(
                        CLIENT.request(
                                        "/v1/organisations/small-loans",
                                        CLIENT.token(Role.OPERATOR, "op"))
                                .header("Content-Type", "application/json")
                                .PUT(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"contexts\": [\"credit\"]}")));
        assertEquals(200, registered.status(), registered.body());
        String key = registered.at("key");
        String line = event("k1", "keyed", "").replace(SOURCE, "small-loans");
        assertEquals(
                "GH-INGEST-004",
                CLIENT.post("/v1/events", key, NDJSON, line).at("rejections/0/code"));
        Reply allowed =
                CLIENT.call(
                        "PUT",
                        "/v1/people/keyed/consents/sources/small-loans",
                        CLIENT.token(Role.PERSON, "keyed"));
        assertEquals(200, allowed.status(), allowed.body());
        assertEquals("1", CLIENT.post("/v1/events", key, NDJSON, line).at("accepted"));
        assertEquals(401, CLIENT.post("/v1/events", key + "0", NDJSON, line).status());
        assertEquals(403, CLIENT.call("PUT", "/v1/organisations/x", key).status());
    }
}
