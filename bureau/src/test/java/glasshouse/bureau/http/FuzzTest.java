package glasshouse.bureau.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import glasshouse.bureau.Shared;
import glasshouse.bureau.log.Lines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Requests made from the service's own description, by thousands: none is answered by a failure,
/// none tells of the inside or of others, none gets in whom the description keeps out, and the
/// ledger proves itself at the end.
///
/// Two thousand are usual; `-Dglasshouse.fuzz.requests=200000` goes on for long, and
/// `-Dglasshouse.seed=N` begins where a failure was.
final class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("glasshouse.fuzz.requests", 2000);
    private static final long SEED = Long.getLong("glasshouse.seed", System.nanoTime());

    /// What only Bob and the staff may see; it stands in his events and disputes.
    private static final String SECRET = "only-bob-knows";

    private static final List<String> INSIDE =
            List.of(
                    "Exception:",
                    "java.",
                    "glasshouse.bureau",
                    "springframework",
                    "Tomcat",
                    "\tat ",
                    "PSQL",
                    "select ",
                    "stacktrace");

    /// Somebody with a token.
    private record Somebody(String token, Set<String> roles, String subject) {
        boolean maySeeBob() {
            return subject.equals("bob")
                    || subject.equals(DevelopmentTokens.FURNISHER)
                    || roles.stream().anyMatch(List.of("steward", "auditor")::contains);
        }
    }

    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noRequestBreaksIntoOrOutOfTheBureau() throws IOException {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try (Client client =
                Client.of(Shared.edition("examples/lender/lender.yaml"), InstantSource.system())) {
            List<Somebody> everybody = everybody(client);
            bobsLife(client, everybody.getFirst());
            var scribbler = new Scribbler(client.get("/openapi.json", "").json(), random);
            assertTrue(scribbler.operations() > 20);
            for (int i = 0; i < REQUESTS && wrong.isEmpty(); i++) {
                Somebody who = everybody.get(random.nextInt(everybody.size()));
                attempt(client, who, scribbler.next());
            }
            assertEquals(List.of(), wrong, "seed " + SEED);
            for (int status : List.of(200, 400, 401, 403, 404, 405, 415)) {
                assertTrue(statuses.containsKey(status), "tried everything? " + statuses);
            }
            assertEquals(List.of(), client.serving().bureau().verify().differences());
            assertEquals(List.of(), client.serving().bureau().replay().differences());
        } finally {
            root.detachAppender(log);
        }
        for (ILoggingEvent each : log.list) {
            String line = new String(new Lines().encode(each), StandardCharsets.UTF_8);
            assertTrue(!line.contains(SECRET) && !line.contains("failed: "), line);
        }
    }

    private static List<Somebody> everybody(Client client) {
        var everybody = new ArrayList<Somebody>();
        everybody.add(new Somebody(client.token(Role.PERSON, "bob"), Set.of("person"), "bob"));
        everybody.add(new Somebody(client.token(Role.PERSON, "ann"), Set.of("person"), "ann"));
        for (Role role : List.of(Role.STEWARD, Role.AUDITOR, Role.OPERATOR)) {
            everybody.add(new Somebody(client.token(role, "staff"), Set.of(role.word()), "staff"));
        }
        for (Role role : List.of(Role.FURNISHER, Role.RELYING_PARTY)) {
            for (String name :
                    List.of(
                            role == Role.FURNISHER
                                    ? DevelopmentTokens.FURNISHER
                                    : DevelopmentTokens.RELYING_PARTY,
                            "stranger")) {
                everybody.add(new Somebody(client.token(role, name), Set.of(role.word()), name));
            }
        }
        everybody.add(new Somebody("", Set.of(), ""));
        everybody.add(new Somebody("nonsense.nonsense.nonsense", Set.of(), ""));
        return everybody;
    }

    /// Bob is enrolled, has an event and a dispute, and was asked about.
    private static void bobsLife(Client client, Somebody bob) {
        String json = "application/json";
        String consents = "{\"sources\": [\"dev-furnisher\"], \"services\": [\"loan\"]}";
        assertEquals(
                200, client.post("/v1/people/bob/enrolment", bob.token(), json, consents).status());
        String event =
                """
                {"specversion":"1.0","source":"dev-furnisher","id":"%s","type":"loan.opened",\
                "subject":"bob","time":"2026-01-02T10:00:00Z"}"""
                        .formatted(SECRET);
        String furnisher = client.token(Role.FURNISHER, DevelopmentTokens.FURNISHER);
        assertEquals("1", client.post("/v1/events", furnisher, json, event).at("accepted"));
        String dispute =
                "{\"event\": {\"source\": \"dev-furnisher\", \"id\": \"%s\"}, \"words\": \"%s\"}"
                        .formatted(SECRET, SECRET);
        assertEquals(
                200, client.post("/v1/people/bob/disputes", bob.token(), json, dispute).status());
    }

    private void attempt(Client client, Somebody who, Scribbler.Scribble scribble) {
        HttpRequest.Builder request = client.request(scribble.target(), who.token());
        if (!scribble.media().isEmpty()) {
            request.header("Content-Type", scribble.media());
        }
        if (!scribble.encoding().isEmpty()) {
            request.header("Content-Encoding", scribble.encoding());
        }
        request.method(scribble.method(), HttpRequest.BodyPublishers.ofByteArray(scribble.body()));
        Reply reply = client.send(request);
        int _ = statuses.merge(reply.status(), 1, Integer::sum);
        String said =
                "%s %s by %s: %s %s"
                        .formatted(
                                scribble.method(),
                                scribble.target(),
                                who.subject() + who.roles(),
                                reply.status(),
                                reply.body());
        boolean failed = reply.status() >= 500;
        boolean leaks = INSIDE.stream().anyMatch(reply.body()::contains);
        boolean tells = reply.body().contains(SECRET) && !who.maySeeBob();
        if (failed || leaks || tells || entered(who, scribble, reply) || unsaid(scribble, reply)) {
            wrong.add(said);
        }
    }

    /// Whether somebody got in whom the description, or another's name in the path, keeps out.
    private static boolean entered(Somebody who, Scribbler.Scribble scribble, Reply reply) {
        Set<String> roles = scribble.operation().roles();
        boolean in =
                reply.status() < 300 && scribble.method().equals(scribble.operation().method());
        boolean named = roles.isEmpty() || roles.stream().anyMatch(who.roles()::contains);
        boolean another =
                who.roles().equals(Set.of("person"))
                        && scribble.operation().path().contains("{person}")
                        && !scribble.person().equals(who.subject());
        return in && (!named || another);
    }

    /// Whether a refusal is not a problem with a code.
    private static boolean unsaid(Scribbler.Scribble scribble, Reply reply) {
        return reply.status() >= 400
                && !scribble.method().equals("HEAD")
                && !(reply.header("Content-Type").startsWith("application/problem+json")
                        && reply.at("code").startsWith("GH-"));
    }

    @Test
    void whatIsNoHttpTellsNothingOfTheInside() throws IOException {
        try (Client client =
                Client.of(Shared.edition("examples/lender/lender.yaml"), InstantSource.system())) {
            for (String raw :
                    List.of(
                            "nonsense\r\n\r\n",
                            "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET /v1/people/%zz/score HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET /v1/people/%00/score HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET /v1/people/a%2fb/score HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET //../health HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                            "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
                            "GET /health HTTP/1.1\r\n\r\n",
                            "TRACE /health HTTP/1.1\r\nHost: x\r\n\r\n",
                            "GET /health HTTP/1.1\r\nHost: x\r\nX: "
                                    + "x".repeat(20_000)
                                    + "\r\n\r\n",
                            "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                            "POST /v1/events HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n",
                            "GET /health;jsessionid=1 HTTP/1.1\r\nHost: x\r\n\r\n")) {
                String reply = raw(client.serving().port(), raw);
                for (String inside : INSIDE) {
                    assertTrue(!reply.contains(inside), raw + "\n" + reply);
                }
                assertTrue(!reply.contains(" 500 "), raw + "\n" + reply);
            }
        }
    }

    private static String raw(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            byte[] reply = socket.getInputStream().readNBytes(100_000);
            return new String(reply, StandardCharsets.UTF_8);
        }
    }
}
