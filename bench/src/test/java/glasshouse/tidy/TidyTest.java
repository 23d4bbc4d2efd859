package glasshouse.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a reviewer would otherwise have to say again and again. Each failure names file and line.
///
/// The words looked for are spelled in halves, so that this file does not find itself.
final class TidyTest {
    private static final int MOST_LINES = 500;
    private static final int MOST_COLUMNS = 100;
    private static final Pattern VAGUE_PACKAGE =
            Pattern.compile(".*/(util|utils|common|impl|manager|managers|helper|helpers)/.*");
    private static final Pattern LEFTOVER =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern SKIPPED_OR_MOCKED =
            Pattern.compile("@Dis" + "abled\\b|import (static )?org\\.moc" + "kito");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\s*\\.\\s*sl" + "eep\\b");
    private static final Pattern LOCAL_FORMAT =
            Pattern.compile("\".*%[-#+0,(]*\\d*(\\.\\d+)?[a-rt-zA-Z].*\"");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w./-])/(wo" + "rk|ro" + "ot)/");

    @Test
    void noJavaFileIsTooLong() {
        List<String> found = new ArrayList<>();
        for (Path file : SourceTree.javaFiles()) {
            int lineCount = SourceTree.lines(file).size();
            if (lineCount > MOST_LINES) {
                found.add(file + ": " + lineCount + " lines, at most " + MOST_LINES);
            }
        }
        assertNone(found);
    }

    @Test
    void noJavaLineIsTooWide() {
        assertNone(
                linesWhere(
                        SourceTree.javaFiles(),
                        line ->
                                line.codePointCount(0, line.length()) > MOST_COLUMNS
                                        && !line.startsWith("import ")));
    }

    @Test
    void noPackageHasAVagueName() {
        List<String> found = new ArrayList<>();
        for (Path file : SourceTree.javaFiles()) {
            if (VAGUE_PACKAGE.matcher(slashed(file)).matches()) {
                found.add(file + ": package by noun");
            }
        }
        assertNone(found);
    }

    @Test
    void nothingIsLeftForLater() {
        assertNone(linesWhere(SourceTree.files(), LEFTOVER.asPredicate()));
    }

    @Test
    void noTestIsSkippedOrMocked() {
        assertNone(linesWhere(SourceTree.javaFiles(), SKIPPED_OR_MOCKED.asPredicate()));
    }

    @Test
    void noTestSleeps() {
        List<Path> tests =
                SourceTree.javaFiles().stream()
                        .filter(file -> slashed(file).contains("/src/test/"))
                        .toList();
        assertTrue(!tests.isEmpty());
        assertNone(linesWhere(tests, SLEEP.asPredicate()));
    }

    @Test
    void noFileNamesAFolderOfOneMachine() {
        assertNone(linesWhere(SourceTree.files(), MACHINE_PATH.asPredicate()));
    }

    /// The default locale decides how every other conversion looks.
    @Test
    void coreFillsInTextByPercentSOnly() {
        List<Path> core =
                SourceTree.javaFiles().stream()
                        .filter(file -> slashed(file).startsWith("core/src/main/"))
                        .toList();
        assertTrue(!core.isEmpty());
        assertNone(linesWhere(core, LOCAL_FORMAT.asPredicate()));
    }

    @Test
    void noFileHasTabs() {
        assertNone(linesWhere(SourceTree.files(), line -> line.indexOf('\t') >= 0));
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<String> marked = new TreeSet<>();
        TreeSet<String> packages = new TreeSet<>();
        for (Path file : SourceTree.javaFiles()) {
            String folder = slashed(file).replaceFirst("/[^/]*$", "");
            if (folder.startsWith("bench/peers/")) {
                continue; // others' engines are built on their own, without our annotations
            }
            String module = folder.replaceFirst("/src/.*", "");
            String noun = module + ": " + folder.replaceFirst(".*/src/[^/]+/java/", "");
            packages.add(noun);
            if (file.endsWith("package-info.java")
                    && SourceTree.lines(file).contains("@NullMarked")) {
                marked.add(noun);
            }
        }
        packages.removeAll(marked);
        assertEquals(
                new TreeSet<>(), packages, "packages without @NullMarked in package-info.java");
    }

    private static List<String> linesWhere(List<Path> files, Predicate<String> unwanted) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = SourceTree.lines(file);
            for (int index = 0; index < lines.size(); index++) {
                if (unwanted.test(lines.get(index))) {
                    found.add(file + ":" + (index + 1) + ": " + lines.get(index).strip());
                }
            }
        }
        return found;
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static void assertNone(List<String> found) {
        assertTrue(found.isEmpty(), () -> "\n" + String.join("\n", found));
    }
}
