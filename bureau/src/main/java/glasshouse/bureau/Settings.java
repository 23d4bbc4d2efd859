package glasshouse.bureau;

import java.nio.file.Path;
import java.util.List;

/// How a bureau is to run: all of it decided, from flags, environment and file.
///
/// `databaseUrl` and `issuer` are empty where none is given: then the bureau starts a PostgreSQL of
/// its own in `dataFolder`, and lets nobody in. `developmentPersons` are those for whom development
/// tokens are made; none where it is not for development.
public record Settings(
        String host,
        int port,
        Path dataFolder,
        Path cacheFolder,
        String databaseUrl,
        String issuer,
        String audience,
        Limits limits,
        List<String> developmentPersons) {
    public Settings {
        developmentPersons = List.copyOf(developmentPersons);
    }

    public boolean forDevelopment() {
        return !developmentPersons.isEmpty();
    }
}
