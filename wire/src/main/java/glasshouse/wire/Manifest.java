package glasshouse.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a lab run says of the files that it wrote: `manifest.json` in the run's folder, with the
/// SHA-256 of every table.
///
/// ```
/// {"format": "glasshouse-lab-run/1", "run": "spirals seed 7",
///  "files": [{"path": "events/seed-7.parquet", "bytes": 1024, "sha256": "…"}]}
/// ```
///
/// It keeps outside events out of a synthetic scheme by mistake, and changed ones by any means
/// short of writing a manifest: it is not signed, because the one who runs the lab holds whatever
/// key would sign it. What a run wrote can be proved by running it again (decision 10).
public record Manifest(String run, List<Listed> files) {
    public static final String NAME = "manifest.json";
    private static final String FORMAT = "glasshouse-lab-run/1";
    private static final long MOST_BYTES = 16L << 20;

    /// How far above a file its run's folder may be.
    private static final int MOST_LEVELS = 4;

    private static final JsonFactory JSON = new JsonFactory();

    /// A file of the run; `path` is relative to the run's folder, with `/`.
    public record Listed(String path, long bytes, String sha256) {}

    /// Whether a file is as a lab run wrote it.
    public sealed interface Verdict {
        /// It is; `run` names the run.
        record Verified(String run) implements Verdict {}

        /// It is not, or nothing says so.
        record Refused(String reason) implements Verdict {}
    }

    public Manifest {
        files = List.copyOf(files);
    }

    /// The manifest of these files of a run's folder, as they are now.
    public static Manifest of(Path folder, String run, List<Path> files) throws IOException {
        var listed = new TreeMap<String, Listed>();
        for (Path file : files) {
            String path = slashed(folder.toAbsolutePath().relativize(file.toAbsolutePath()));
            listed.put(path, new Listed(path, Files.size(file), sha256(file)));
        }
        return new Manifest(run, List.copyOf(listed.values()));
    }

    /// Writes `manifest.json` into a run's folder, whole or not at all.
    public void write(Path folder) throws IOException {
        Path unfinished = Files.createTempFile(folder, NAME, ".part");
        Files.writeString(unfinished, json());
        Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }

    private String json() {
        return JsonDocument.of(
                json ->
                        json.text("format", FORMAT)
                                .text("run", run)
                                .array(
                                        "files",
                                        files,
                                        file ->
                                                json.text("path", file.path())
                                                        .whole("bytes", file.bytes())
                                                        .text("sha256", file.sha256())));
    }

    /// Looks for the manifest that lists a file, in its folder or one of a few above, and compares.
    public static Verdict verify(Path file) throws IOException {
        Path real = file.toRealPath();
        Path folder = real.getParent();
        for (int level = 0; level < MOST_LEVELS && folder != null; level++) {
            Path manifest = folder.resolve(NAME);
            if (Files.isRegularFile(manifest)) {
                return verify(read(manifest), slashed(folder.relativize(real)), real);
            }
            folder = folder.getParent();
        }
        return new Verdict.Refused("no " + NAME + " of a lab run lies beside it");
    }

    private static Verdict verify(@Nullable Manifest manifest, String path, Path file)
            throws IOException {
        if (manifest == null) {
            return new Verdict.Refused("the " + NAME + " beside it is not one of a lab run");
        }
        for (Listed listed : manifest.files) {
            if (listed.path().equals(path)) {
                boolean same =
                        listed.bytes() == Files.size(file) && listed.sha256().equals(sha256(file));
                return same
                        ? new Verdict.Verified(manifest.run)
                        : new Verdict.Refused("it is not as the lab run wrote it");
            }
        }
        return new Verdict.Refused("the lab run's " + NAME + " does not list it");
    }

    /// The manifest in a file; null where it holds something else.
    static @Nullable Manifest read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            return parse(parser);
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            return null;
        }
    }

    private static @Nullable Manifest parse(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String format = "";
        String run = "";
        var files = new ArrayList<Listed>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("format")) {
                format = parser.getText();
            } else if (name.equals("run")) {
                run = parser.getText();
            } else if (name.equals("files") && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    files.add(listed(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        return format.equals(FORMAT) ? new Manifest(run, files) : null;
    }

    private static Listed listed(JsonParser parser) throws IOException {
        String path = "";
        long bytes = -1;
        String sha256 = "";
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "path" -> path = parser.getText();
                case "bytes" ->
                        bytes = token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : -1;
                case "sha256" -> sha256 = parser.getText();
                default -> parser.skipChildren();
            }
        }
        return new Listed(path, bytes, sha256);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var digested = new DigestInputStream(in, digest)) {
                digested.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
