package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.audit.Audit;
import glasshouse.audit.Rulebook;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.wire.audit.AuditPage;
import glasshouse.wire.audit.Hits;
import glasshouse.wire.audit.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The page of an audit stands alone and says the answer first.
class AuditPageTest {
    private static String page(String text) {
        Compilation compiled = SchemeCompiler.compileForAudit("s.yaml", text, Library.EMPTY);
        if (!(compiled instanceof Compilation.Compiled(var scheme))) {
            return fail(compiled.toString());
        }
        var lines = Map.of("s.yaml", text.lines().toList());
        Audit audit = Audit.under(Rulebook.shipped(), scheme);
        return AuditPage.html(List.of(audit), new Sources(lines, Map.of()), Hits.NONE);
    }

    private static String sesame() throws IOException {
        return page(Files.readString(Path.of("../schemes/sesame-2017.yaml")));
    }

    @Test
    void nothingIsLoadedAndNothingRuns() throws IOException {
        String page = sesame();
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("http:") || page.contains("https:"));
        assertTrue(page.contains("default-src 'none'"));
    }

    @Test
    void theAnswerComesBeforeThePictureAndThePictureBeforeTheFindings() throws IOException {
        String page = sesame();
        int answer = page.indexOf("This may not be done to people.");
        int picture = page.indexOf("<svg");
        int findings = page.indexOf("<h2>What is not allowed</h2>");
        assertTrue(answer > 0 && answer < picture && picture < findings);
    }

    @Test
    void everyLinkLeadsToAFinding() throws IOException {
        String page = sesame();
        var links = java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        int count = 0;
        while (links.find()) {
            assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group(1));
            count++;
        }
        assertEquals(12, count);
    }

    @Test
    void textsOfASchemeCannotBreakOut() throws IOException {
        String hostile =
                Files.readString(Path.of("../schemes/sesame-2017.yaml"))
                        .replace("title: A job\n", "title: \"<script>alert(1)</script>\"\n");
        assertFalse(page(hostile).contains("<script"));
    }
}
