package glasshouse.bureau.serve;

import glasshouse.bureau.Settings;
import glasshouse.bureau.http.DevelopmentTokens;
import glasshouse.bureau.http.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What is said once the bureau serves: where, under which scheme, and, loudly, the development
/// tokens.
public final class Announcement {
    private static final String RULE = "!".repeat(78);

    private final String text;

    /// Writes the tokens, if there are any, into the data folder for shells to read.
    public Announcement(Serving serving, Settings settings) throws IOException {
        var header = serving.bureau().edition().scheme().header();
        var said = new StringBuilder();
        said.append("Serving ").append(header.title()).append(", version ");
        said.append(header.version()).append("\n  http://").append(settings.host()).append(':');
        said.append(serving.port()).append("/openapi.json says what can be asked\n");
        if (serving.development().isPresent()) {
            Map<String, String> tokens = tokens(serving.development().get(), settings);
            Path file = settings.dataFolder().resolve("dev-tokens");
            write(file, serving.port(), tokens);
            said.append('\n').append(RULE).append('\n');
            said.append("DEVELOPMENT TOKENS: whoever has one may do everything of its role. Never");
            said.append("\nuse --dev where real people are scored. They end with this process.\n");
            tokens.forEach(
                    (name, token) ->
                            said.append('\n').append(name).append('=').append(token).append('\n'));
            said.append("\nAlso in ").append(file).append(": run   . ").append(file).append('\n');
            said.append(RULE).append('\n');
        } else if (settings.issuer().isEmpty()) {
            said.append("  no issuer of tokens is configured: everything else answers 401\n");
        }
        text = said.toString();
    }

    public String text() {
        return text;
    }

    /// By the name of a shell variable: `ANN`, `STEWARD`.
    private static Map<String, String> tokens(DevelopmentTokens maker, Settings settings) {
        var tokens = new LinkedHashMap<String, String>();
        Instant now = Instant.now();
        for (String person : settings.developmentPersons()) {
            tokens.put(variable(person), maker.token(Role.PERSON, person, now));
        }
        for (Role role : Role.values()) {
            String subject =
                    switch (role) {
                        case FURNISHER -> DevelopmentTokens.FURNISHER;
                        case RELYING_PARTY -> DevelopmentTokens.RELYING_PARTY;
                        case PERSON -> "";
                        case STEWARD, AUDITOR, OPERATOR -> "dev-" + role.word();
                    };
            if (!subject.isEmpty()) {
                tokens.put(variable(role.word()), maker.token(role, subject, now));
            }
        }
        return tokens;
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static void write(Path file, int port, Map<String, String> tokens) throws IOException {
        var lines = new StringBuilder("BUREAU=http://127.0.0.1:" + port + "\n");
        tokens.forEach((name, token) -> lines.append(name).append('=').append(token).append('\n'));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, lines);
    }
}
