package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.leaflet.Change;
import glasshouse.leaflet.Changes;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.ChangesPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page of what changes says every change once, and lets nothing of a scheme through as HTML.
class ChangesPageTest {
    private static Scheme sesame(String old, String now) throws IOException {
        String text = Files.readString(Path.of("../schemes/sesame-2017.yaml")).replace(old, now);
        return SchemeCompiler.compile("s.yaml", text, Library.EMPTY)
                        instanceof Compilation.Compiled(var scheme)
                ? scheme
                : fail("it does not compile");
    }

    @Test
    void everyChangeStandsUnderItsHeadingAndNothingIsLoaded() throws IOException {
        Scheme before = sesame("", "");
        Scheme after = sesame("initial: 650", "initial: 600");
        String page = ChangesPage.html(before, after);
        for (Change change : Changes.between(before, after)) {
            assertTrue(page.contains("<li><div>" + change.sentence() + "</div></li>"));
        }
        assertTrue(page.contains("<h2>Your score</h2>"));
        assertFalse(page.contains("<script") || page.contains("http:"));
    }

    @Test
    void theTextOfASchemeIsEscaped() throws IOException {
        Scheme before = sesame("", "");
        Scheme after = sesame("title: Sesame", "title: <b onclick=x>Sesame");
        String page = ChangesPage.html(before, after);
        assertTrue(page.contains("&lt;b onclick=x&gt;Sesame"));
        assertFalse(page.contains("<b onclick"));
    }

    @Test
    void withoutAChangeThePageSaysSo() throws IOException {
        assertTrue(ChangesPage.html(sesame("", ""), sesame("", "")).contains("<p>Nothing.</p>"));
    }
}
