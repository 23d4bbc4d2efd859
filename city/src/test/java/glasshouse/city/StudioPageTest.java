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

/// The studio, in which visitors make rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StudioPageTest {
    private static final String WRITE =
            """
            ([from, to]) => {
              const text = document.getElementById('text');
              text.value = text.value.replace(from, to);
              text.dispatchEvent(new Event('input'));
            }
            """;

    private final Demo demo = start();
    private final Browsers browsers = new Browsers();

    private static Demo start() {
        try {
            return Demo.start(0, new Demo.Size(500, 1), new ShippedFiles(), "sesame-2017");
        } catch (IOException e) {
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
        visitor.page().waitForSelector("#gutter div");
        return visitor;
    }

    private static void write(Page page, String from, String to) {
        page.evaluate(WRITE, List.of(from, to));
    }

    @Test
    void everyTasteMakesRulesWithoutBarriers() {
        for (Taste taste :
                List.of(
                        Taste.on(Device.DESKTOP),
                        new Taste(Device.PHONE, ColorScheme.DARK, "nl", true))) {
            try (var visitor = visit("/studio?scheme=nosedive", taste)) {
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
    void aFaultIsMarkedAtItsLineAndUndoneAgain() {
        try (var visitor = visit("/studio", Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            write(page, "realm: synthetic", "realm: paradise");
            page.waitForSelector("#gutter .problem");
            assertTrue(page.textContent(".problems").contains("paradise"));
            page.click("#undo");
            page.waitForSelector(".findings");
            assertEquals(0, page.locator("#gutter .problem").count());
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void aHarderRuleShowsWhomItHitsAndTheTextFitsInALink() {
        try (var visitor = visit("/studio", Taste.on(Device.PHONE))) {
            Page page = visitor.page();
            write(page, "criticism.posted:        {points: -15", "criticism.posted: {points: -60");
            page.click("button[value=try]");
            page.waitForSelector(
                    ".trial tbody tr", new Page.WaitForSelectorOptions().setTimeout(90_000));
            assertTrue(page.textContent(".trial").contains("Hit hardest"));
            page.click("#share");
            page.waitForFunction("() => location.hash.length > 100");
            String link = page.url();
            try (var friend = browsers.visit("about:blank", Taste.on(Device.PHONE))) {
                friend.page().navigate(link);
                friend.page()
                        .waitForFunction(
                                "() => document.getElementById('text').value.includes('-60')");
            }
        }
    }

    @Test
    void theCityLivesUnderADraftBesideWhatItBeganAs() {
        try (var visitor = visit("/studio?scheme=nosedive", Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.click("button[formaction='/studio/live']");
            page.waitForSelector(".town:nth-of-type(2) h2");
            assertEquals("my-nosedive", page.inputValue("select[name=right]"));
            assertEquals("nosedive", page.inputValue("select[name=left]"));
        }
    }
}
