package glasshouse.city;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real Chromium, and visitors who use it. Each visitor notes what a visitor should never see:
/// messages of scripts, requests to elsewhere.
public final class Browsers implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    /// What a visitor has in hand.
    public enum Device {
        DESKTOP(1440, 1000, 1),
        PHONE(390, 844, 2);

        private final int width;
        private final int height;
        private final int scale;

        Device(int width, int height, int scale) {
            this.width = width;
            this.height = height;
            this.scale = scale;
        }
    }

    /// How a visitor has set it.
    public record Taste(Device device, ColorScheme colours, String language, boolean still) {
        public static Taste on(Device device) {
            return new Taste(device, ColorScheme.LIGHT, "en", false);
        }
    }

    /// A page, and what went wrong on it.
    public record Visitor(BrowserContext context, Page page, List<String> faults)
            implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    public Browsers() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable())
                                        .setArgs(List.of("--no-sandbox")));
    }

    private static Path executable() {
        String given = Objects.requireNonNullElse(System.getenv("GLASSHOUSE_CHROMIUM"), "");
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Stream<Path> named =
                Stream.of(path.split(":")).flatMap(f -> NAMES.stream().map(n -> Path.of(f, n)));
        return Stream.concat(given.isEmpty() ? Stream.of() : Stream.of(Path.of(given)), named)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "The tests of the city's pages need Chromium: apt-get"
                                                + " install chromium, or set GLASSHOUSE_CHROMIUM to"
                                                + " the path of a Chromium or Chrome."));
    }

    /// Lets somebody visit.
    public Visitor visit(String address, Taste taste) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(taste.device().width, taste.device().height)
                                .setDeviceScaleFactor(taste.device().scale)
                                .setHasTouch(taste.device() == Device.PHONE)
                                .setColorScheme(taste.colours())
                                .setReducedMotion(
                                        taste.still()
                                                ? ReducedMotion.REDUCE
                                                : ReducedMotion.NO_PREFERENCE)
                                .setLocale(taste.language()));
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        var faults = new ArrayList<String>();
        page.onConsoleMessage(
                message -> {
                    if (!message.type().equals("log")) {
                        faults.add(message.type() + ": " + message.text());
                    }
                });
        page.onPageError(faults::add);
        page.onRequest(
                request -> {
                    if (!request.url().startsWith("http://localhost:")
                            && !request.url().startsWith("blob:")) {
                        faults.add("asked elsewhere: " + request.url());
                    }
                });
        page.navigate(address);
        return new Visitor(context, page, faults);
    }

    /// What axe finds against WCAG 2.2 AA and good practice, a line each.
    public static List<String> barriers(Page page) {
        page.evaluate(axe());
        Object found =
                page.evaluate(
                        """
                        async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa',
                          'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations
                          .flatMap(v => v.nodes.map(n => v.id + ': ' + n.failureSummary + ' '
                            + n.html.slice(0, 160)))
                        """);
        return lines(found);
    }

    private static List<String> lines(@Nullable Object found) {
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String axe() {
        try (InputStream in = Browsers.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
