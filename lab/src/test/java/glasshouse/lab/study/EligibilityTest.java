package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Group measures by person, with intervals, where groups cross.
class EligibilityTest {
    private static Results results = new Results(List.of(), List.of());

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        results = Shipped.run("spiral", Map.of(Setting.PEOPLE, 3000L, Setting.STEPS, 60L), 2);
    }

    private static Table rates() {
        return results.table(Eligibility.TABLE).orElseThrow();
    }

    private static Table gaps() {
        return results.table(Eligibility.GAPS).orElseThrow();
    }

    @Test
    void groupsOfOneKindAreEverybody() {
        Table rates = rates();
        for (String by : List.of("group", "income", "opinion", "group, income", "group, opinion")) {
            int[] rows = rates.rows("scheme", "sesame", "service", "study-grant", "by", by);
            int all = rates.rows("scheme", "sesame", "service", "study-grant", "people", "all")[0];
            double persons = IntStream.of(rows).mapToDouble(r -> rates.number("persons", r)).sum();
            double granted =
                    IntStream.of(rows)
                            .mapToDouble(
                                    r -> rates.number("persons", r) * rates.number("granted", r))
                            .sum();
            assertEquals(rates.number("persons", all), persons, by);
            assertEquals(rates.number("granted", all), granted / persons, 1e-9, by);
        }
    }

    @Test
    void intervalsHoldTheirShares() {
        Table rates = rates();
        for (int row = 0; row < rates.size(); row++) {
            for (String column : List.of("granted", "diligent")) {
                double value = rates.number(column, row);
                assertTrue(
                        Double.isNaN(value)
                                || (rates.number(column + "-low", row) <= value + 1e-12
                                        && value <= rates.number(column + "-high", row) + 1e-12),
                        rates.text("people", row));
            }
        }
    }

    @Test
    void sentencesAreTheTables() {
        List<Section> told =
                SocietyReport.sections(results).stream()
                        .filter(section -> section.heading().equals("Groups, and where they cross"))
                        .toList();
        Sentences sentences = Sentences.of(told);
        sentences.each(
                "(.+): the widest of (\\S+) gaps is that of (\\S+)\\. If all asked for it, (.+ %)"
                        + " of some \\((.+)\\) would be granted it, 95 % interval (.+ %) to (.+ %),"
                        + " and (.+ %) of others \\((.+)\\): (\\S+) times as many, (\\S+) to"
                        + " (\\S+)\\.",
                1,
                said -> {
                    String arm = said.group(1);
                    int[] all = gaps().rows("scheme", arm);
                    assertEquals(said.group(2), Figures.whole(all.length));
                    String service = said.group(3);
                    int some = row(arm, service, said.group(5));
                    int others = row(arm, service, said.group(9));
                    assertEquals(said.group(4), percent("granted", some));
                    assertEquals(said.group(6), percent("granted-low", some));
                    assertEquals(said.group(7), percent("granted-high", some));
                    assertEquals(said.group(8), percent("granted", others));
                    double ratio =
                            rates().number("granted", some) / rates().number("granted", others);
                    assertEquals(said.group(10), Figures.number(1 / ratio, 2));
                    for (int row : all) {
                        assertTrue(
                                gaps().number("ratio-high", row) >= 1
                                        || gaps().number("ratio", row) >= ratio - 1e-9);
                    }
                });
        sentences.allKnown();
    }

    private static int row(String arm, String service, String people) {
        return rates().rows("scheme", arm, "service", service, "people", people)[0];
    }

    private static String percent(String column, int row) {
        return Figures.percent(rates().number(column, row));
    }
}
