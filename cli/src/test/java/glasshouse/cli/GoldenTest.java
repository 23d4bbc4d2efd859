package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Sessions with the command, as plain text: what is typed after `$ glasshouse`, then what it
/// prints (`! ` before a line of standard error, `[2]` for an exit code other than 0).
///
/// `-Dglasshouse.golden=write` writes what the commands print now into the files, for a reader to
/// judge. `DIR` is a fresh folder for each file; times and rates are written as `#`.
final class GoldenTest {
    private static final Path FILES = Path.of("src/test/golden");
    private static final String PROMPT = "$ glasshouse";

    @TempDir private Path folder;

    @TestFactory
    List<DynamicTest> sessions() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<DynamicTest> tests =
                    files.sorted()
                            .map(file -> DynamicTest.dynamicTest(name(file), () -> replay(file)))
                            .toList();
            assertTrue(!tests.isEmpty());
            return tests;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void replay(Path file) throws IOException {
        Path fresh = Files.createDirectory(folder.resolve(name(file)));
        String expected = Files.readString(file);
        String actual = session(expected.lines().toList(), fresh);
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.writeString(file, actual);
        } else {
            assertEquals(expected, actual);
        }
    }

    private static String session(List<String> lines, Path fresh) {
        var session = new Session(fresh, "DIR");
        var text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(PROMPT)) {
                text.append(line).append('\n');
                text.append(run(Session.words(line.substring(PROMPT.length())), session));
            } else if (line.startsWith("#")) {
                text.append(text.isEmpty() ? "" : "\n").append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static String run(List<String> words, Session session) {
        Session.Ran ran = session.run(words);
        var text = new StringBuilder(ran.exit() == 0 ? "" : "[" + ran.exit() + "]\n");
        text.append(Session.timeless(ran.out()));
        ran.err().lines().forEach(line -> text.append("! " + line + "\n"));
        return text.toString();
    }
}
