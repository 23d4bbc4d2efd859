package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// How a version of the scheme comes into force at a running bureau, and leaves again.
final class SchemesTest {
    private static final String SCHEME = "examples/lender/lender.yaml";
    private static final String SOURCE = DevelopmentTokens.FURNISHER;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));
    private final String database = Shared.database();
    private Client client = start();
    private String first = "";

    private Client start() {
        return Client.of(database, Shared.edition(SCHEME), now::get, List.of("anybody"));
    }

    private String token(Role role) {
        return client.token(
                role,
                switch (role) {
                    case FURNISHER -> SOURCE;
                    case RELYING_PARTY -> DevelopmentTokens.RELYING_PARTY;
                    case PERSON, STEWARD, AUDITOR, OPERATOR -> "sue";
                });
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Reply post(String path, String token, String body) {
        pass(Duration.ofSeconds(1));
        return client.post(path, token, "application/json", body);
    }

    private Reply order(String method, String path, String body) {
        pass(Duration.ofSeconds(1));
        return client.send(
                client.request(path, token(Role.STEWARD))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private Reply publish(String text) {
        pass(Duration.ofSeconds(1));
        return client.post("/v1/schemes", token(Role.STEWARD), "application/yaml", text);
    }

    /// The second version: late payments weigh twice as much.
    private String second() {
        return first.replace("version: \"1.0\"", "version: \"2.0\"")
                .replace("points: -2 points per day", "points: -4 points per day");
    }

    private void enrol(String person, int daysLate) {
        Reply enrolled =
                post(
                        "/v1/people/" + person + "/enrolment",
                        client.token(Role.PERSON, person),
                        "{\"sources\": [\"%s\"], \"services\": [\"loan\"]}".formatted(SOURCE));
        assertEquals(200, enrolled.status(), enrolled.body());
        late(person, person + "1", daysLate);
    }

    private void late(String person, String id, int days) {
        Reply reply =
                post(
                        "/v1/events",
                        token(Role.FURNISHER),
                        """
                        {"specversion":"1.0","source":"%s","id":"%s","type":"instalment.paid-late",\
                        "subject":"%s","time":"2026-03-31T10:00:00Z","data":{"value":%s}}"""
                                .formatted(SOURCE, id, person, days));
        assertEquals("1", reply.at("accepted"), reply.body());
    }

    private Reply ask(String person) {
        return post(
                "/v1/decisions",
                token(Role.RELYING_PARTY),
                "{\"service\":\"loan\",\"person\":\"%s\",\"purpose\":\"granting a loan\"}"
                        .formatted(person));
    }

    private Reply own(String person, String what) {
        return client.get("/v1/people/" + person + "/" + what, client.token(Role.PERSON, person));
    }

    private void assertReplays() {
        for (String what : List.of("replay", "verification")) {
            Reply found = client.get("/v1/" + what, token(Role.AUDITOR));
            assertEquals("0", found.at("differenceCount"), found.body());
        }
    }

    @Test
    void aVersionIsShadowRunAnnouncedInForceAndRolledBackWithoutAStop() {
        try {
            first = client.get("/v1/schemes/1", token(Role.PERSON)).body();
            enrol("ann", 10);
            enrol("ben", 0);
            assertEquals("1.0", ask("ann").at("version"));

            Reply published = publish(second());
            assertEquals("proposed", published.at("editions/1/state"), published.body());
            assertTrue(published.at("editions/1/changes/0").length() > 10, published.body());
            assertEquals("GH-BUREAU-015", publish(second()).at("code"));
            enrol("eve", 20);
            assertEquals("1.0", ask("ann").at("version"));
            assertEquals("1.0", ask("eve").at("version"));

            Reply shadow =
                    post(
                            "/v1/schemes/2/shadow",
                            token(Role.STEWARD),
                            "{\"groups\": {\"young\": [\"ann\", \"ben\"]}}");
            assertEquals("3", shadow.at("groups/0/people"), shadow.body());
            assertEquals("2", shadow.at("groups/0/lower"));
            assertEquals("-40", shadow.at("groups/0/largestLoss"));
            String last = "groups/" + (shadow.json().get("groups").size() - 1);
            assertEquals("young", shadow.at(last + "/group"));
            assertEquals("-10", shadow.at(last + "/meanDifference"), shadow.body());
            assertEquals("2", shadow.at("inquiries/count"));
            Reply people = client.get("/v1/schemes/2/shadow/people", token(Role.AUDITOR));
            assertEquals("eve", people.at("people/0/person"), people.body());
            assertEquals("-40", people.at("people/0/difference"));
            assertTrue(own("eve", "inquiries").body().contains("shadow/people"));
            assertFalse(own("ben", "inquiries").body().contains("shadow/people"));

            Reply early =
                    order(
                            "PUT",
                            "/v1/schemes/2/announcement",
                            "{\"inForce\": \"2026-04-02T00:00:00Z\"}");
            assertEquals("GH-BUREAU-015", early.at("code"), early.body());
            Reply announced =
                    order(
                            "PUT",
                            "/v1/schemes/2/announcement",
                            "{\"inForce\": \"2026-05-10T00:00:00Z\"}");
            assertEquals("announced", announced.at("editions/1/state"), announced.body());
            assertTrue(own("ann", "notices").at("notices/0/text").contains("2026-05-10"));
            Reply outlook = own("ann", "outlook");
            assertEquals("-20", outlook.at("proposed/difference"), outlook.body());
            String before = own("ann", "score").at("score");

            now.set(Instant.parse("2026-05-09T23:59:58Z"));
            assertEquals("1.0", ask("ann").at("version"));
            now.set(Instant.parse("2026-05-10T00:00:00Z"));
            Reply after = ask("ann");
            assertEquals("2.0", after.at("version"));
            assertEquals("2", own("ann", "score").at("scheme/edition"));
            assertEquals(after.at("score"), own("ann", "score").at("score"));
            assertEquals(before, own("ann", "score?as-of=2026-04-02").at("score"));
            late("ann", "ann2", 3);
            assertEquals(own("ann", "score").at("score"), ask("ann").at("score"));
            assertReplays();

            Reply back = order("POST", "/v1/schemes/rollback", "{\"reason\": \"Too hard.\"}");
            assertEquals(200, back.status(), back.body());
            pass(Duration.ofSeconds(1));
            Reply again = ask("ann");
            assertEquals("1.0", again.at("version"), again.body());
            assertEquals(own("ann", "score").at("score"), again.at("score"));
            assertTrue(own("ben", "notices").at("notices/0/text").contains("Too hard."));
            assertReplays();
        } finally {
            client.close();
        }
    }

    @Test
    void whatIsAnnouncedComesIntoForceAlsoAfterARestartUnderTheOldFile() {
        try {
            first = client.get("/v1/schemes/1", token(Role.PERSON)).body();
            enrol("ann", 10);
            assertEquals(200, publish(second()).status());
            Reply announced =
                    order(
                            "PUT",
                            "/v1/schemes/2/announcement",
                            "{\"inForce\": \"2026-05-10T00:00:00Z\"}");
            assertEquals(200, announced.status(), announced.body());
            client.close();
            now.set(Instant.parse("2026-05-09T23:59:00Z"));
            client = start();
            assertEquals("1.0", ask("ann").at("version"));
            now.set(Instant.parse("2026-05-10T00:00:00Z"));
            assertEquals("2.0", ask("ann").at("version"));
            client.close();
            client = start();
            assertEquals("2.0", ask("ann").at("version"));
            assertReplays();
        } finally {
            client.close();
        }
    }

    @Test
    void whatMayNotBePublishedIsRefusedWithEveryReason() {
        try {
            first = client.get("/v1/schemes/1", token(Role.PERSON)).body();
            Reply wrong = publish(second().replace("fade: half-life 365d", "fade: quickly"));
            assertEquals("GH-BUREAU-016", wrong.at("code"), wrong.body());
            assertTrue(wrong.at("problems/0/code").startsWith("GH-SCHEME-"), wrong.body());
            assertEquals("GH-BUREAU-015", publish(first + "\n").at("code"));
            Reply other = publish(second().replace("granting a loan", "advertising"));
            assertTrue(other.at("detail").contains("another name"), other.body());
            Reply synthetic = publish(second().replace("realm: live", "realm: synthetic"));
            assertEquals(409, synthetic.status(), synthetic.body());
            assertEquals(200, publish(second()).status());
            Reply withdrawn = order("DELETE", "/v1/schemes/2", "");
            assertEquals("withdrawn", withdrawn.at("editions/1/state"), withdrawn.body());
            Reply none = order("POST", "/v1/schemes/rollback", "{\"reason\": \"x\"}");
            assertEquals("GH-BUREAU-015", none.at("code"), none.body());
        } finally {
            client.close();
        }
    }
}
