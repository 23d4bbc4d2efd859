package glasshouse.city.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads a request, and refuses one that another site made a browser send: pages here change the
/// city, and only they may.
final class Reader {
    /// The longest form.
    static final int MOST_BYTES = 256 << 10;

    private static final int MOST_FIELDS = 64;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Reader() {}

    static Asked read(HttpExchange exchange, Map<String, String> parts)
            throws IOException, Refused {
        Headers headers = exchange.getRequestHeaders();
        var fields = new HashMap<String, String>();
        String query = exchange.getRequestURI().getRawQuery();
        put(fields, query == null ? "" : query);
        if (exchange.getRequestMethod().equals("POST")) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new Refused(413, "A form has at most " + MOST_BYTES + " bytes.");
            }
            put(fields, new String(body, StandardCharsets.UTF_8));
        }
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parts,
                fields,
                cookies(header(headers, "Cookie")),
                header(headers, "Accept-Language"));
    }

    /// Refuses what was not asked of this machine by its name, or was sent from another site.
    static void guard(HttpExchange exchange) throws Refused {
        Headers headers = exchange.getRequestHeaders();
        String host = header(headers, "Host");
        if (!HERE.contains(host.replaceFirst(":[0-9]+$", ""))) {
            throw new Refused(403, "Ask this server by the name localhost.");
        }
        if (exchange.getRequestMethod().equals("POST")) {
            String site = header(headers, "Sec-Fetch-Site");
            boolean here = site.isEmpty() ? sameOrigin(headers, host) : site.equals("same-origin");
            if (!here) {
                throw new Refused(403, "Only the pages of this city may change it.");
            }
        }
    }

    private static boolean sameOrigin(Headers headers, String host) {
        String origin = header(headers, "Origin");
        return origin.isEmpty() || origin.equals("http://" + host);
    }

    static String header(Headers headers, String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }

    private static void put(Map<String, String> fields, String encoded) throws Refused {
        for (String field : encoded.split("&", MOST_FIELDS)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) throws Refused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(400, "The address or form is not encoded as one.");
        }
    }

    private static Map<String, String> cookies(String header) {
        var cookies = new HashMap<String, String>();
        for (String cookie : header.split("; *", MOST_FIELDS)) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
        }
        return cookies;
    }
}
