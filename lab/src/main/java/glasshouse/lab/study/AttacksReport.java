package glasshouse.lab.study;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Block.Scale;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells of a run of [Attacks]: which attack pays under which method, what detectors leave of it,
/// and whom they accuse wrongly. Every number is taken from the run's tables.
final class AttacksReport {
    private final Table gains;
    private final Table findings;
    private final Table innocents;
    private final List<String> attacks;
    private final List<String> methods;
    private final List<String> watchers;

    private AttacksReport(Results results) {
        gains = results.table(Table.ROWS).orElseThrow();
        findings = results.table("findings").orElseThrow();
        innocents = results.table("innocents").orElseThrow();
        attacks = gains.words("attack");
        methods = gains.words("method");
        watchers = findings.words("detector");
    }

    static List<Section> sections(Results results) {
        return new AttacksReport(results).sections();
    }

    private List<Section> sections() {
        double size = most(gains, "size");
        List<Double> haste =
                IntStream.range(0, gains.size())
                        .mapToObj(row -> gains.number("within", row))
                        .distinct()
                        .toList();
        var happened = new ArrayList<Block>();
        happened.add(new Block.Findings(told(size, haste)));
        for (double within : haste) {
            happened.add(map(Attacks.NOBODY, size, within));
            happened.add(map(Attacks.ALL, size, within));
            happened.add(recall(size, within));
        }
        happened.add(accused());
        return List.of(
                new Section("What happened", happened),
                new Section(
                        "All numbers",
                        gainGrid(Attacks.NOBODY),
                        gainGrid(Attacks.ALL),
                        findingGrid()),
                new Section("How it works, and what it cannot show", Wording.of("attacks")));
    }

    private static double most(Table table, String column) {
        return IntStream.range(0, table.size())
                .mapToDouble(row -> table.number(column, row))
                .max()
                .orElse(0);
    }

    private int row(Table table, double size, double within, String... words) {
        return IntStream.of(table.rows(words))
                .filter(r -> table.number("size", r) == size && table.number("within", r) == within)
                .findFirst()
                .orElseThrow();
    }

    private double gain(String attack, String method, String watcher, double size, double within) {
        int row = row(gains, size, within, "attack", attack, "method", method, "detector", watcher);
        return gains.number("gain", row);
    }

    private List<String> told(double size, List<Double> haste) {
        var told = new ArrayList<String>();
        for (String attack : attacks) {
            told.add(paid(attack, size, haste.getFirst()));
            if (haste.size() > 1) {
                told.add(patient(attack, size, haste.getLast()));
            }
        }
        for (String watcher : watchers) {
            told.add(seen(watcher, size, haste.getFirst()));
        }
        told.add(wronged());
        return told;
    }

    /// What an attack gains where nobody looks, by the kindest and the hardest method, and what all
    /// detectors leave of it.
    private String paid(String attack, double size, double within) {
        Comparator<String> byGain =
                Comparator.comparingDouble(m -> gain(attack, m, Attacks.NOBODY, size, within));
        String kind = methods.stream().max(byGain).orElseThrow();
        String hard = methods.stream().min(byGain).orElseThrow();
        int row =
                row(
                        gains,
                        size,
                        within,
                        "attack",
                        attack,
                        "method",
                        kind,
                        "detector",
                        Attacks.NOBODY);
        return """
        %s of %s within %s days: worth %s stars under %s, for %s euros (%s stars for a hundred), \
        and %s under %s. With all detectors and a human who decides, %s are left under %s."""
                .formatted(
                        capital(attack),
                        Figures.whole(size),
                        Figures.whole(within),
                        Figures.number(gains.number("gain", row), 2),
                        kind,
                        Figures.whole(gains.number("euros", row)),
                        Figures.number(gains.number("perHundredEuros", row), 2),
                        Figures.number(gain(attack, hard, Attacks.NOBODY, size, within), 2),
                        hard,
                        Figures.number(gain(attack, kind, Attacks.ALL, size, within), 2),
                        kind);
    }

    /// What patience changes, under the method that is kindest to it.
    private String patient(String attack, double size, double within) {
        String kind =
                methods.stream()
                        .max(
                                Comparator.comparingDouble(
                                        m -> gain(attack, m, Attacks.NOBODY, size, within)))
                        .orElseThrow();
        return "%s of %s, spread over %s days: of %s stars under %s, %s are left."
                .formatted(
                        capital(attack),
                        Figures.whole(size),
                        Figures.whole(within),
                        Figures.number(gain(attack, kind, Attacks.NOBODY, size, within), 2),
                        kind,
                        Figures.number(gain(attack, kind, Attacks.ALL, size, within), 2));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// Which attacks a detector finds for the most part, and which not at all.
    private String seen(String watcher, double size, double within) {
        List<String> mostly =
                attacks.stream().filter(a -> recall(a, watcher, size, within) >= 0.5).toList();
        List<String> never =
                attacks.stream().filter(a -> recall(a, watcher, size, within) == 0).toList();
        String name = watcher.equals(Attacks.ALL) ? "All detectors together" : capital(watcher);
        String most =
                mostly.isEmpty()
                        ? "finds less than half of those behind any attack"
                        : "finds half or more of those behind " + Figures.list(mostly);
        String none =
                never.isEmpty() ? "somebody behind each" : "nobody behind " + Figures.list(never);
        return "%s, within %s days: %s; %s.".formatted(name, Figures.whole(within), most, none);
    }

    private double recall(String attack, String watcher, double size, double within) {
        int row = row(findings, size, within, "attack", attack, "detector", watcher);
        return findings.number("recall", row);
    }

    /// The group that is accused most where nobody attacks.
    private String wronged() {
        int[] rows = innocents.rows("attack", Attacks.NO_ATTACK, "detector", Attacks.ALL);
        int worst = rows[0];
        for (int row : rows) {
            boolean more =
                    innocents.number("falseFindings", row)
                            > innocents.number("falseFindings", worst);
            worst = more ? row : worst;
        }
        int all = row(findings, 0, 0, "attack", Attacks.NO_ATTACK, "detector", Attacks.ALL);
        return """
        Where nobody attacks, %s of the members are found by some detector all the same; of the \
        group %s it is %s."""
                .formatted(
                        Figures.percent(findings.number("falseFindings", all)),
                        innocents.text("group", worst),
                        Figures.percent(innocents.number("falseFindings", worst)));
    }

    private Block map(String watcher, double size, double within) {
        double[][] values = new double[attacks.size()][methods.size()];
        for (int a = 0; a < values.length; a++) {
            for (int m = 0; m < methods.size(); m++) {
                values[a][m] = gain(attacks.get(a), methods.get(m), watcher, size, within);
            }
        }
        boolean nobody = watcher.equals(Attacks.NOBODY);
        String title = nobody ? "What attacks gain where nobody looks" : "What detectors leave";
        return new Block.HeatMap(
                new Caption(
                        title + ", " + Figures.whole(within) + " days",
                        """
                        Stars won by each who profits, with %s accounts or trades. From %s \
                        to %s."""
                                .formatted(
                                        Figures.whole(size),
                                        Figures.number(extreme(values, false), 2),
                                        Figures.number(extreme(values, true), 2)),
                        "rating method",
                        "attack"),
                Scale.PLAIN,
                methods,
                attacks,
                values);
    }

    private static double extreme(double[][] values, boolean greatest) {
        var all = Stream.of(values).flatMapToDouble(java.util.Arrays::stream).summaryStatistics();
        return greatest ? all.getMax() : all.getMin();
    }

    private Block recall(double size, double within) {
        double[][] values = new double[attacks.size()][watchers.size()];
        for (int a = 0; a < values.length; a++) {
            for (int w = 0; w < watchers.size(); w++) {
                values[a][w] = recall(attacks.get(a), watchers.get(w), size, within);
            }
        }
        return new Block.HeatMap(
                new Caption(
                        "Whom detectors find, " + Figures.whole(within) + " days",
                        "Of those behind an attack, the share that is in a finding by the end: "
                                + "from %s to %s."
                                        .formatted(
                                                Figures.percent(extreme(values, false)),
                                                Figures.percent(extreme(values, true))),
                        "detector",
                        "attack"),
                Scale.PERCENT,
                watchers,
                attacks,
                values);
    }

    private Block accused() {
        List<String> groups = innocents.words("group");
        var bars = new ArrayList<Block.Bars>();
        for (String group : groups) {
            bars.add(
                    new Block.Bars(
                            group,
                            watchers.stream()
                                    .mapToDouble(
                                            w ->
                                                    innocents.number(
                                                            "falseFindings",
                                                            row(
                                                                    innocents,
                                                                    0,
                                                                    0,
                                                                    "attack",
                                                                    Attacks.NO_ATTACK,
                                                                    "detector",
                                                                    w,
                                                                    "group",
                                                                    group)))
                                    .toArray()));
        }
        return new Block.BarChart(
                new Caption(
                        "Honest people in findings, where nobody attacks",
                        wronged(),
                        "detector",
                        "share of the group"),
                Scale.PERCENT,
                watchers,
                bars);
    }

    private Block gainGrid(String watcher) {
        var columns = new ArrayList<>(List.of("attack", "size", "days", "euros"));
        columns.addAll(methods);
        var rows = new ArrayList<List<String>>();
        for (int first : gains.rows("method", methods.getFirst(), "detector", watcher)) {
            double size = gains.number("size", first);
            double within = gains.number("within", first);
            String attack = gains.text("attack", first);
            var row = new ArrayList<String>();
            row.add(attack);
            row.add(Figures.whole(size));
            row.add(Figures.whole(within));
            row.add(Figures.whole(gains.number("euros", first)));
            for (String method : methods) {
                row.add(Figures.number(gain(attack, method, watcher, size, within), 2));
            }
            rows.add(row);
        }
        String title =
                watcher.equals(Attacks.NOBODY)
                        ? "Stars gained where nobody looks"
                        : "Stars left after all detectors and a human's decisions";
        return new Block.Grid(title, columns, rows);
    }

    private Block findingGrid() {
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < findings.size(); row++) {
            rows.add(
                    List.of(
                            findings.text("attack", row),
                            Figures.whole(findings.number("size", row)),
                            Figures.whole(findings.number("within", row)),
                            findings.text("detector", row),
                            Figures.number(findings.number("precision", row), 2),
                            Figures.number(findings.number("recall", row), 2),
                            Figures.number(findings.number("days", row), 0),
                            Figures.percent(findings.number("falseFindings", row))));
        }
        return new Block.Grid(
                "Findings: precision, recall, days from the attack's beginning, innocents found",
                List.of(
                        "attack",
                        "size",
                        "days",
                        "detector",
                        "precision",
                        "recall",
                        "days to finding",
                        "innocents found"),
                rows);
    }
}
