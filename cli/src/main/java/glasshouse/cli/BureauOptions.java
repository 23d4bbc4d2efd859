package glasshouse.cli;

import glasshouse.bureau.Settings;
import glasshouse.bureau.serve.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a bureau keeps everything.
final class BureauOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where the bureau's own PostgreSQL keeps everything.")
    @Nullable String dataFolder;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL to use instead: jdbc:postgresql://host/name?user=…")
    @Nullable String databaseUrl;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file (.yaml) with any of the keys below.")
    @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any of the keys below; repeatable.")
    Map<String, String> set = Map.of();

    /// The settings, with these flags beside those of the options.
    Settings settings(Map<String, String> flags, List<String> developmentPersons) throws Refusal {
        var reader = new SettingsReader(System.getenv());
        Path file = config;
        if (file != null) {
            try {
                reader.file(file.toString(), Files.readString(file));
            } catch (IOException unreadable) {
                throw new Refusal("The configuration " + file + " cannot be read as text.");
            }
        }
        set.forEach(flags::putIfAbsent);
        put(flags, "data-dir", dataFolder);
        put(flags, "database-url", databaseUrl);
        return reader.read(flags, developmentPersons)
                .orElseThrow(
                        () -> Refusal.of("The bureau cannot be set up so:", reader.problems()));
    }

    static void put(Map<String, String> flags, String key, @Nullable String value) {
        if (value != null) {
            flags.put(key, value);
        }
    }
}
