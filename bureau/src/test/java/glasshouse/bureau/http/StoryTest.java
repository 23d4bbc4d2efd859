package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What people live through at a bureau, over HTTP.
final class StoryTest {
    private static final String JSON = "application/json";
    private static final AtomicReference<Instant> NOW =
            new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));
    private static final String DATABASE = Shared.database();
    private static final Client CLIENT =
            Client.of(
                    DATABASE,
                    Shared.edition("examples/lender/lender.yaml"),
                    NOW::get,
                    List.of("anybody"));
    private static final String SOURCE = DevelopmentTokens.FURNISHER;
    private static final String FURNISHER = CLIENT.token(Role.FURNISHER, SOURCE);
    private static final String LENDER =
            CLIENT.token(Role.RELYING_PARTY, DevelopmentTokens.RELYING_PARTY);
    private static final String STEWARD = CLIENT.token(Role.STEWARD, "sue");

    @BeforeAll
    static void peopleEnrol() {
        for (String person : List.of("ann", "ben", "dan", "eve", "fay")) {
            Reply reply =
                    post(
                            "/v1/people/" + person + "/enrolment",
                            own(person),
                            "{\"sources\": [\"%s\"], \"services\": [\"loan\"]}".formatted(SOURCE));
            assertEquals(200, reply.status(), reply.body());
        }
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
    }

    private static String own(String person) {
        return CLIENT.token(Role.PERSON, person);
    }

    private static Reply post(String path, String token, String body) {
        NOW.updateAndGet(now -> now.plusSeconds(1));
        return CLIENT.post(path, token, JSON, body);
    }

    private static void report(String person, String id, String signal, String day, int value) {
        Reply reply =
                post(
                        "/v1/events",
                        FURNISHER,
                        """
                        {"specversion":"1.0","source":"%s","id":"%s","type":"%s","subject":"%s",\
                        "time":"%sT10:00:00Z","data":{"value":%s}}"""
                                .formatted(SOURCE, id, signal, person, day, value));
        assertEquals("1", reply.at("accepted"), reply.body());
    }

    private static String score(String person) {
        return CLIENT.get("/v1/people/" + person + "/score", own(person)).at("score");
    }

    private static Reply ask(String person) {
        return post(
                "/v1/decisions",
                LENDER,
                "{\"service\":\"loan\",\"person\":\"%s\",\"purpose\":\"granting a loan\"}"
                        .formatted(person));
    }

    @Test
    void aDisputeThatIsWonPutsScoreAndDecisionsRight() {
        report("ann", "a1", "loan.opened", "2025-01-10", 0);
        String before = score("ann");
        report("ann", "a2", "instalment.paid-late", "2026-03-20", 80);
        assertEquals("630", before);
        assertEquals("444", score("ann"));
        Reply refusal = ask("ann");
        assertEquals("review", refusal.at("outcome"), refusal.body());
        assertEquals("R1", refusal.at("reasons/0/code"));
        assertEquals("P1", refusal.at("reasons/1/code"));
        assertEquals("560", refusal.at("change/fromScore"));
        assertEquals("true", refusal.at("humanReview"));
        assertTrue(refusal.at("objection").contains("30 days"));
        assertEquals("444", refusal.at("score"));

        Reply opened =
                post(
                        "/v1/people/ann/disputes",
                        own("ann"),
                        "{\"event\":{\"source\":\"%s\",\"id\":\"a2\"},\"words\":\"paid\"}"
                                .formatted(SOURCE));
        assertEquals("open", opened.at("state"), opened.body());
        assertTrue(CLIENT.get("/v1/disputes", STEWARD).body().contains("\"paid\""));
        String settle = "/v1/disputes/" + opened.at("dispute") + "/settlement";
        Reply settled = post(settle, STEWARD, "{\"upheld\":true,\"reply\":\"The bank agrees.\"}");
        assertEquals("upheld", settled.at("state"), settled.body());
        assertEquals(400, post(settle, STEWARD, "{\"upheld\":false,\"reply\":\"x\"}").status());

        assertEquals(before, score("ann"));
        Reply decisions = CLIENT.get("/v1/people/ann/decisions", own("ann"));
        assertEquals("review", decisions.at("decisions/0/answer/outcome"));
        assertEquals("granted", decisions.at("decisions/0/corrected/outcome"));
        Reply told = CLIENT.get("/v1/corrections?after=0", LENDER);
        assertEquals(refusal.at("decision"), told.at("corrections/0/decision"));
        assertEquals("granted", told.at("corrections/0/answer/outcome"));
        Reply notices = CLIENT.get("/v1/people/ann/notices", own("ann"));
        assertTrue(notices.at("notices/0/text").contains("The bank agrees."));
        Reply inquiries = CLIENT.get("/v1/people/ann/inquiries", own("ann"));
        assertEquals(DevelopmentTokens.RELYING_PARTY, inquiries.at("inquiries/0/who"));
        assertEquals("sue", inquiries.at("accesses/0/who"));
        assertEquals("granted", ask("ann").at("outcome"));
    }

    @Test
    void aStatementAddsUpAtEveryInstantAsKnownAtEveryInstant() {
        report("ben", "b1", "loan.opened", "2024-01-10", 0);
        Instant between = NOW.get();
        NOW.updateAndGet(now -> now.plus(Duration.ofDays(1)));
        report("ben", "b2", "instalment.paid", "2026-02-01", 0);
        String path = "/v1/people/ben/statement";
        for (String query :
                List.of("", "?as-of=2025-06-30", "?known-at=" + between, "?as-of=2026-02-28")) {
            Reply reply = CLIENT.get(path + query, own("ben"));
            BigDecimal sum = BigDecimal.ZERO;
            for (var line : reply.json().get("lines")) {
                sum = sum.add(line.get("points").decimalValue());
            }
            BigDecimal score = reply.json().get("score").decimalValue();
            assertEquals(0, sum.compareTo(score), reply.body());
        }
        assertFalse(CLIENT.get(path + "?known-at=" + between, own("ben")).body().contains("b2"));
        Reply page =
                CLIENT.send(CLIENT.request(path, own("ben")).header("Accept", "text/html").GET());
        assertTrue(page.body().startsWith("<!DOCTYPE html>"));
        Reply history = CLIENT.get("/v1/people/ben/history", own("ben"));
        assertEquals("2024-01-10", history.at("changes/0/from"), history.body());
        assertEquals(400, CLIENT.get(path + "?as-of=yesterday", own("ben")).status());
    }

    @Test
    void aPreviewLeavesNoTrace() {
        Reply preview = post("/v1/decisions/preview", own("dan"), "{\"service\":\"loan\"}");
        assertEquals("granted", preview.at("outcome"), preview.body());
        Reply decisions = CLIENT.get("/v1/people/dan/decisions", own("dan"));
        assertEquals(0, decisions.json().get("decisions").size());
    }

    @Test
    void whoDoesNotAllowAServiceIsNotAskedAbout() {
        assertEquals(200, ask("eve").status());
        Reply withdrawn =
                CLIENT.call("DELETE", "/v1/people/eve/consents/services/loan", own("eve"));
        assertEquals("[]", withdrawn.json().get("services").toString());
        Reply refused = ask("eve");
        assertEquals("GH-BUREAU-014", refused.at("code"));
        assertEquals(refused.body(), ask("nobody").body());
        Reply other =
                post(
                        "/v1/decisions",
                        LENDER,
                        "{\"service\":\"loan\",\"person\":\"dan\",\"purpose\":\"marketing\"}");
        assertEquals("GH-BUREAU-013", other.at("code"));
    }

    @Test
    void whoIsErasedLeavesNothingThatCanBeRead() throws Exception {
        report("fay", "f1-secret", "instalment.paid-late", "2026-03-01", 7);
        var _ = ask("fay");
        Reply export = CLIENT.get("/v1/people/fay/export", own("fay"));
        assertEquals("f1-secret", export.at("events/0/id"));
        assertEquals("true", export.at("events/0/counts"));
        assertEquals(200, CLIENT.call("DELETE", "/v1/people/fay", own("fay")).status());
        assertEquals(404, CLIENT.get("/v1/people/fay/score", own("fay")).status());
        assertEquals("GH-BUREAU-014", ask("fay").at("code"));
        try (var connection = DriverManager.getConnection(DATABASE);
                var statement = connection.createStatement();
                var left =
                        statement.executeQuery(
                                "select (select count(*) from entry where id = 'f1-secret') +"
                                        + " (select count(*) from person where name = 'fay')")) {
            assertTrue(left.next());
            assertEquals(0, left.getInt(1));
        }
    }
}
