package glasshouse.city.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a request is answered with. Nothing of it is stored on the way unless a header says so.
public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    public Answer {
        headers = Map.copyOf(headers);
    }

    /// A page.
    public static Answer page(int status, String html) {
        return new Answer(status, HTML, html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// A JSON document.
    public static Answer json(String json) {
        return new Answer(200, JSON, json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// Plain text, such as a short refusal to a script.
    public static Answer text(int status, String text) {
        return new Answer(status, TEXT, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// Bytes that a script of ours reads.
    public static Answer bytes(byte[] bytes) {
        return new Answer(200, BYTES, bytes, Map.of());
    }

    /// Done, and there is nothing to say.
    public static Answer nothing() {
        return new Answer(204, TEXT, new byte[0], Map.of());
    }

    /// Look there instead, with GET.
    public static Answer seeOther(String path) {
        return new Answer(303, TEXT, new byte[0], Map.of("Location", path));
    }

    /// The same with one more header.
    public Answer with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }
}
