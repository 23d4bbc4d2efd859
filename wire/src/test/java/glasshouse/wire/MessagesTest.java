package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import glasshouse.document.Problem;
import glasshouse.wire.mapping.MappingReader;
import glasshouse.wire.mapping.MappingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a person is told, word by word: each golden input beside its `.txt`.
final class MessagesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @Test
    void brokenMappings() throws Exception {
        for (String name : new String[] {"broken.yaml", "unbound.yaml"}) {
            String text = Files.readString(GOLDEN.resolve(name));
            MappingResult.Invalid invalid =
                    assertInstanceOf(MappingResult.Invalid.class, MappingReader.read(name, text));
            same(
                    name,
                    invalid.problems().stream()
                            .map(MessagesTest::line)
                            .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private static String line(Problem problem) {
        return problem.position().line()
                + ":"
                + problem.position().column()
                + " "
                + problem.code()
                + " "
                + problem.message();
    }

    @Test
    void brokenEvents() throws Exception {
        for (String name : new String[] {"broken.csv", "broken.ndjson"}) {
            Collected found = Sources.read(name, Files.readAllBytes(GOLDEN.resolve(name)));
            same(
                    name,
                    found.rejections.stream()
                            .map(r -> r.line() + " " + r.code() + " " + r.reason())
                            .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    /// Compares with the golden file; `-Dglasshouse.golden=write` writes it anew.
    private static void same(String name, String found) throws IOException {
        Path file = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.writeString(file, found);
        }
        assertEquals(Files.readString(file), found);
    }
}
