package glasshouse.wire.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What all pages have around them: one self-contained document without scripts, which loads
/// nothing from elsewhere.
public final class Shell {
    /// The end of a page.
    public static final String CLOSE = "</main>\n</body>\n</html>\n";

    private Shell() {}

    /// The page up to its first content; `title` is plain text.
    public static String open(String title, String style) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta http-equiv="Content-Security-Policy" \
        content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        """
                .formatted(Html.text(title), style);
    }

    /// A style sheet of this package.
    static String style(String name) {
        return style(Shell.class, name);
    }

    /// A style sheet that lies beside a class.
    public static String style(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            Objects.requireNonNull(in, () -> name + " is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
