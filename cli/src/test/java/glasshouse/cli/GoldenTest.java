package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern TIME =
            Pattern.compile("(?<=\"seconds\": )[0-9.E-]+|[0-9.,]+(?= s,)|[0-9.,]+(?= records a)");

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
        var text = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(PROMPT)) {
                text.append(line).append('\n');
                text.append(run(words(line.substring(PROMPT.length())), fresh));
            } else if (line.startsWith("#")) {
                text.append(text.isEmpty() ? "" : "\n").append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    private static String run(List<String> words, Path fresh) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        String[] arguments =
                words.stream()
                        .map(word -> word.replace("DIR", fresh.toString()))
                        .map(word -> word.replaceFirst("^(examples|schemes|mappings)/", "../$1/"))
                        .toArray(String[]::new);
        int exit = Main.commandLine(terminal).execute(arguments);
        var text = new StringBuilder(exit == 0 ? "" : "[" + exit + "]\n");
        text.append(plain(out.toString(), fresh));
        plain(err.toString(), fresh).lines().forEach(line -> text.append("! " + line + "\n"));
        return text.toString();
    }

    private static String plain(String printed, Path fresh) {
        String home = Path.of("..").toAbsolutePath().normalize() + "/";
        String text = printed.replace(fresh.toString(), "DIR").replace(home, "").replace("../", "");
        return TIME.matcher(text.replace(System.lineSeparator(), "\n")).replaceAll("#");
    }
}
