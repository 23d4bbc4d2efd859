package glasshouse.bureau.serve;

import glasshouse.bureau.Limits;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the settings together: a flag goes before the environment, the environment before the file.
/// All problems are found at once.
///
/// A key of the file `data-dir` is `--data-dir` among the flags and `GLASSHOUSE_DATA_DIR` in the
/// environment.
public final class SettingsReader {
    /// What can be set.
    public static final List<String> KEYS =
            List.of(
                    "host",
                    "port",
                    "data-dir",
                    "database-url",
                    "issuer",
                    "audience",
                    "organisation-rate",
                    "person-rate",
                    "body-megabytes");

    /// Those that have a flag of their own; the others go by `--set`.
    private static final Set<String> FLAGS = Set.of("host", "port", "data-dir", "database-url");

    private static final String NOT_YAML = "GH-CONFIG-001";
    private static final String UNKNOWN = "GH-CONFIG-002";
    private static final Fields.Codes CODES =
            new Fields.Codes(UNKNOWN, "GH-CONFIG-003", "GH-CONFIG-004");
    private static final String WRONG_VALUE = "GH-CONFIG-004";
    private static final int MOST_PORT = 65_535;
    private static final int MOST_RATE = 1_000_000;
    private static final int MOST_MEGABYTES = 65_536;

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
            put(key, flags.get(key), "--" + (FLAGS.contains(key) ? key : "set " + key));
        }
        flags.keySet().stream().filter(key -> !KEYS.contains(key)).sorted().forEach(this::unknown);
        int port = whole("port", 8080, new Range(0, MOST_PORT, "0 takes any free one"));
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
                        limits(),
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

    private record Range(int least, int most, String note) {}

    private int whole(String key, int otherwise, Range range) {
        Given found = given.get(key);
        if (found == null) {
            return otherwise;
        }
        int number = found.value().matches("\\d{1,9}") ? Integer.parseInt(found.value()) : -1;
        if (number < range.least() || number > range.most()) {
            wrong(
                    key,
                    "is not a whole number from %s to %s (%s)"
                            .formatted(range.least(), range.most(), range.note()));
            return otherwise;
        }
        return number;
    }

    private Limits limits() {
        Limits usual = Limits.usual();
        var rate = new Range(0, MOST_RATE, "requests a second, 0 for no limit");
        var megabytes = new Range(64, MOST_MEGABYTES, "bodies of all requests under way");
        return new Limits(
                whole("organisation-rate", usual.organisationRate(), rate),
                whole("person-rate", usual.personRate(), rate),
                whole("body-megabytes", usual.bodyMegabytes(), megabytes));
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

    private void unknown(String key) {
        problems.add(
                UNKNOWN,
                Position.NOWHERE,
                "--set %s is not known; keys are %s".formatted(key, String.join(", ", KEYS)));
    }

    private void wrong(String key, String what) {
        Given found = given.get(key);
        Position position = found == null ? Position.NOWHERE : found.position();
        String name = found == null ? key : found.name();
        problems.add(WRONG_VALUE, position, name + " " + what);
    }
}
