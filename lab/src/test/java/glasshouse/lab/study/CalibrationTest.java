package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.Kinds;
import glasshouse.lab.Schemes;
import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Experiment;
import glasshouse.lab.experiment.ExperimentReader;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Figures;
import glasshouse.lab.study.PublishedMoves.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moves of scores beside published ones: made-up figures, in the words of real ones.
class CalibrationTest {
    private static final String FACTS =
            """
            fact,value,unit,source
            share of scores moving >20 points in 1 month (a sample),10,percent,somewhere
            share moving >20 points in 2 quarters,30,percent,somewhere
            500-599 in Oct 2001: moved to 600-649 by Oct 2002,20,percent,elsewhere
            500-599 in Oct 2001: same range Oct 2002,60,percent,elsewhere
            500-599 in Oct 2001: lower range Oct 2002,20,percent,elsewhere
            below 500 in 2001: still below 500 one year later,50,percent,elsewhere
            above 800 in 2001: still 800+ one year later,90,percent,elsewhere
            2001-02: fell >=20 points,30,million of ~150M,nowhere
            "2001-02: of those, fell >=50",15,million,nowhere
            2001-02: rose >=20,60,million,nowhere
            2001-02: within 10 points year on year (about),45,million of ~150M,nowhere
            the mean score,690,points,nowhere
            2001-02: fell >=20 points,900,million of ~150M,nowhere
            """;

    private static final String EXPERIMENT =
            """
            experiment: moves
            title: Moves
            question: How far?
            kind: society
            people: 3000
            panel: 3000
            steps: 160
            published: FILE
            schemes:
              fico: {scheme: fico, enrolment: everybody}
              lender: {scheme: lender, enrolment: everybody}
              sesame: {scheme: sesame-2017, enrolment: everybody}
            """;

    private static Results run(Path folder, String published)
            throws IOException, InterruptedException {
        String text = EXPERIMENT.replace("FILE", published);
        var reader = new ExperimentReader(Kinds.ALL, Schemes.library());
        return switch (reader.read("moves.yaml", text, folder, new Settings(Map.of(), 2))) {
            case ExperimentReader.Reading.Read(Experiment experiment) ->
                    experiment.study().run(Progress.NONE, Checkpoints.NONE);
            case ExperimentReader.Reading.Refused(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    @Test
    void figuresAreReadInTheWordsOfTheirSellers() {
        List<Published> read = PublishedMoves.read(FACTS);
        assertEquals(
                List.of(
                        ">20 in 4 weeks",
                        ">20 in 26 weeks",
                        "500–599 to 600–649",
                        "500–599 to 500–599",
                        "500–599 to 300–499",
                        "300–499 to 300–499",
                        "800–850 to 800–850",
                        "2001-02 down 20, a year",
                        "2001-02 down 50, a year",
                        "2001-02 up 20, a year",
                        "2001-02 within 10, a year"),
                read.stream().map(Published::label).toList());
        assertEquals(
                List.of(0.1, 0.3, 0.2, 0.6, 0.2, 0.5, 0.9, 0.2, 0.1, 0.4, 0.3),
                read.stream().map(Published::share).toList());
    }

    @Test
    void sentencesAreTheTables(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("facts.csv"), FACTS);
        Results results = run(folder, "facts.csv");
        Table table = results.table(Calibration.TABLE).orElseThrow();
        assertEquals(22, table.size(), "a scheme on another scale has no part in it");
        Sentences told = Sentences.of(SocietyReport.sections(results));
        told.each(
                "(.+) comes nearest to what was published of everybody: (\\S+) percentage points"
                        + " apart \\(root mean square\\)\\.",
                1,
                said -> {
                    assertEquals(said.group(2), apart(results, table, said.group(1)));
                    assertTrue(
                            value(results, said.group(1)) <= value(results, "fico")
                                    && value(results, said.group(1)) <= value(results, "lender"));
                });
        told.each(
                "(.+) is farthest from it: (\\S+) points\\.",
                1,
                said -> assertEquals(said.group(2), apart(results, table, said.group(1))));
        told.each(
                "What (.+) misses most: (.+)\\. Published (.+ %), measured (.+ %)\\.",
                1,
                said -> {
                    int row = table.rows("scheme", said.group(1), "fact", said.group(2))[0];
                    assertEquals(said.group(3), Figures.percent(table.number("published", row)));
                    assertEquals(said.group(4), Figures.percent(table.number("measured", row)));
                });
    }

    /// Shares of one year's moves add up, so they are of the same people.
    @Test
    void rangesOfLaterScoresHoldEverybody(@TempDir Path folder)
            throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("facts.csv"),
                """
                fact,value,unit,source
                500-850 in Oct 2001: same range Oct 2002,60,percent,elsewhere
                500-850 in Oct 2001: lower range Oct 2002,20,percent,elsewhere
                2001-02: fell >=1 points,30,million of ~150M,nowhere
                2001-02: rose >=1 points,30,million of ~150M,nowhere
                2001-02: within 0 points year on year (about),45,million of ~150M,nowhere
                """);
        Table table = run(folder, "facts.csv").table(Calibration.TABLE).orElseThrow();
        for (String arm : List.of("fico", "lender")) {
            double[] shares = table.numbers("measured", table.rows("scheme", arm));
            assertEquals(1, shares[0] + shares[1], 1e-9);
            assertEquals(1, shares[2] + shares[3] + shares[4], 1e-9);
        }
    }

    @Test
    void withoutTheFileTheReportSaysSo(@TempDir Path folder)
            throws IOException, InterruptedException {
        Results results = run(folder, "absent.csv");
        assertEquals(0, results.table(Calibration.TABLE).orElseThrow().size());
        assertTrue(
                SocietyReport.sections(results).stream()
                        .anyMatch(s -> s.blocks().toString().contains("their file was not there")));
    }

    private static double value(Results results, String arm) {
        return results.measure(Calibration.APART, arm, Optional.empty())
                .map(Measure::value)
                .orElseThrow();
    }

    /// Reckoned again from the table: the figures about ranges have no part in it.
    private static String apart(Results results, Table table, String arm) {
        double squares = 0;
        int count = 0;
        for (int row : table.rows("scheme", arm)) {
            if (!table.text("move", row).contains("–")) {
                double miss = table.number("measured", row) - table.number("published", row);
                squares += miss * miss;
                count++;
            }
        }
        double apart = Math.sqrt(squares / count);
        assertEquals(apart, value(results, arm), 1e-12);
        return Figures.number(100 * apart, 1);
    }
}
