package glasshouse.bureau.http;

import glasshouse.wire.result.JsonDocument;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// Why a request is refused, as RFC 9457 has it: `type`, `title`, `status`, `detail`, and `code`,
/// which is stable and has a page in `docs/errors`.
public enum Problem {
    NO_TOKEN(1, 401, "A token or key is needed"),
    BAD_TOKEN(2, 401, "The token or key is not valid"),
    NOT_ALLOWED(3, 403, "This role may not do that"),
    NOT_YOURS(4, 403, "These are somebody else's data"),
    NOT_FOUND(5, 404, "There is nothing here"),
    WRONG_METHOD(6, 405, "This method is not offered here"),
    BAD_REQUEST(7, 400, "The request cannot be understood"),
    TOO_LARGE(8, 413, "The request is too large"),
    WRONG_MEDIA(9, 415, "This kind of content is not taken"),
    BUSY(10, 429, "Too much at once"),
    DEFECT(11, 500, "The bureau failed"),
    UNAVAILABLE(12, 503, "The database does not answer"),
    OTHER_PURPOSE(13, 403, "This is not the declared purpose"),
    NOT_CONSENTED(14, 403, "The person does not allow this"),
    NOT_NOW(15, 409, "This cannot be done as things stand"),
    NOT_A_SCHEME(16, 422, "The scheme does not compile");

    private final int number;
    private final int status;
    private final String title;

    Problem(int number, int status, String title) {
        this.number = number;
        this.status = status;
        this.title = title;
    }

    public String code() {
        return String.format(Locale.ROOT, "GH-BUREAU-%03d", number);
    }

    public int status() {
        return status;
    }

    /// The response; `detail` says what was found, what is allowed and what to do, without
    /// anybody's data.
    public ServerResponse because(String detail) {
        return response(detail).body(body(detail));
    }

    ServerResponse.BodyBuilder response(String detail) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    String body(String detail) {
        return body(detail, _ -> {});
    }

    /// With members of its own, as RFC 9457 allows.
    String body(String detail, JsonDocument.Content more) {
        return JsonDocument.of(
                json -> {
                    json.text("type", "urn:glasshouse:error:" + code())
                            .text("title", title)
                            .whole("status", status)
                            .text("code", code())
                            .text("detail", detail);
                    more.write(json);
                });
    }
}
