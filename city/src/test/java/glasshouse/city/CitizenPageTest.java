package glasshouse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import glasshouse.city.Browsers.Device;
import glasshouse.city.Browsers.Taste;
import glasshouse.city.Browsers.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A citizen's page, lived in as visitors live in it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CitizenPageTest {
    private static final int PERSON = 42;

    private final Demo demo = start();
    private final Browsers browsers = new Browsers();

    private static Demo start() {
        try {
            var schemes = new ShippedFiles();
            Demo demo = Demo.start(0, new Demo.Size(1_500, 1), schemes, "sesame-2017");
            demo.city().rules(List.of(schemes.find("sesame-2017"), Optional.empty()));
            demo.city().live(120);
            return demo;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void stop() {
        browsers.close();
        demo.close();
    }

    private Visitor visit(String path, Taste taste) {
        Visitor visitor = browsers.visit("http://localhost:" + demo.port() + path, taste);
        visitor.page().waitForSelector("#life");
        return visitor;
    }

    @Test
    void everyTasteReadsALifeWithoutBarriers() {
        for (Taste taste :
                List.of(
                        Taste.on(Device.DESKTOP),
                        Taste.on(Device.PHONE),
                        new Taste(Device.PHONE, ColorScheme.DARK, "nl", true))) {
            for (String path : List.of("/citizen/" + PERSON, "/citizen/" + PERSON + "?town=1")) {
                try (var visitor = visit(path, taste)) {
                    Page page = visitor.page();
                    assertEquals(List.of(), Browsers.barriers(page), taste + path);
                    assertEquals(
                            true,
                            page.evaluate(
                                    "() => document.documentElement.scrollWidth <= innerWidth"),
                            taste + path);
                    assertEquals(List.of(), visitor.faults(), taste + path);
                }
            }
        }
    }

    @Test
    void theStatementAddsUpAsItIsShown() {
        try (var visitor = visit("/citizen/" + PERSON, Taste.on(Device.DESKTOP))) {
            Object sums =
                    visitor.page()
                            .evaluate(
                                    """
                                    () => {
                                      const read = (cell) => Number(cell.textContent
                                        .replace('−', '-').replace(/[,+]/g, ''));
                                      const cells = (rows) => [...document.querySelectorAll(
                                        `.statement ${rows} td:last-child`)].map(read);
                                      const sum = (all) => Math.round(
                                        100 * all.reduce((a, b) => a + b, 0));
                                      const rows = [...document.querySelectorAll(
                                        '.statement tbody')].every(part => {
                                          const inner = [...part.querySelectorAll(
                                            'tr:not(.part) td:last-child')].map(read);
                                          return inner.length === 0 || sum(inner)
                                            === sum([read(part.querySelector('.part td'))]);
                                        });
                                      return [sum(cells('.part')), sum(cells('tfoot')), rows,
                                        sum([read(document.querySelector('.points strong'))])];
                                    }
                                    """);
            List<?> found = (List<?>) sums;
            assertEquals(found.get(1), found.get(0));
            assertEquals(found.get(1), found.get(3));
            assertEquals(true, found.get(2));
        }
    }

    @Test
    void whoCriticisesForFourWeeksFallsAndTheTwinDoesNot() {
        try (var visitor = visit("/citizen/7", Taste.on(Device.PHONE))) {
            Page page = visitor.page();
            int before = Integer.parseInt(page.textContent(".points strong"));
            String day = page.textContent(".day");
            page.selectOption("select[name=voice]", "criticise");
            page.selectOption("select[name=bills]", "late");
            page.click("button[name=days][value='28']");
            page.waitForFunction("day => document.querySelector('.day').textContent !== day", day);
            int after = Integer.parseInt(page.textContent(".points strong"));
            assertTrue(after < before - 20, before + " to " + after);
            assertTrue(page.textContent(".statement").contains("Criticism posted"));
            assertTrue(page.textContent(".moved").contains("Criticism posted"));
            assertEquals("criticise", page.inputValue("select[name=voice]"));
            assertEquals("not scored", page.textContent(".twin tbody tr td:nth-child(3)"));
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void whoIsNotThereIsNotFound() {
        for (String path : List.of("/citizen/1500", "/citizen/x", "/citizen/1?town=7")) {
            String address = "http://localhost:" + demo.port() + path;
            try (var visitor = browsers.visit(address, Taste.on(Device.PHONE))) {
                assertEquals("That did not work", visitor.page().textContent("h1"), path);
            }
        }
        try (var visitor = visit("/citizen", Taste.on(Device.DESKTOP))) {
            assertFalse(visitor.page().textContent("h1").isEmpty());
        }
    }
}
