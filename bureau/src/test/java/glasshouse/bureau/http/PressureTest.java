package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Limits;
import glasshouse.bureau.Shared;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever asks too much is told when to come again, and the others are served.
final class PressureTest {
    private static final int RATE = 5;

    private static Client client(Limits limits) {
        return Client.of(
                Shared.database(),
                Shared.edition("examples/lender/lender.yaml"),
                InstantSource.system(),
                List.of("anybody"),
                limits);
    }

    @Test
    void whoAsksTooOftenWaitsAndNobodyElseDoes() {
        try (Client client = client(new Limits(Limits.NONE, RATE, 64))) {
            String ann = client.token(Role.PERSON, "ann");
            Reply last = client.get("/v1/organisations", ann);
            for (int i = 0; i < 100 && last.status() == 200; i++) {
                last = client.get("/v1/organisations", ann);
            }
            assertEquals(429, last.status());
            assertEquals("GH-BUREAU-010", last.at("code"));
            assertEquals("1", last.header("Retry-After"));
            String ben = client.token(Role.PERSON, "ben");
            assertEquals(200, client.get("/v1/organisations", ben).status());
            String shop = client.token(Role.FURNISHER, DevelopmentTokens.FURNISHER);
            for (int i = 0; i < 5 * RATE; i++) {
                assertEquals(200, client.get("/v1/organisations", shop).status());
            }
        }
    }

    @Test
    void anAddressThatTriesTokensIsSlowedDown() {
        try (Client client = client(Limits.usual().anyRate())) {
            Reply last = client.get("/v1/organisations", "ghk_0");
            for (int i = 0; i < 200 && last.status() == 401; i++) {
                last = client.get("/v1/organisations", "ghk_" + i);
            }
            assertEquals(429, last.status());
            String right = client.token(Role.PERSON, "ann");
            assertEquals(200, client.get("/v1/organisations", right).status());
        }
    }

    @Test
    void bodiesThatDoNotFitIntoMemoryAreRefusedUntilOthersAreAnswered() {
        var intake = new Intake(new Limits(Limits.NONE, Limits.NONE, 64));
        Intake.Share first = intake.share();
        Intake.Share second = intake.share();
        first.take(40 << 20);
        second.take(20 << 20);
        var refused = assertThrows(Refused.class, () -> second.take(5 << 20));
        assertEquals(Problem.BUSY, refused.problem());
        first.close();
        second.take(5 << 20);
        assertEquals(25 << 20, intake.taken());
        second.close();
        assertEquals(0, intake.taken());
    }

    @Test
    void metricsAreForOperatorsAndNameNobody() {
        try (Client client = client(Limits.usual().anyRate())) {
            String person = client.token(Role.PERSON, "somebody-by-name");
            Reply _ =
                    client.post(
                            "/v1/people/somebody-by-name/enrolment",
                            person,
                            "application/json",
                            "{\"sources\": [\"dev-furnisher\"], \"services\": []}");
            assertEquals(403, client.get("/metrics", person).status());
            Reply metrics = client.get("/metrics", client.token(Role.OPERATOR, "op"));
            assertEquals(200, metrics.status());
            for (String name :
                    List.of(
                            "glasshouse_ledger_facts_total{fate=\"accepted\"} 2",
                            "glasshouse_members 1",
                            "glasshouse_http_requests_seconds_bucket{",
                            "route=\"/v1/people/{person}/enrolment\"",
                            "jvm_memory_used_bytes")) {
                assertTrue(metrics.body().contains(name), name + " in\n" + metrics.body());
            }
            assertTrue(!metrics.body().contains("somebody-by-name"));
        }
    }

    @Test
    void aliveAndReadyAreOpen() {
        try (Client client = client(Limits.usual())) {
            for (String path : List.of("/health", "/health/live", "/health/ready")) {
                assertEquals("up", client.get(path, "").at("status"), path);
            }
        }
    }
}
