package glasshouse.city.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;

/// Serves a table of routes and a set of files on this machine, a virtual thread a request.
///
/// Every answer forbids what no page here needs: scripts and styles within a page, anything loaded
/// from elsewhere, being framed.
public final class Server implements AutoCloseable {
    private static final int WORTH_PACKING = 1_400;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Route> routes;
    private final Assets assets;
    private final Trouble trouble;

    /// The page that says why there is no other; `detail` is for whoever wrote the request.
    @FunctionalInterface
    public interface Trouble {
        Answer page(Asked asked, int status, String detail);
    }

    private Server(HttpServer server, List<Route> routes, Assets assets, Trouble trouble) {
        this.server = server;
        this.routes = List.copyOf(routes);
        this.assets = assets;
        this.trouble = trouble;
    }

    /// Starts to serve on this machine only; port 0 takes a free one.
    public static Server start(int port, List<Route> routes, Assets assets, Trouble trouble)
            throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = new Server(HttpServer.create(address, 0), routes, assets, trouble);
        server.server.createContext("/", server::serve);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer = Answer.text(503, "The city is being closed.");
            } catch (RuntimeException defect) {
                System.getLogger(Server.class.getName())
                        .log(System.Logger.Level.ERROR, "a page failed", defect);
                answer = trouble.page(bare(exchange), 500, "This is a defect of glasshouse.");
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            Reader.guard(exchange);
            String path = exchange.getRequestURI().getPath();
            Optional<Answer> file = assets.find(path, packs(exchange));
            if (file.isPresent()) {
                return file.get();
            }
            String method = exchange.getRequestMethod().replace("HEAD", "GET");
            boolean known = false;
            for (Route route : routes) {
                Optional<Map<String, String>> parts = route.match(path);
                known |= parts.isPresent();
                if (parts.isPresent() && route.method().equals(method)) {
                    return route.reply().to(Reader.read(exchange, parts.get()));
                }
            }
            throw known
                    ? new Refused(405, "This address is not asked with " + method + ".")
                    : new Refused(404, "There is no such page.");
        } catch (Refused refused) {
            return trouble.page(bare(exchange), refused.status(), refused.detail());
        }
    }

    /// What can be said of a request that was not read.
    private static Asked bare(HttpExchange exchange) {
        try {
            return Reader.read(exchange, Map.of());
        } catch (IOException | Refused unreadable) {
            return new Asked("GET", "/", Map.of(), Map.of(), Map.of(), "");
        }
    }

    private static boolean packs(HttpExchange exchange) {
        return Reader.header(exchange.getRequestHeaders(), "Accept-Encoding").contains("gzip");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        answer.headers().forEach(headers::set);
        byte[] body = answer.body();
        boolean packed = answer.headers().containsKey("Content-Encoding");
        if (!packed && body.length > WORTH_PACKING && packs(exchange)) {
            headers.set("Content-Encoding", "gzip");
            body = Assets.pack(body, Deflater.BEST_SPEED);
        }
        headers.set("Vary", "Accept-Encoding, Accept-Language, Cookie");
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    /// Stops at once; who waits for the next day is told so.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
