package glasshouse.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The version this was built as, for `--version`.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"glasshouse " + built()};
    }

    /// The version alone.
    static String built() throws IOException {
        Properties about = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("about.properties")) {
            about.load(Objects.requireNonNull(in, "about.properties is not in the jar"));
        }
        return String.valueOf(about.getProperty("version"));
    }
}
