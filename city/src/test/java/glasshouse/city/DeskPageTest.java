package glasshouse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import glasshouse.city.Browsers.Device;
import glasshouse.city.Browsers.Taste;
import glasshouse.city.Browsers.Visitor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The desks, at which visitors have the last word.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeskPageTest {
    private final Demo demo = start();
    private final Browsers browsers = new Browsers();

    private static Demo start() {
        try {
            Demo demo = Demo.start(0, new Demo.Size(1_500, 1), new ShippedFiles(), "sesame-2017");
            demo.city().live(100);
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
        return browsers.visit("http://localhost:" + demo.port() + path, taste);
    }

    @Test
    void everyTasteSitsAtADeskWithoutBarriers() {
        for (Taste taste :
                List.of(
                        Taste.on(Device.DESKTOP),
                        Taste.on(Device.PHONE),
                        new Taste(Device.PHONE, ColorScheme.DARK, "nl", true))) {
            try (var visitor = visit("/desk", taste)) {
                Page page = visitor.page();
                assertEquals(List.of(), Browsers.barriers(page), taste.toString());
                assertEquals(
                        true,
                        page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"),
                        taste.toString());
                assertEquals(List.of(), visitor.faults(), taste.toString());
            }
        }
    }

    @Test
    void whoIsTurnedAwayStandsInTheBookAndWaitsNoMore() {
        try (var visitor = visit("/desk?service=loan", Taste.on(Device.PHONE))) {
            Page page = visitor.page();
            String card = ".card:has(button[value=turn-away]) ";
            String person = page.getAttribute(card + "input[name=person]", "value");
            page.selectOption(card + "select[name=ground]", "distrust");
            page.click(card + "button[value=turn-away]");
            page.waitForSelector(".book a[href='/citizen/" + person + "']");
            assertTrue(page.textContent(".book").contains("I do not trust them"));
            assertEquals(0, page.locator(".card input[value='" + person + "']").count());
            assertEquals("loan", page.inputValue(".steps select"));
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void aWordAgainstTheSchemeNeedsAReason() {
        try (var visitor = visit("/desk?service=loan", Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.evaluate(
                    """
                    () => {
                      document.querySelector('.card select').removeAttribute('required');
                      document.querySelector('.card button:not([value=follow])').click();
                    }
                    """);
            page.waitForSelector(".plain");
            assertTrue(page.textContent(".plain").contains("needs a reason"));
        }
    }
}
