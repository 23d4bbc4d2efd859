package glasshouse.wire.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.wire.value.EventCode;
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
        for (EventCode code : EventCode.values()) {
            codes.add(code.code());
        }
        for (MappingCode code : MappingCode.values()) {
            codes.add(code.code());
        }
        assertEquals(codes, pages());
    }

    private static Set<String> pages() throws IOException {
        var pages = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("..", "docs", "errors"), "GH-[EM]*.md")) {
            for (Path page : files) {
                String code = String.valueOf(page.getFileName()).replace(".md", "");
                if (code.startsWith("GH-EVENT-") || code.startsWith("GH-MAPPING-")) {
                    pages.add(code);
                }
            }
        }
        return pages;
    }
}
