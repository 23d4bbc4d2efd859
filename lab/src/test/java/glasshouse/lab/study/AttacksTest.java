package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.experiment.ResultHash;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The shipped experiment `attacks`: its tables, its report, and the page of the docs that prints
/// them.
final class AttacksTest {
    private static final int[] HASTE = {3, 60};
    private static final int SIZE = 24;

    @Test
    void threadsLeaveNoTrace() throws IOException, InterruptedException {
        Map<Setting, Long> small = Map.of(Setting.PEOPLE, 150L, Setting.SEEDS, 1L);
        String one = ResultHash.of(Shipped.run("attacks", small, 1));
        assertEquals(one, ResultHash.of(Shipped.run("attacks", small, 3)));
    }

    /// docs/gaming.md prints what the shipped experiment finds.
    @Test
    void theDocsPrintWhatTheExperimentFinds() throws IOException, InterruptedException {
        Results results = Shipped.run("attacks", Map.of(), 2);
        String page = Files.readString(Path.of("../docs/gaming.md"));
        var missing = new ArrayList<String>();
        var rows = new ArrayList<>(gains(results));
        rows.addAll(findings(results));
        rows.addAll(innocents(results));
        rows.stream().filter(row -> !page.contains(row)).forEach(missing::add);
        assertEquals(List.of(), missing, () -> "\n" + String.join("\n", missing) + "\n");
        sayWhatTheTablesSay(results);
    }

    private static double number(Table table, String column, int within, String... words) {
        int row =
                IntStream.of(table.rows(words))
                        .filter(r -> table.number("within", r) == within)
                        .filter(r -> within == 0 || table.number("size", r) == SIZE)
                        .findFirst()
                        .orElseThrow();
        return table.number(column, row);
    }

    private static List<String> gains(Results results) {
        Table table = results.table(Table.ROWS).orElseThrow();
        var rows = new ArrayList<String>();
        for (String attack : table.words("attack")) {
            for (String method : table.words("method")) {
                var row = new StringBuilder("| %s | `%s` |".formatted(attack, method));
                for (String detector : table.words("detector")) {
                    String[] cell = new String[HASTE.length];
                    for (int i = 0; i < HASTE.length; i++) {
                        double gain =
                                number(
                                        table,
                                        "gain",
                                        HASTE[i],
                                        "attack",
                                        attack,
                                        "method",
                                        method,
                                        "detector",
                                        detector);
                        cell[i] = Figures.number(gain, 2);
                    }
                    row.append(" %s / %s |".formatted((Object[]) cell));
                }
                double euros =
                        number(
                                table,
                                "perHundredEuros",
                                HASTE[0],
                                "attack",
                                attack,
                                "method",
                                method,
                                "detector",
                                Attacks.NOBODY);
                rows.add(row.append(" %s |".formatted(Figures.number(euros, 2))).toString());
            }
        }
        return rows;
    }

    private static List<String> findings(Results results) {
        Table table = results.table("findings").orElseThrow();
        var rows = new ArrayList<String>();
        for (String attack : table.words("attack")) {
            for (int within : attack.equals(Attacks.NO_ATTACK) ? new int[0] : HASTE) {
                var row = new StringBuilder("| %s | %d |".formatted(attack, within));
                for (String detector : table.words("detector")) {
                    row.append(
                            " %s / %s / %s |"
                                    .formatted(
                                            cell(table, "precision", 2, within, attack, detector),
                                            cell(table, "recall", 2, within, attack, detector),
                                            cell(table, "days", 0, within, attack, detector)));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private static String cell(
            Table table, String column, int decimals, int within, String attack, String detector) {
        double value = number(table, column, within, "attack", attack, "detector", detector);
        return Figures.number(value, decimals);
    }

    private static List<String> innocents(Results results) {
        Table table = results.table("innocents").orElseThrow();
        var rows = new ArrayList<String>();
        for (String group : table.words("group")) {
            var row = new StringBuilder("| %s |".formatted(group));
            for (String detector : table.words("detector")) {
                double share =
                        number(
                                table,
                                "falseFindings",
                                0,
                                "attack",
                                Attacks.NO_ATTACK,
                                "detector",
                                detector,
                                "group",
                                group);
                row.append(" %s |".formatted(Figures.percent(share)));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /// Every number in a sentence of the report is that of the row that the sentence names.
    private static void sayWhatTheTablesSay(Results results) {
        Sentences told = Sentences.of(AttacksReport.sections(results));
        Table gains = results.table(Table.ROWS).orElseThrow();
        told.each(
                "(\\w+) of (\\d+) within (\\d+) days: worth (\\S+) stars under (\\S+), for (\\S+)"
                        + " euros \\((\\S+) stars for a hundred\\), and (\\S+) under (\\S+)\\. With"
                        + " all detectors and a human who decides, (\\S+) are left under (\\S+)\\.",
                6,
                said -> {
                    assertEquals(SIZE, Integer.parseInt(said.group(2)));
                    int within = Integer.parseInt(said.group(3));
                    String attack = said.group(1).toLowerCase(java.util.Locale.ROOT);
                    String[] kind = {
                        "attack", attack, "method", said.group(5), "detector", Attacks.NOBODY
                    };
                    String[] hard = {
                        "attack", attack, "method", said.group(9), "detector", Attacks.NOBODY
                    };
                    String[] left = {
                        "attack", attack, "method", said.group(11), "detector", Attacks.ALL
                    };
                    double most = number(gains, "gain", within, kind);
                    double least = number(gains, "gain", within, hard);
                    assertEquals(Figures.number(most, 2), said.group(4));
                    assertEquals(
                            Figures.whole(number(gains, "euros", within, kind)), said.group(6));
                    assertEquals(
                            Figures.number(number(gains, "perHundredEuros", within, kind), 2),
                            said.group(7));
                    assertEquals(Figures.number(least, 2), said.group(8));
                    assertEquals(
                            Figures.number(number(gains, "gain", within, left), 2), said.group(10));
                    for (String method : gains.words("method")) {
                        double gain =
                                number(
                                        gains,
                                        "gain",
                                        within,
                                        "attack",
                                        attack,
                                        "method",
                                        method,
                                        "detector",
                                        Attacks.NOBODY);
                        assertTrue(gain >= least && gain <= most);
                    }
                });
        told.each(
                "(\\w+) of (\\d+), spread over (\\d+) days: of (\\S+) stars under (\\S+), (\\S+)"
                        + " are left\\.",
                6,
                said -> {
                    int within = Integer.parseInt(said.group(3));
                    String attack = said.group(1).toLowerCase(java.util.Locale.ROOT);
                    for (String detector : List.of(Attacks.NOBODY, Attacks.ALL)) {
                        double gain =
                                number(
                                        gains,
                                        "gain",
                                        within,
                                        "attack",
                                        attack,
                                        "method",
                                        said.group(5),
                                        "detector",
                                        detector);
                        boolean nobody = detector.equals(Attacks.NOBODY);
                        assertEquals(Figures.number(gain, 2), said.group(nobody ? 4 : 6));
                    }
                });
        Table findings = results.table("findings").orElseThrow();
        told.each(
                "(.+), within (\\d+) days: finds (?:half or more of those behind (.+)|less than"
                        + " half of those behind any attack); (?:nobody behind (.+)|somebody"
                        + " behind each)\\.",
                6,
                said -> {
                    String name = said.group(1).toLowerCase(java.util.Locale.ROOT);
                    String detector = name.startsWith("all ") ? Attacks.ALL : name;
                    for (String attack : gains.words("attack")) {
                        double recall =
                                number(
                                        findings,
                                        "recall",
                                        Integer.parseInt(said.group(2)),
                                        "attack",
                                        attack,
                                        "detector",
                                        detector);
                        assertEquals(recall >= 0.5, Sentences.names(said.group(3), attack));
                        assertEquals(recall == 0, Sentences.names(said.group(4), attack));
                    }
                });
        Table innocents = results.table("innocents").orElseThrow();
        told.each(
                "Where nobody attacks, (.+ %) of the members are found by some detector all the"
                        + " same; of the group (\\S+) it is (.+ %)\\.",
                1,
                said -> {
                    double all =
                            number(
                                    findings,
                                    "falseFindings",
                                    0,
                                    "attack",
                                    Attacks.NO_ATTACK,
                                    "detector",
                                    Attacks.ALL);
                    double group =
                            number(
                                    innocents,
                                    "falseFindings",
                                    0,
                                    "attack",
                                    Attacks.NO_ATTACK,
                                    "detector",
                                    Attacks.ALL,
                                    "group",
                                    said.group(2));
                    assertEquals(Figures.percent(all), said.group(1));
                    assertEquals(Figures.percent(group), said.group(3));
                });
        told.allKnown();
    }
}
