package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// README and guides print what they say they print, as far as the data are bundled; the rest is
/// run by [GuidesOnData]. `-Dglasshouse.golden=write` writes what is printed now into them.
final class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir private Path folder;

    @TestFactory
    List<DynamicTest> guides() throws IOException {
        return Guide.all().stream()
                .map(guide -> DynamicTest.dynamicTest(guide.name(), () -> check(guide)))
                .toList();
    }

    private void check(Guide guide) throws IOException {
        guide.check(Files.createDirectory(folder.resolve(guide.name())), "");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path folder = document.toAbsolutePath().getParent();
                if (folder == null || !Files.exists(folder.resolve(link.group(1)))) {
                    broken.add(document + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (String folder : List.of("", "docs", "docs/guide", "docs/decisions", "schemes")) {
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }
}
