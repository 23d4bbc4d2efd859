package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import glasshouse.bureau.Shared;
import glasshouse.bureau.notice.Destination;
import glasshouse.bureau.notice.Signature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People and relying parties are told as it happens.
final class NoticesTest {
    private static final String SOURCE = DevelopmentTokens.FURNISHER;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-04-01T08:00:00Z"));
    private final Client client =
            Client.of(
                    Shared.database(),
                    Shared.edition("examples/lender/lender.yaml"),
                    now::get,
                    List.of("anybody"));
    private final String ann = client.token(Role.PERSON, "ann");
    private final String lender = client.token(Role.RELYING_PARTY, DevelopmentTokens.RELYING_PARTY);

    /// What a receiver was sent, and what it answers with.
    private record Sent(String body, String signature) {}

    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final HttpServer receiver = receiver();

    private HttpServer receiver() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/told",
                    exchange -> {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        var headers = exchange.getRequestHeaders();
                        String signature = String.valueOf(headers.getFirst(Signature.HEADER));
                        Integer answer = answers.poll();
                        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
                        exchange.close();
                        sent.add(new Sent(new String(body, StandardCharsets.UTF_8), signature));
                    });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException("no receiver", failure);
        }
    }

    @BeforeEach
    void annIsRefusedAndObjects() {
        assertEquals(
                200,
                post(
                                "/v1/people/ann/enrolment",
                                ann,
                                "{\"sources\": [\"%s\"], \"services\": [\"loan\"]}"
                                        .formatted(SOURCE))
                        .status());
        Reply reported =
                post(
                        "/v1/events",
                        client.token(Role.FURNISHER, SOURCE),
                        """
                        {"specversion":"1.0","source":"%s","id":"e1","type":"instalment.paid-late",\
                        "subject":"ann","time":"2026-03-31T10:00:00Z","data":{"value":80}}"""
                                .formatted(SOURCE));
        assertEquals("1", reported.at("accepted"));
        Reply refused =
                post(
                        "/v1/decisions",
                        lender,
                        "{\"service\":\"loan\",\"person\":\"ann\","
                                + "\"purpose\":\"granting a loan\"}");
        assertEquals("review", refused.at("outcome"), refused.body());
    }

    @AfterEach
    void stop() {
        client.close();
        receiver.stop(0);
    }

    private Reply post(String path, String token, String body) {
        return send("POST", path, token, body);
    }

    private Reply send(String method, String path, String token, String body) {
        now.updateAndGet(instant -> instant.plusSeconds(1));
        return client.send(
                client.request(path, token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private void annWins() {
        Reply opened =
                post(
                        "/v1/people/ann/disputes",
                        ann,
                        "{\"event\":{\"source\":\"%s\",\"id\":\"e1\"}}".formatted(SOURCE));
        Reply settled =
                post(
                        "/v1/disputes/" + opened.at("dispute") + "/settlement",
                        client.token(Role.STEWARD, "sue"),
                        "{\"upheld\":true,\"reply\":\"The bank agrees.\"}");
        assertEquals("upheld", settled.at("state"), settled.body());
    }

    private String here() {
        return "{\"url\": \"http://127.0.0.1:%s/told\"}".formatted(receiver.getAddress().getPort());
    }

    private Sent next() throws InterruptedException {
        return Optional.ofNullable(sent.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    @Test
    void aRelyingPartyIsSentCorrectionsSignedUntilItConfirmsThem() throws Exception {
        Reply registered = send("PUT", "/v1/webhook", lender, here());
        byte[] secret = HexFormat.of().parseHex(registered.at("secret"));
        answers.add(500);
        annWins();
        Sent first = next();
        assertTrue(first.body().contains("\"outcome\": \"granted\""), first.body());
        long second = Long.parseLong(first.signature().replaceAll("t=(\\d+),.*", "$1"));
        assertEquals(Signature.of(first.body(), second, secret), first.signature());
        Optional<Sent> again = Optional.empty();
        while (again.isEmpty()) {
            now.updateAndGet(instant -> instant.plusSeconds(5));
            again = Optional.ofNullable(sent.poll(1, TimeUnit.SECONDS));
        }
        assertEquals(first.body(), again.get().body());
        assertEquals("{}\n", send("DELETE", "/v1/webhook", lender, "").body());
    }

    @Test
    void aPersonIsSentTheirNoticesAndSeesThemInAStream() throws Exception {
        assertEquals(200, send("PUT", "/v1/people/ann/webhook", ann, here()).status());
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = client.request("/v1/people/ann/notices/stream", ann);
            var stream = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertEquals(200, stream.statusCode());
            annWins();
            assertTrue(next().body().contains("The bank agrees."));
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (!line.startsWith("data:") || !line.contains("The bank agrees.")) {
                    line = lines.readLine();
                }
            }
        }
    }

    @Test
    void theBureauIsNotMadeToCallItsNeighbours() {
        for (String url :
                List.of(
                        "https://10.0.0.1/x",
                        "https://192.168.1.1/x",
                        "https://169.254.169.254/latest",
                        "https://[fd00::1]/x",
                        "https://127.0.0.1/x",
                        "http://192.0.2.1/x",
                        "file:///etc/passwd",
                        "https://user@192.0.2.1/x")) {
            assertFalse(new Destination(false).allows(URI.create(url)), url);
        }
        assertTrue(new Destination(false).allows(URI.create("https://192.0.2.1/x")));
        Reply refused = send("PUT", "/v1/webhook", lender, "{\"url\": \"https://10.0.0.1/x\"}");
        assertEquals("GH-BUREAU-007", refused.at("code"));
    }
}
