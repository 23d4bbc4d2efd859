package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The examples of the guide to the scheme language compile: the first as it stands, the others as
/// parts of it.
final class LanguageGuideTest {
    private static final Path GUIDE = Path.of("../docs/scheme-language.md");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        List<String> blocks =
                BLOCK.matcher(Files.readString(GUIDE))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertTrue(blocks.size() > 5);
        String first = blocks.getFirst();
        return IntStream.range(0, blocks.size())
                .mapToObj(
                        i -> {
                            String text = i == 0 ? first : Parts.whole(blocks.get(i), first);
                            return DynamicTest.dynamicTest(
                                    "example " + (i + 1), () -> compiles(text, first));
                        });
    }

    private static void compiles(String text, String first) {
        Library library =
                (name, _) ->
                        name.equals("tool-club")
                                ? Optional.of(new Library.Source("tool-club.yaml", first))
                                : Optional.empty();
        switch (SchemeCompiler.compile("example.yaml", text, library)) {
            case Compilation.Compiled _ -> {}
            case Compilation.Refused refused -> fail(refused.problems() + "\n" + text);
        }
    }
}
