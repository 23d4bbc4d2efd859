package glasshouse.bureau.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.bureau.http.Problem;
import glasshouse.bureau.http.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ErrorPagesTest {
    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        var codes = new TreeSet<String>();
        for (Problem problem : Problem.values()) {
            codes.add(problem.code());
        }
        for (int number = 1; number <= 4; number++) {
            codes.add("GH-CONFIG-00" + number);
        }
        for (Verdict verdict : Verdict.values()) {
            if (verdict.code().startsWith("GH-INGEST")) {
                codes.add(verdict.code());
            }
        }
        assertEquals(codes, pages());
    }

    private static Set<String> pages() throws IOException {
        var pages = new TreeSet<String>();
        try (var files =
                Files.newDirectoryStream(Path.of("..", "docs", "errors"), "GH-[BCI]*.md")) {
            for (Path page : files) {
                pages.add(String.valueOf(page.getFileName()).replace(".md", ""));
            }
        }
        return pages;
    }
}
