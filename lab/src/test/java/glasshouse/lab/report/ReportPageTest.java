package glasshouse.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReportPageTest {
    private static final String HOSTILE = "</script><script>alert('x')</script><b>&";
    private static final Block.Caption CAPTION =
            new Block.Caption("Title " + HOSTILE, "Falls " + HOSTILE, "across", "upward");

    private static String page(Block... blocks) {
        return ReportPage.html(
                new Report(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        List.of(new Section(HOSTILE, blocks)),
                        List.of(new Report.Fact("Seed", HOSTILE))));
    }

    private static String everything() {
        double[] some = {0.25, Double.NaN, 1};
        return page(
                new Block.Prose(HOSTILE),
                new Block.Findings(List.of(HOSTILE)),
                new Block.LineChart(
                        CAPTION,
                        Block.Scale.PLAIN,
                        List.of(new Block.Line(HOSTILE, new double[] {1, 2, 3}, some)),
                        List.of(new Block.Mark(HOSTILE, 2))),
                new Block.BarChart(
                        CAPTION,
                        Block.Scale.PERCENT,
                        List.of("a", "b", HOSTILE),
                        List.of(new Block.Bars(HOSTILE, some, some, some))),
                new Block.HeatMap(
                        CAPTION,
                        Block.Scale.PERCENT,
                        List.of("a", "b", HOSTILE),
                        List.of("c"),
                        new double[][] {some}),
                new Block.Grid(HOSTILE, List.of("x", HOSTILE), List.of(List.of("1", HOSTILE))),
                new Block.TwoLives(
                        HOSTILE,
                        HOSTILE,
                        new Block.Life(
                                HOSTILE,
                                HOSTILE,
                                List.of(new Block.Moment(HOSTILE, HOSTILE, HOSTILE))),
                        new Block.Life("other", "", List.of())));
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String page = everything().replaceAll("(?s)<script>.*?</script>", "");
        assertTrue(page.contains("default-src 'none'"));
        assertEquals(0, count(page, "<(link|img|iframe|object|embed)\\b"));
        assertEquals(0, count(page, "<script[^>]+src="));
        assertEquals(0, count(page, "@import|url\\((?!#)[^)]*//"));
    }

    @Test
    void textsCannotBecomeScripts() {
        String page = everything().replaceAll("(?s)<script type=.*?</script>", "");
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("'x'"));
    }

    @Test
    void everyChartHasWordsAndATableOfItsNumbers() {
        String page = everything();
        assertEquals(3, count(page, "role=\"img\" aria-label=\"Title [^\"]*Falls "));
        assertEquals(3, count(page, "<details><summary>The numbers</summary>"));
        assertEquals(3, count(page, "<noscript>"));
    }

    @Test
    void aPageWithoutChartsHasNoScript() {
        assertEquals(0, count(page(new Block.Prose("words")), "<script"));
    }

    @Test
    void numbersReadAsInAText() {
        assertEquals("−1,234.50", Figures.number(-1234.5, 2));
        assertEquals("0.0", Figures.number(-0.001, 1));
        assertEquals("12.5 %", Figures.percent(0.125));
        assertEquals("+3.0", Figures.signed(3, 1));
        assertEquals("–", Figures.number(Double.NaN, 2));
        assertEquals("a, b and c", Figures.list(List.of("a", "b", "c")));
    }
}
