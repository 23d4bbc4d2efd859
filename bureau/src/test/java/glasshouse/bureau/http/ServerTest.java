package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.bureau.Shared;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServerTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String LENDER = "examples/lender/lender.yaml";

    @Test
    void healthAndTheDescriptionAreOpenAndNothingElseIs() {
        try (Client client =
                Client.of(Shared.database(), Shared.edition(LENDER), CLOCK, List.of())) {
            assertEquals(200, client.get("/health", "").status());
            Reply description = client.get("/openapi.json", "");
            assertEquals(200, description.status());
            assertEquals("3.1.0", description.at("openapi"));
            for (String path : List.of("/", "/v1/people/ann/score", "/error", "/actuator")) {
                Reply reply = client.get(path, "");
                assertEquals(401, reply.status(), path);
                assertEquals("GH-BUREAU-001", reply.at("code"), path);
                assertEquals("application/problem+json", reply.header("Content-Type"));
                assertEquals("Bearer", reply.header("WWW-Authenticate"));
            }
        }
    }

    @Test
    void aTokenThatIsForgedOrOldOrAnothersOpensNothing() {
        try (Client client = Client.of(Shared.edition(LENDER), CLOCK)) {
            Instant longAgo = Instant.now().minus(Duration.ofDays(2));
            var other = new DevelopmentTokens();
            String good = client.token(Role.OPERATOR, "op");
            List<String> bad =
                    List.of(
                            "nonsense",
                            good.substring(0, good.length() - 4) + "AAAA",
                            good.substring(0, good.lastIndexOf('.') + 1),
                            other.token(Role.OPERATOR, "op", Instant.now()),
                            client.serving()
                                    .development()
                                    .orElseThrow()
                                    .token(Role.OPERATOR, "op", longAgo));
            for (String token : bad) {
                Reply reply = client.get("/nowhere", token);
                assertEquals(401, reply.status());
                assertEquals("GH-BUREAU-002", reply.at("code"));
            }
            assertEquals(404, client.get("/nowhere", good).status());
            Reply method = client.call("DELETE", "/health", good);
            assertEquals(405, method.status());
            assertEquals("GET", method.header("Allow"));
        }
    }

    @Test
    void everyAnswerBearsSafeHeaders() {
        try (Client client = Client.of(Shared.edition(LENDER), CLOCK)) {
            for (String path : List.of("/health", "/nowhere")) {
                Reply reply = client.get(path, "");
                assertEquals("no-store", reply.header("Cache-Control"));
                assertEquals("nosniff", reply.header("X-Content-Type-Options"));
                assertTrue(reply.header("Content-Security-Policy").startsWith("default-src"));
            }
        }
    }

    @Test
    void aSyntheticSchemeServesNobodyFromOutside() {
        var synthetic = Shared.edition("schemes/rongcheng-classic.yaml");
        String database = Shared.database();
        var refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Client.of(database, synthetic, CLOCK, List.of()));
        assertTrue(String.valueOf(refused.getMessage()).contains("synthetic"));
    }

    @Test
    void oneBureauServesADatabase() {
        String database = Shared.database();
        var lender = Shared.edition(LENDER);
        try (Client first = Client.of(database, lender, CLOCK, List.of())) {
            assertThrows(
                    IllegalStateException.class,
                    () -> Client.of(database, lender, CLOCK, List.of()));
            assertEquals(200, first.get("/health", "").status());
        }
    }
}
