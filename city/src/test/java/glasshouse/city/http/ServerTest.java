package glasshouse.city.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Requests as bytes: what a browser would never send comes too.
final class ServerTest {
    private Server server;

    ServerTest() throws IOException {
        var routes =
                List.of(
                        Route.get(
                                "/hello/{person}",
                                a -> Answer.text(200, "" + a.person("person", 9))),
                        Route.post("/change", a -> Answer.text(200, a.word("what"))),
                        Route.get(
                                "/defect",
                                _ -> {
                                    throw new IllegalStateException("secret");
                                }));
        var assets = new Assets("/glasshouse/city/assets", List.of("mark.svg"));
        server =
                Server.start(0, routes, assets, (_, status, detail) -> Answer.text(status, detail));
    }

    @BeforeEach
    void serves() {
        assertTrue(server.port() > 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String ask(String line, String headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String host = headers.contains("Host:") ? "" : "Host: localhost:1\r\n";
            String all =
                    line
                            + " HTTP/1.1\r\n"
                            + host
                            + "Connection: close\r\n"
                            + headers
                            + "Content-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
            socket.setSoTimeout(10_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    }

    @Test
    void aRouteAnswersWithItsPart() throws IOException {
        String answer = ask("GET /hello/7", "", "");
        assertStatus(200, answer);
        assertTrue(answer.endsWith("7"));
    }

    @Test
    void everyAnswerForbidsWhatIsNotNeeded() throws IOException {
        for (String path : List.of("/hello/7", "/nothing", "/defect")) {
            String answer = ask("GET " + path, "", "");
            assertTrue(answer.contains("default-src 'none'; script-src 'self'"), answer);
        }
    }

    @Test
    void whoIsNotThereIsNotFound() throws IOException {
        for (String person : List.of("9", "-1", "x", "99999999999", "")) {
            assertStatus(404, ask("GET /hello/" + person, "", ""));
        }
        assertStatus(405, ask("GET /change", "", ""));
    }

    @Test
    void anotherNameOfThisMachineIsRefused() throws IOException {
        assertStatus(403, ask("GET /hello/7", "Host: evil.example\r\n", ""));
        assertStatus(200, ask("GET /hello/7", "Host: 127.0.0.1:8484\r\n", ""));
    }

    @Test
    void onlyPagesOfThisCityChangeIt() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        assertStatus(200, ask("POST /change", form + "Sec-Fetch-Site: same-origin\r\n", "what=a"));
        assertStatus(200, ask("POST /change", form, "what=a"));
        assertStatus(200, ask("POST /change", form + "Origin: http://localhost:1\r\n", "what=a"));
        assertStatus(403, ask("POST /change", form + "Sec-Fetch-Site: cross-site\r\n", "what=a"));
        assertStatus(403, ask("POST /change", form + "Origin: http://evil.example\r\n", "what=a"));
        assertStatus(403, ask("POST /change", form + "Origin: null\r\n", "what=a"));
        assertStatus(403, ask("POST /change", form + "Origin: ::\r\n", "what=a"));
    }

    @Test
    void whatIsTooLongOrNotEncodedIsRefused() throws IOException {
        String long101 = "what=" + "a".repeat(101);
        assertStatus(400, ask("POST /change", "", long101));
        assertStatus(400, ask("POST /change", "", "what=%zz"));
        assertStatus(413, ask("POST /change", "", "a".repeat(Reader.MOST_BYTES + 1)));
    }

    @Test
    void aDefectTellsNothing() throws IOException {
        String answer = ask("GET /defect", "", "");
        assertStatus(500, answer);
        assertTrue(!answer.contains("secret"));
    }

    @Test
    void filesAreFoundByTheirFingerprintAndKeptForEver() throws IOException {
        var assets = new Assets("/glasshouse/city/assets", List.of("mark.svg"));
        String answer = ask("GET " + assets.address("mark.svg"), "", "");
        assertStatus(200, answer);
        assertTrue(answer.contains("immutable"));
        assertEquals(1, answer.split("<svg", -1).length - 1);
        assertStatus(404, ask("GET /assets/000000000000/mark.svg", "", ""));
        assertStatus(404, ask("GET /assets/../http/Server.class", "", ""));
    }
}
