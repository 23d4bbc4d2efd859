package glasshouse.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.document.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages of the scheme's codes tell the truth: the wrong example has that problem and no other
/// and says what the page says, the right one compiles.
///
/// `-Dglasshouse.golden=write` writes what is said now into the pages, for a reader to judge.
final class ErrorPagesTest {
    private static final Path PAGES = Path.of("../docs/errors");
    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|text)\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Set<String> codes =
                Arrays.stream(Code.values())
                        .map(Code::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> pages =
                    files.map(file -> String.valueOf(file.getFileName()).replace(".md", ""))
                            .filter(name -> name.startsWith("GH-SCHEME-"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(codes, pages);
        }
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return Arrays.stream(Code.values())
                .map(code -> DynamicTest.dynamicTest(code.id(), () -> page(code)));
    }

    private static void page(Code code) throws IOException {
        Path file = PAGES.resolve(code.id() + ".md");
        String page = Files.readString(file);
        assertTrue(page.startsWith("# " + code.id() + ": "), "the title");
        List<String> blocks = BLOCK.matcher(page).results().map(found -> found.group(2)).toList();
        assertEquals(3, blocks.size(), "wrong, what it says, right");
        List<Problem> problems = problems(blocks.get(0));
        assertEquals(
                Set.of(code.id()),
                problems.stream().map(Problem::code).collect(Collectors.toSet()),
                problems::toString);
        assertEquals(List.of(), problems(blocks.get(2)), "the right example compiles");
        String said = problems.stream().map(ErrorPagesTest::said).collect(Collectors.joining());
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.writeString(file, page.replace("```text\n" + blocks.get(1), "```text\n" + said));
        } else {
            assertEquals(said, blocks.get(1));
        }
    }

    private static String said(Problem problem) {
        String citation = problem.citation() == null ? "" : " (" + problem.citation() + ")";
        return "%d:%d %s%s%n"
                .formatted(
                        problem.position().line(),
                        problem.position().column(),
                        problem.message(),
                        citation);
    }

    private static List<Problem> problems(String part) throws IOException {
        String example = Files.readString(PAGES.resolve("example.yaml"));
        Library library = (name, _) -> example(name, example);
        return switch (SchemeCompiler.compile("part.yaml", Parts.whole(part, example), library)) {
            case Compilation.Compiled _ -> List.of();
            case Compilation.Refused refused -> refused.problems();
        };
    }

    private static Optional<Library.Source> example(String name, String text) {
        return name.equals("example")
                ? Optional.of(new Library.Source("example.yaml", text))
                : Optional.empty();
    }
}
