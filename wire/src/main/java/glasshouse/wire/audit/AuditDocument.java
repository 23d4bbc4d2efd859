package glasshouse.wire.audit;

import glasshouse.wire.result.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The frame of the audit's pages: self-contained, for a phone, a screen or paper, light and dark,
/// without scripts and without anything loaded from elsewhere.
final class AuditDocument {
    private static final String CSS = css();

    private AuditDocument() {}

    static String of(String title, CharSequence body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" \
                content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """
                .formatted(Html.text(title), CSS, body);
    }

    private static String css() {
        try (InputStream in = AuditDocument.class.getResourceAsStream("audit.css")) {
            Objects.requireNonNull(in, "audit.css is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
