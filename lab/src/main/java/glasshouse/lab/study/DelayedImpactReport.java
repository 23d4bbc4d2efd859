package glasshouse.lab.study;

import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.util.ArrayList;
import java.util.List;

/// Tells of a run of [DelayedImpact].
final class DelayedImpactReport {
    private static final double NOTHING = 1e-6;

    private final Table rows;
    private final Table curves;
    private final Table lines;
    private final List<String> groups;
    private final List<String> utilities;

    private DelayedImpactReport(Results results) {
        rows = results.table(Table.ROWS).orElseThrow();
        curves = results.table("outcome-curve").orElseThrow();
        lines = results.table("lines").orElseThrow();
        groups = rows.words("group");
        utilities = rows.words("utility");
    }

    static List<Section> sections(Results results) {
        return new DelayedImpactReport(results).sections();
    }

    private List<Section> sections() {
        var happened = new ArrayList<Block>();
        happened.add(new Block.Findings(findings()));
        happened.addAll(utilities.stream().map(this::changes).toList());
        return List.of(
                new Section("What happened", happened),
                new Section("How far each rule goes", curve(), linesTable()),
                new Section("All numbers", grid()),
                new Section("How it works", Wording.of("delayed-impact")));
    }

    private double value(String utility, String policy, String group, String column) {
        return rows.number(
                column, rows.rows("utility", utility, "policy", policy, "group", group)[0]);
    }

    /// For each utility, what each rule does to the group that fares worst.
    private List<String> findings() {
        var findings = new ArrayList<String>();
        for (String utility : utilities) {
            String worst = groups.getFirst();
            for (String group : groups) {
                if (best(utility, group) < best(utility, worst)) {
                    worst = group;
                }
            }
            var parts = new ArrayList<String>();
            for (Policy policy : Policy.values()) {
                double change = value(utility, policy.label(), worst, "meanScoreChange");
                double lent = value(utility, policy.label(), worst, "selection");
                parts.add(
                        "%s lends to %s of them and moves their mean score by %s points"
                                .formatted(
                                        name(policy),
                                        Figures.percent(lent),
                                        Figures.signed(change, 1)));
            }
            findings.add(
                    ("Where a repaid loan brings the bank %s and a default costs it %s, for "
                                    + "%s people %s.")
                            .formatted(gain(utility), loss(utility), worst, Figures.list(parts)));
        }
        findings.add(harm());
        return findings;
    }

    private double best(String utility, String group) {
        return value(utility, Policy.MAX_PROFIT.label(), group, "meanScoreChange");
    }

    /// In how many cases a rule made to treat groups alike left one worse off than no loan at all.
    private String harm() {
        var harmed = new ArrayList<String>();
        int cases = 0;
        for (String utility : utilities) {
            for (Policy policy : Policy.values()) {
                for (String group : groups) {
                    cases++;
                    if (value(utility, policy.label(), group, "meanScoreChange") < 0) {
                        harmed.add(
                                "%s people under %s at %s".formatted(group, name(policy), utility));
                    }
                }
            }
        }
        return harmed.isEmpty()
                ? "In none of the %s cases does a group's mean score fall.".formatted(cases)
                : "In %s of the %s cases a group ends lower than if nobody had lent to it: %s."
                        .formatted(harmed.size(), cases, Figures.list(harmed));
    }

    private static String name(Policy policy) {
        return policy.label().replace('-', ' ');
    }

    private static String gain(String utility) {
        return utility.substring(1, utility.indexOf('/'));
    }

    private static String loss(String utility) {
        return utility.substring(utility.indexOf('/') + 2);
    }

    private Block changes(String utility) {
        var bars = new ArrayList<Block.Bars>();
        var summary = new ArrayList<String>();
        for (String group : groups) {
            double[] values = new double[Policy.values().length];
            int i = 0;
            for (Policy policy : Policy.values()) {
                values[i++] = value(utility, policy.label(), group, "meanScoreChange");
            }
            bars.add(new Block.Bars(group, values));
            summary.add("%s people %s".formatted(group, signed(values)));
        }
        List<String> policies =
                java.util.Arrays.stream(Policy.values()).map(DelayedImpactReport::name).toList();
        return new Block.BarChart(
                new Block.Caption(
                        "Mean change of score by rule, at " + utility,
                        "Under %s: %s."
                                .formatted(Figures.list(policies), String.join("; ", summary)),
                        "rule",
                        "points of score, mean of the whole group"),
                Block.Scale.PLAIN,
                policies,
                bars);
    }

    private static String signed(double... values) {
        var words = new ArrayList<String>();
        for (double value : values) {
            words.add(Figures.signed(value, 1));
        }
        return Figures.list(words);
    }

    private Block curve() {
        var drawn = new ArrayList<Block.Line>();
        var summary = new ArrayList<String>();
        for (String group : groups) {
            int[] at = curves.rows("group", group);
            drawn.add(
                    new Block.Line(
                            group,
                            curves.numbers("selection", at),
                            curves.numbers("meanScoreChange", at)));
            int best = lines.rows("line", DelayedImpact.BEST, "group", group)[0];
            summary.add(
                    "%s people gain most, %s points, where %s of them are lent to"
                            .formatted(
                                    group,
                                    Figures.signed(lines.number("meanScoreChange", best), 1),
                                    Figures.percent(lines.number("selection", best))));
        }
        return new Block.LineChart(
                new Block.Caption(
                        "The more are lent to, the better, up to a point",
                        Figures.list(summary) + ".",
                        "share of the group that is lent to",
                        "points of score, mean of the whole group"),
                Block.Scale.PLAIN,
                drawn,
                List.of());
    }

    private Block linesTable() {
        var table = new ArrayList<List<String>>();
        for (int row : lines.rows("line", DelayedImpact.ACTIVE_HARM)) {
            boolean never = lines.number("meanScoreChange", row) > NOTHING;
            table.add(
                    List.of(
                            lines.text("group", row),
                            lines.text("repaymentOf", row),
                            never ? "never" : Figures.number(lines.number("threshold", row), 1),
                            never ? "" : Figures.percent(lines.number("selection", row))));
        }
        return new Block.Grid(
                "Where active harm begins: lending below this score leaves the group lower than no"
                        + " loans. The line belongs to a group's own repayment; the code published"
                        + " with the paper draws it for the second group with the first one's, so"
                        + " both are shown.",
                List.of("group", "repayment of", "threshold", "share lent to"),
                table);
    }

    private Block grid() {
        var table = new ArrayList<List<String>>();
        for (int row = 0; row < rows.size(); row++) {
            table.add(
                    List.of(
                            rows.text("utility", row),
                            rows.text("policy", row),
                            rows.text("group", row),
                            Figures.number(rows.number("threshold", row), 4),
                            Figures.number(rows.number("selection", row), 4),
                            Figures.number(rows.number("tpr", row), 4),
                            Figures.number(rows.number("meanScoreChange", row), 4),
                            Figures.number(rows.number("meanScoreChangeOfMeans", row), 4)));
        }
        return new Block.Grid(
                ("The last column holds the mean of the new scores within the scale, as "
                                + "the published")
                        + (" code does, instead of each new score; the paper prints no such "
                                + "numbers to")
                        + " compare with.",
                List.of(
                        "utility",
                        "rule",
                        "group",
                        "threshold",
                        "share lent to",
                        "of those who would repay",
                        "mean change",
                        "of means"),
                table);
    }
}
