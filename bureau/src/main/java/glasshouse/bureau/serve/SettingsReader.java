package glasshouse.bureau.serve;

import glasshouse.bureau.Settings;
import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Position;
import glasshouse.document.Problem;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the settings together: a flag goes before the environment, the environment before the file.
/// All problems are found at once.
///
/// A key of the file `data-dir` is `--data-dir` among the flags and `GLASSHOUSE_DATA_DIR` in the
/// environment.
public final class SettingsReader {
    /// What can be set.
    public static final List<String> KEYS =
            List.of("host", "port", "data-dir", "database-url", "issuer", "audience");

    private static final Fields.Codes CODES =
            new Fields.Codes("GH-CONFIG-002", "GH-CONFIG-003", "GH-CONFIG-004");
    private static final String NOT_YAML = "GH-CONFIG-001";
    private static final String WRONG_VALUE = "GH-CONFIG-004";
    private static final int MOST_PORT = 65_535;

    private final Problems problems = new Problems();
    private final Map<String, Given> given = new HashMap<>();
    private final Map<String, String> environment;

    private record Given(String value, Position position, String name) {}

    public SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /// Reads a configuration file.
    public void file(String name, String text) {
        Node.Table table = Yaml.table(name, text, NOT_YAML, problems);
        if (table == null) {
            return;
        }
        var fields = new Fields(table, "the configuration", CODES, problems);
        for (String key : KEYS) {
            Node.Text found = fields.text(key);
            if (found != null) {
                given.put(key, new Given(found.value(), found.position(), key));
            }
        }
        fields.done();
    }

    /// The settings with these flags; empty where there are problems.
    public Optional<Settings> read(Map<String, String> flags, List<String> developmentPersons) {
        for (String key : KEYS) {
            String variable = "GLASSHOUSE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
            put(key, environment.get(variable), variable);
            put(key, flags.get(key), "--" + key);
        }
        int port = port();
        Path data = folder("data-dir", home("XDG_DATA_HOME", ".local/share", "/var/lib"));
        String url = value("database-url", "");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            wrong("database-url", "does not begin with jdbc:postgresql:, as a URL of pgjdbc does");
        }
        String issuer = value("issuer", "");
        String audience = value("audience", "");
        if (!issuer.isEmpty() && !issuer.startsWith("https://")) {
            wrong("issuer", "is not an https:// address, as an OpenID provider's issuer is");
        }
        if (!issuer.isEmpty() && audience.isEmpty()) {
            wrong(
                    "issuer",
                    "needs audience beside it: the name under which tokens mean this bureau");
        }
        Path cache = home("XDG_CACHE_HOME", ".cache", "/var/cache");
        var settings =
                new Settings(
                        value("host", "127.0.0.1"),
                        port,
                        data,
                        cache,
                        url,
                        issuer,
                        audience,
                        developmentPersons);
        return problems.isEmpty() ? Optional.of(settings) : Optional.empty();
    }

    /// What is wrong.
    public List<Problem> problems() {
        return problems.inOrder();
    }

    private void put(String key, @Nullable String value, String name) {
        if (value != null) {
            given.put(key, new Given(value, Position.NOWHERE, name));
        }
    }

    private String value(String key, String otherwise) {
        Given found = given.get(key);
        return found == null ? otherwise : found.value();
    }

    private int port() {
        String text = value("port", "8080");
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > MOST_PORT) {
            wrong("port", "is not a number from 0 (any free port) to " + MOST_PORT);
        }
        return port;
    }

    private Path folder(String key, Path otherwise) {
        try {
            Given found = given.get(key);
            return found == null ? otherwise : Path.of(found.value());
        } catch (InvalidPathException notOne) {
            wrong(key, "is not the path of a folder");
            return otherwise;
        }
    }

    /// Where the system keeps such files: of one user, or, for root, of the machine.
    private Path home(String variable, String below, String ofRoot) {
        String stated = environment.getOrDefault(variable, "");
        String home = environment.getOrDefault("HOME", "");
        if (!stated.isEmpty()) {
            return Path.of(stated, "glasshouse");
        }
        boolean root = "root".equals(System.getProperty("user.name")) || home.isEmpty();
        return root ? Path.of(ofRoot, "glasshouse") : Path.of(home, below, "glasshouse");
    }

    private void wrong(String key, String what) {
        Given found = given.get(key);
        Position position = found == null ? Position.NOWHERE : found.position();
        String name = found == null ? key : found.name();
        problems.add(WRONG_VALUE, position, name + " " + what);
    }
}
