package glasshouse.bureau.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The user of the operating system who owns the data and runs PostgreSQL: whoever runs the bureau,
/// or, since PostgreSQL refuses to run as root, an unprivileged one.
record Keeper(@Nullable String uid, @Nullable String gid) {
    private static final List<String> CANDIDATES = List.of("glasshouse", "postgres", "nobody");

    /// Chooses: `glasshouse`, `postgres` or `nobody` when run by root, nobody else otherwise.
    static Keeper find() throws IOException, InterruptedException {
        if (!"0".equals(said("id", "-u").orElse("")) || Files.notExists(Path.of("/proc/self"))) {
            return new Keeper(null, null);
        }
        for (String name : CANDIDATES) {
            Optional<String> uid = said("id", "-u", name);
            Optional<String> gid = said("id", "-g", name);
            if (uid.isPresent() && gid.isPresent()) {
                return new Keeper(uid.get(), gid.get());
            }
        }
        throw new IOException("root may not run PostgreSQL, and there is no user nobody");
    }

    boolean isAnother() {
        return uid != null;
    }

    /// The words that run a program as this user.
    List<String> words(Path program, String... arguments) {
        var words = new ArrayList<String>();
        if (uid != null) {
            words.addAll(
                    List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
        }
        words.add(program.toString());
        words.addAll(List.of(arguments));
        return words;
    }

    /// Makes a folder that is this user's alone.
    void own(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (uid != null && said("chown", uid + ":" + gid, folder.toString()).isEmpty()) {
            throw new IOException("could not give " + folder + " to user " + uid);
        }
    }

    /// Whether this user can reach a folder from the root of the file system.
    boolean reaches(Path folder) throws IOException, InterruptedException {
        if (uid == null) {
            return true;
        }
        var words = words(Path.of("test"), "-x", folder.toString());
        return said(words.toArray(new String[0])).isPresent();
    }

    /// The last line that a short program prints; empty where it fails.
    static Optional<String> said(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String last = "";
        try (var reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                last = line;
            }
        }
        return process.waitFor() == 0 ? Optional.of(last.strip()) : Optional.empty();
    }
}
