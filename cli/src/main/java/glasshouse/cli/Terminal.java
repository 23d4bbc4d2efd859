package glasshouse.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a command prints: the result to `out`, everything else to `err`.
///
/// `colour` says whether `out` may be coloured, `live` whether somebody watches `err`.
record Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {
    /// The streams of this process, in UTF-8. No colour where `NO_COLOR` is set, the terminal is
    /// `dumb` or the output goes elsewhere.
    static Terminal ofProcess(Map<String, String> environment) {
        return ofProcess(environment, new FileOutputStream(FileDescriptor.out));
    }

    static Terminal ofProcess(Map<String, String> environment, OutputStream out) {
        boolean plain =
                !environment.getOrDefault("NO_COLOR", "").isEmpty()
                        || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(
                writer(out),
                writer(new FileOutputStream(FileDescriptor.err)),
                !plain && isTerminal(1),
                isTerminal(2));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /// Java knows of a console only for input and output together; Linux tells them apart.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return Objects.requireNonNull(System.console()).isTerminal();
        }
    }

    /// Hands an answer over: to a file, or to `out` where there is none.
    void deliver(String answer, @Nullable Path file) throws Refusal {
        if (file == null) {
            out.print(answer);
            out.flush();
        } else {
            Outlet.write(file, answer);
            err.println("Written: " + file);
        }
    }

    /// The terminal that an answer is drawn for: without colour where it goes to a file.
    Terminal drawing(@Nullable Path file) {
        return file == null ? this : new Terminal(out, err, false, live);
    }

    /// Text in a colour `#rrggbb`, where colour is shown.
    String coloured(String text, String hex) {
        if (!colour || !hex.matches("#[0-9a-fA-F]{6}")) {
            return text;
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return "\u001b[38;2;%d;%d;%dm%s\u001b[0m"
                .formatted(rgb >> 16, rgb >> 8 & 255, rgb & 255, text);
    }

    String bold(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String dim(String text) {
        return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /// A text from outside, without what would steer the terminal.
    static String safe(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .map(point -> steers(point) ? 0xFFFD : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean steers(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
