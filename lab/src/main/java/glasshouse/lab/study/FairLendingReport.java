package glasshouse.lab.study;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Tells of a run of [FairLending].
final class FairLendingReport {
    private final Table rows;
    private final Table spreads;
    private final Table loans;
    private final List<String> lenders;
    private final List<String> groups;

    private FairLendingReport(Results results) {
        rows = results.table(Table.ROWS).orElseThrow();
        spreads = results.table("score-distribution").orElseThrow();
        loans = results.table("cumulative-loans").orElseThrow();
        lenders = rows.words("lender");
        groups = rows.words("group");
    }

    static List<Section> sections(Results results) {
        return new FairLendingReport(results).sections();
    }

    private List<Section> sections() {
        var happened = new ArrayList<Block>();
        happened.add(new Block.Findings(findings()));
        happened.add(loans());
        groups.forEach(group -> happened.add(spread(group)));
        return List.of(
                new Section("What happened", happened),
                new Section("All numbers", grid()),
                new Section("How it works", Wording.of("lending")));
    }

    private double value(String lender, String group, String column) {
        return rows.number(column, rows.rows("lender", lender, "group", group)[0]);
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        for (String group : groups) {
            var parts = new ArrayList<String>();
            for (String lender : lenders) {
                parts.add(
                        "with %s loans and a mean score of %s under %s"
                                .formatted(
                                        Figures.whole(value(lender, group, "loans")),
                                        Figures.number(value(lender, group, "meanScoreEnd"), 2),
                                        name(lender)));
            }
            findings.add(
                    "%s began at a mean score of %s and ended %s."
                            .formatted(
                                    capital(group),
                                    Figures.number(
                                            value(lenders.getFirst(), group, "meanScoreStart"), 2),
                                    Figures.list(parts)));
        }
        var recalls = new ArrayList<String>();
        for (String lender : lenders) {
            var parts = new ArrayList<String>();
            for (String group : groups) {
                parts.add(Figures.percent(value(lender, group, "recall")) + " in " + group);
            }
            recalls.add("under %s to %s".formatted(name(lender), Figures.list(parts)));
        }
        findings.add("Of those who would have repaid, lenders lent " + Figures.list(recalls) + ".");
        findings.add(gaps());
        return findings;
    }

    /// Whether the groups ended nearer to each other.
    private String gaps() {
        var parts = new ArrayList<String>();
        for (String lender : lenders) {
            parts.add("%s under %s".formatted(Figures.number(gap(lender), 2), name(lender)));
        }
        double before =
                value(lenders.getFirst(), groups.getFirst(), "meanScoreStart")
                        - value(lenders.getFirst(), groups.getLast(), "meanScoreStart");
        return "The gap between %s and %s was %s at the start and %s at the end."
                .formatted(
                        groups.getFirst(),
                        groups.getLast(),
                        Figures.number(before, 2),
                        Figures.list(parts));
    }

    private double gap(String lender) {
        return value(lender, groups.getFirst(), "meanScoreEnd")
                - value(lender, groups.getLast(), "meanScoreEnd");
    }

    private static String name(String lender) {
        return lender.replace('-', ' ');
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Block loans() {
        var lines = new ArrayList<Block.Line>();
        var summary = new ArrayList<String>();
        for (String lender : lenders) {
            for (String group : groups) {
                int[] at = loans.rows("lender", lender, "group", group);
                double[] low = loans.numbers("low", at);
                boolean banded =
                        IntStream.range(0, low.length).noneMatch(i -> Double.isNaN(low[i]));
                lines.add(
                        new Block.Line(
                                group + ", " + name(lender),
                                loans.numbers("step", at),
                                loans.numbers("loans", at),
                                banded ? low : new double[0],
                                banded ? loans.numbers("high", at) : new double[0]));
                summary.add(
                        "%s to %s under %s"
                                .formatted(
                                        Figures.whole(value(lender, group, "loans")),
                                        group,
                                        name(lender)));
            }
        }
        return new Block.LineChart(
                new Block.Caption(
                        "Loans given, step by step",
                        "In the end " + Figures.list(summary) + ".",
                        "step",
                        "loans so far"),
                Block.Scale.PLAIN,
                lines,
                List.of());
    }

    private Block spread(String group) {
        var bars = new ArrayList<Block.Bars>();
        var summary = new ArrayList<String>();
        int[] first = spreads.rows("lender", lenders.getFirst(), "group", group);
        bars.add(new Block.Bars("at the start", spreads.numbers("start", first)));
        summary.add("at the start " + most(spreads.numbers("start", first)));
        for (String lender : lenders) {
            double[] end = spreads.numbers("end", spreads.rows("lender", lender, "group", group));
            bars.add(new Block.Bars("in the end, " + name(lender), end));
            summary.add("under " + name(lender) + " " + most(end));
        }
        List<String> scores =
                IntStream.of(first)
                        .mapToObj(row -> Figures.whole(spreads.number("score", row)))
                        .toList();
        return new Block.BarChart(
                new Block.Caption(
                        "Scores in " + group,
                        "The score that most have is " + Figures.list(summary) + ".",
                        "score",
                        "share of the group"),
                Block.Scale.PERCENT,
                scores,
                bars);
    }

    private static String most(double... shares) {
        int most = 0;
        for (int i = 1; i < shares.length; i++) {
            most = shares[i] > shares[most] ? i : most;
        }
        return most + " (" + Figures.percent(shares[most]) + ")";
    }

    private Block grid() {
        var table = new ArrayList<List<String>>();
        for (int row = 0; row < rows.size(); row++) {
            var cells = new ArrayList<String>();
            cells.add(name(rows.text("lender", row)));
            cells.add(rows.text("group", row));
            cells.add(Figures.number(rows.number("loans", row), 1));
            for (String column :
                    List.of(
                            "recall",
                            "precision",
                            "meanScoreStart",
                            "meanScoreEnd",
                            "profitRate")) {
                cells.add(Figures.number(rows.number(column, row), 4));
            }
            table.add(cells);
        }
        return new Block.Grid(
                ("Means over seeds. Recall: of those who would repay, the share lent "
                                + "to. Precision: of")
                        + " those lent to, the share that repaid. Profit: per step.",
                List.of(
                        "lender",
                        "group",
                        "loans",
                        "recall",
                        "precision",
                        "score at start",
                        "score in the end",
                        "profit"),
                table);
    }
}
