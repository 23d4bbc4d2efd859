package glasshouse.bureau.http;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a bureau replied.
public record Reply(HttpResponse<String> response) {
    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /// A text by its path: `code`, `lines/0/kind`.
    public String at(String path) {
        return json().at("/" + path).asString();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
