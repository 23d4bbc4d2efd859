package glasshouse.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import glasshouse.city.Browsers.Device;
import glasshouse.city.Browsers.Taste;
import glasshouse.city.Browsers.Visitor;
import glasshouse.city.world.Pace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The city's page, used as visitors use it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CityPageTest {
    private static final String LIVES = "() => document.querySelector('.news li') !== null";
    private static final int MOST_BYTES = 200_000;

    private final Demo demo = start();
    private final Browsers browsers = new Browsers();

    private static Demo start() {
        try {
            return Demo.start(0, new Demo.Size(2_500, 1), new ShippedFiles(), "sesame-2017");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void liveAlone() {
        demo.city().rules(List.of(new ShippedFiles().find("sesame-2017")));
        demo.city().pace(Pace.MONTH);
    }

    @AfterAll
    void stop() {
        browsers.close();
        demo.close();
    }

    private Visitor visit(Taste taste) {
        Visitor visitor = browsers.visit("http://localhost:" + demo.port() + "/", taste);
        visitor.page().waitForFunction(LIVES);
        return visitor;
    }

    private static boolean fits(Page page) {
        return Boolean.TRUE.equals(
                page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    @Test
    void everyTasteSeesACityThatLivesWithoutBarriers() {
        for (Taste taste :
                List.of(
                        Taste.on(Device.DESKTOP),
                        Taste.on(Device.PHONE),
                        new Taste(Device.DESKTOP, ColorScheme.DARK, "nl", false),
                        new Taste(Device.PHONE, ColorScheme.DARK, "en", true))) {
            try (var visitor = visit(taste)) {
                assertEquals(List.of(), Browsers.barriers(visitor.page()), taste.toString());
                assertTrue(fits(visitor.page()), taste.toString());
                assertEquals(List.of(), visitor.faults(), taste.toString());
            }
        }
    }

    @Test
    void thePaceIsChosenAndKept() {
        try (var visitor = visit(Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.click("button[value=pause]");
            page.waitForSelector("button[value=pause][aria-pressed=true]");
            assertEquals(Pace.PAUSE, demo.city().frame().pace());
            String before = page.textContent("#date");
            page.click("form[action='/city/day'] button");
            page.waitForFunction(
                    "before => document.getElementById('date').textContent !== before", before);
            page.click("button[value=month]");
            page.waitForSelector("button[value=month][aria-pressed=true]");
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void theSamePeopleLiveBesideThemselvesUnderOtherRules() {
        try (var visitor = visit(Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.selectOption("select[name=right]", "none");
            page.waitForSelector(".towns[data-count='2'] .town:nth-child(2)");
            assertEquals("No scheme", page.textContent(".town:nth-child(2) h2"));
            page.fill("#find input", "42");
            page.click("#find button");
            page.waitForSelector("#person h2");
            assertEquals(2, page.locator("#person dd").count());
            assertEquals(List.of(), Browsers.barriers(page));
            page.keyboard().press("Escape");
            assertTrue(page.isHidden("#person"));
            page.selectOption("select[name=right]", "");
            page.waitForSelector(".towns[data-count='1']");
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void aPersonIsFoundByClickAndByKeys() {
        try (var visitor = visit(Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.focus(".map");
            page.keyboard().press("ArrowRight");
            page.waitForSelector("#person h2");
            String first = page.textContent("#person h2");
            page.keyboard().press("ArrowDown");
            assertFalse(first.equals(page.textContent("#person h2")));
            page.click("#person .close");
            var box = page.locator(".map").boundingBox();
            page.mouse().click(box.x + box.width / 2, box.y + box.width / 6);
            page.waitForSelector("#person h2");
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void languageAndThemeAreKept() {
        try (var visitor = visit(Taste.on(Device.DESKTOP))) {
            Page page = visitor.page();
            page.click("button[name=language][value=nl]");
            page.waitForSelector("html[lang=nl]");
            page.click("button[name=theme][value=dark]");
            page.waitForSelector("html[lang=nl][data-theme=dark]");
            page.waitForFunction(LIVES);
            assertEquals(List.of(), visitor.faults());
        }
    }

    @Test
    void thePageIsLight() {
        try (var visitor = visit(Taste.on(Device.DESKTOP))) {
            Object bytes =
                    visitor.page()
                            .evaluate(
                                    "() => performance.getEntries().filter(e => e.transferSize &&"
                                            + " !e.name.includes('/city/frame'))"
                                            + ".reduce((sum, e) => sum + e.transferSize, 0)");
            int sum = ((Number) bytes).intValue();
            assertTrue(sum > 5_000 && sum < MOST_BYTES, sum + " bytes");
        }
    }

    @Test
    void whatIsNotThereSaysSo() {
        String address = "http://localhost:" + demo.port() + "/nowhere";
        try (var visitor = browsers.visit(address, Taste.on(Device.PHONE))) {
            assertEquals("That did not work", visitor.page().textContent("h1"));
            assertEquals(List.of(), Browsers.barriers(visitor.page()));
        }
    }
}
