package glasshouse.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the project: those git tracks or would track, or without git all but build output.
final class SourceTree {
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "node_modules");
    private static final int BINARY_PROBE_BYTES = 8000;

    private SourceTree() {}

    /// The project's root: the nearest folder above the working folder that has `mvnw`.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("no mvnw in or above the working folder");
        }
        return folder;
    }

    /// All files, by their path from the root, in order.
    static List<Path> files() {
        Path root = root();
        List<Path> listed = Files.exists(root.resolve(".git")) ? listedByGit(root) : List.of();
        return listed.isEmpty() ? walked(root) : listed;
    }

    /// The Java files, by their path from the root, in order.
    static List<Path> javaFiles() {
        return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /// The lines of a file, or none if it is not text.
    static List<String> lines(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(root().resolve(file));
            for (int index = 0; index < Math.min(bytes.length, BINARY_PROBE_BYTES); index++) {
                if (bytes[index] == 0) {
                    return List.of();
                }
            }
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> listedByGit(Path root) {
        try {
            Process git =
                    new ProcessBuilder("git", "ls-files", "-z", "-c", "-o", "--exclude-standard")
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(names.split("\0", -1))
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .filter(file -> Files.isRegularFile(root.resolve(file)))
                    .sorted()
                    .distinct()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    private static List<Path> walked(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(SourceTree::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (LEFT_OUT.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
