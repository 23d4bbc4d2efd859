package glasshouse.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.document.Problem;
import glasshouse.lab.Kinds;
import glasshouse.lab.Schemes;
import glasshouse.lab.experiment.ExperimentReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The pages of the lab's codes tell the truth: the wrong example has that problem and no other and
/// says what the page says, the right one can be run.
///
/// `-Dglasshouse.golden=write` writes what is said now into the pages, for a reader to judge.
final class LabErrorPagesTest {
    private static final Path PAGES = Path.of("../docs/errors");
    private static final Path EXPERIMENTS = Path.of("../experiments");
    private static final Pattern BLOCK =
            Pattern.compile("```(yaml|text)\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Set<String> codes =
                Arrays.stream(LabCode.values())
                        .map(LabCode::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> pages =
                    files.map(file -> String.valueOf(file.getFileName()).replace(".md", ""))
                            .filter(name -> name.startsWith("GH-LAB-"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(codes, pages);
        }
    }

    @TestFactory
    Stream<DynamicTest> pages() {
        return Arrays.stream(LabCode.values())
                .map(code -> DynamicTest.dynamicTest(code.id(), () -> page(code)));
    }

    private static void page(LabCode code) throws IOException {
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
        assertEquals(List.of(), problems(blocks.get(2)), "the right example can be run");
        String said = problems.stream().map(LabErrorPagesTest::said).collect(Collectors.joining());
        if ("write".equals(System.getProperty("glasshouse.golden"))) {
            Files.writeString(file, page.replace("```text\n" + blocks.get(1), "```text\n" + said));
        } else {
            assertEquals(said, blocks.get(1));
        }
    }

    private static String said(Problem problem) {
        return "%d:%d %s\n"
                .formatted(
                        problem.position().line(), problem.position().column(), problem.message());
    }

    private static List<Problem> problems(String text) {
        var reader = new ExperimentReader(Kinds.ALL, Schemes.library());
        return switch (reader.read("example.yaml", text, EXPERIMENTS, Settings.none(1))) {
            case Reading.Read _ -> List.of();
            case Reading.Refused(List<Problem> problems) -> problems;
        };
    }

    @TestFactory
    Stream<DynamicTest> everyShippedExperimentCanBeRun() throws IOException {
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            List<Path> shipped =
                    files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            return shipped.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> runs(file)));
        }
    }

    private static void runs(Path file) throws IOException {
        String text = Files.readString(file);
        assertEquals(List.of(), problems(text));
        String name = String.valueOf(file.getFileName()).replace(".yaml", "");
        assertTrue(text.startsWith("experiment: " + name + "\n"), "it is called as its file");
    }
}
