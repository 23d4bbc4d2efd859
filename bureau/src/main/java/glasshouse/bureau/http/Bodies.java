package glasshouse.bureau.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads what requests hold, within limits.
final class Bodies {
    private static final int MOST_JSON_BYTES = 64 * 1024;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Bodies() {}

    /// A JSON object of a known shape.
    static <T> T json(ServerRequest request, Class<T> shape, String example) throws IOException {
        return json(request, shape, example, MOST_JSON_BYTES);
    }

    /// One of so many bytes at most.
    static <T> T json(ServerRequest request, Class<T> shape, String example, int mostBytes)
            throws IOException {
        if (!media(request).isCompatibleWith(MediaType.APPLICATION_JSON)) {
            throw new Refused(
                    Problem.WRONG_MEDIA, "Send JSON, with Content-Type: application/json.");
        }
        byte[] bytes = plain(request, mostBytes).readAllBytes();
        try {
            T found = JSON.readValue(bytes, shape);
            if (found != null) {
                return found;
            }
        } catch (JacksonException | IllegalArgumentException notOne) {
            // What was sent is not repeated: it may be somebody's data.
        }
        throw new Refused(
                Problem.BAD_REQUEST, "The body is not as described; one that is: " + example);
    }

    /// The media type that a request declares.
    static MediaType media(ServerRequest request) {
        try {
            return request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        } catch (IllegalArgumentException none) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    /// The body, decompressed where it says that it is compressed, up to so many bytes either way.
    static InputStream plain(ServerRequest request, long mostBytes) throws IOException {
        String encoding = request.headers().firstHeader(HttpHeaders.CONTENT_ENCODING);
        Intake.Share share = Intake.of(request);
        InputStream raw = new Limited(request.servletRequest().getInputStream(), mostBytes, share);
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> raw;
            case "gzip" -> new Limited(gunzipped(raw), mostBytes, share);
            default ->
                    throw new Refused(
                            Problem.WRONG_MEDIA, "Content-Encoding is gzip, or none at all.");
        };
    }

    private static InputStream gunzipped(InputStream raw) {
        try {
            return new GZIPInputStream(raw, 1 << 16);
        } catch (IOException not) {
            throw new Refused(
                    Problem.BAD_REQUEST,
                    "Content-Encoding says gzip, and the body is not; compress it, or leave the"
                            + " header out.");
        }
    }

    /// A stream that refuses to go on after so many bytes, or where memory has no room for more.
    private static final class Limited extends FilterInputStream {
        private final long most;
        private final Intake.Share share;
        private long left;

        Limited(InputStream in, long most, Intake.Share share) {
            super(in);
            this.most = most;
            this.share = share;
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Refused(
                        Problem.TOO_LARGE,
                        "At most %s bytes are taken, decompressed; split it.".formatted(most));
            }
            share.take(bytes);
        }
    }
}
