package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.bureau.Shared;
import glasshouse.bureau.edition.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A service that gives two places in a week: who gets them, seen by those who give and who wait.
final class PlacesTest {
    private static final String SOURCE = DevelopmentTokens.FURNISHER;
    private static final String SEAT =
            """
            services:
              seat:
                title: A seat in the course
                context: credit
                purpose: giving seats in the course
                effect: access
                quota: {places: 2, per: week}
                rules:
                  - when: {score: {below: 500}}
                    outcome: refused
                    reason: {code: Q1, text: The score is below 500}
                  - {outcome: granted}
            """;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));
    private final Client client =
            Client.of(Shared.database(), edition(), now::get, List.of("anybody"));

    private static Edition edition() {
        try {
            String text = Files.readString(Path.of("../examples/lender/lender.yaml"));
            return Shared.edition("seats.yaml", text.replace("services:\n", SEAT));
        } catch (IOException missing) {
            throw new IllegalStateException("the example is there", missing);
        }
    }

    @BeforeEach
    void peopleOfDifferentScores() {
        int days = 0;
        for (String person : List.of("ann", "ben", "cat", "dan")) {
            Reply enrolled =
                    post(
                            "/v1/people/" + person + "/enrolment",
                            client.token(Role.PERSON, person),
                            "{\"sources\": [\"%s\"], \"services\": [\"seat\"]}".formatted(SOURCE));
            assertEquals(200, enrolled.status(), enrolled.body());
            report(person, days);
            days += 10;
        }
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private Reply post(String path, String token, String body) {
        now.updateAndGet(instant -> instant.plusSeconds(1));
        return client.post(path, token, "application/json", body);
    }

    private void report(String person, int daysLate) {
        Reply reply =
                post(
                        "/v1/events",
                        client.token(Role.FURNISHER, SOURCE),
                        """
                        {"specversion":"1.0","source":"%s","id":"%s","type":"instalment.paid-late",\
                        "subject":"%s","time":"2026-03-31T10:00:00Z","data":{"value":%s}}"""
                                .formatted(SOURCE, person, person, daysLate));
        assertEquals("1", reply.at("accepted"), reply.body());
    }

    private Reply ask(String person) {
        return post(
                "/v1/decisions",
                lender(),
                ("{\"service\":\"seat\",\"person\":\"%s\","
                                + "\"purpose\":\"giving seats in the course\"}")
                        .formatted(person));
    }

    private String lender() {
        return client.token(Role.RELYING_PARTY, DevelopmentTokens.RELYING_PARTY);
    }

    private String queue(String query) {
        Reply found = client.get("/v1/places/seat" + query, lender());
        var text = new StringBuilder(found.at("final"));
        for (var each : found.json().get("applicants")) {
            text.append(' ').append(each.get("person").asString());
            text.append(each.get("hasPlace").asBoolean() ? "+" : "-");
        }
        return text.toString();
    }

    @Test
    void theBestScoresOfAPeriodHaveThePlacesAndTiesGoToWhoAskedFirst() {
        assertEquals("1", ask("dan").at("place/rank"));
        assertEquals("1", ask("cat").at("place/rank"));
        assertEquals("2026-04-05T22:00:00Z", ask("cat").at("place/closes"));
        assertEquals("false cat+ dan+", queue(""));
        assertEquals("1", ask("ann").at("place/rank"));
        assertEquals("false ann+ cat+ dan-", queue(""));
        Reply own = client.get("/v1/people/dan/places", client.token(Role.PERSON, "dan"));
        assertEquals("3", own.at("applications/0/rank"), own.body());
        assertEquals("false", own.at("applications/0/hasPlace"));

        now.set(Instant.parse("2026-04-06T08:00:00Z"));
        assertEquals("1", ask("dan").at("place/rank"));
        assertEquals("true ann+ cat+ dan-", queue("?day=2026-04-01"));
        assertEquals("false dan+", queue(""));
        Reply replay = client.get("/v1/replay", client.token(Role.AUDITOR, "aud"));
        assertEquals("0", replay.at("differenceCount"), replay.body());
    }

    @Test
    void aDisputeThatIsWonBeforeThePeriodEndsMovesUpAndWhoIsErasedMakesRoom() {
        for (String person : List.of("ann", "ben", "cat", "dan")) {
            assertEquals("granted", ask(person).at("outcome"));
        }
        assertEquals("false ann+ ben+ cat- dan-", queue(""));
        Reply opened =
                post(
                        "/v1/people/dan/disputes",
                        client.token(Role.PERSON, "dan"),
                        "{\"event\":{\"source\":\"%s\",\"id\":\"dan\"}}".formatted(SOURCE));
        Reply settled =
                post(
                        "/v1/disputes/" + opened.at("dispute") + "/settlement",
                        client.token(Role.STEWARD, "sue"),
                        "{\"upheld\":true,\"reply\":\"A mistake.\"}");
        assertEquals(200, settled.status(), settled.body());
        assertEquals("false dan+ ann+ ben- cat-", queue(""));
        assertEquals(
                200,
                client.call("DELETE", "/v1/people/ann", client.token(Role.PERSON, "ann")).status());
        assertEquals("false dan+ ben+ cat-", queue(""));
        assertEquals(404, client.get("/v1/places/loan", lender()).status());
    }
}
