package glasshouse.lab.study;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Block.Bars;
import glasshouse.lab.report.Block.Caption;
import glasshouse.lab.report.Block.Scale;
import glasshouse.lab.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells who buys points, when that pays, and what detectors change about it; every number is a
/// measure of the run. Arms of a sweep over prices are called `NAME at PRICE`.
final class GamingTold {
    private static final String AT = " at ";

    private final Results results;
    private final List<String> groups;
    private final List<String> arms;

    GamingTold(Results results, List<String> groups) {
        this.results = results;
        this.groups = groups;
        arms =
                results.measures().stream()
                        .filter(m -> m.name().equals("gaming.paid"))
                        .map(Measure::scheme)
                        .distinct()
                        .toList();
    }

    /// Nothing where nobody games.
    List<Block> blocks() {
        if (arms.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Findings(findings()));
        List<String> prices = prices();
        if (prices.size() > 1) {
            blocks.add(returns(prices));
            blocks.add(buyers(prices));
        }
        blocks.add(byGroup(prices));
        blocks.add(grid());
        return blocks;
    }

    private Optional<Measure> measure(String name, String arm) {
        return results.measure("gaming." + name, arm, Optional.empty());
    }

    private double value(String name, String arm) {
        return measure(name, arm).map(Measure::value).orElse(Double.NaN);
    }

    private double value(String name, String arm, String group) {
        return results.measure("gaming." + name, arm, Optional.of(group))
                .map(Measure::value)
                .orElse(Double.NaN);
    }

    private static String base(String arm) {
        int at = arm.lastIndexOf(AT);
        return at < 0 ? arm : arm.substring(0, at);
    }

    private List<String> bases() {
        return arms.stream().map(GamingTold::base).distinct().toList();
    }

    private List<String> prices() {
        return arms.stream()
                .filter(arm -> arm.contains(AT))
                .map(arm -> arm.substring(arm.lastIndexOf(AT) + AT.length()))
                .distinct()
                .toList();
    }

    private List<String> findings() {
        var told = new ArrayList<String>();
        for (String base : bases()) {
            List<String> own = arms.stream().filter(arm -> base(arm).equals(base)).toList();
            if (own.size() > 1) {
                told.add(paying(base, own));
            }
            if (value("paid", own.getFirst()) > 0) {
                told.add(bought(own.getFirst()));
            }
            if (own.size() > 1) {
                told.add(bought(own.getLast()));
            }
            own.stream()
                    .filter(arm -> value("recall", arm) > 0)
                    .findFirst()
                    .ifPresent(arm -> told.add(found(arm)));
            own.forEach(arm -> harm(arm, told));
        }
        told.add(whoPays());
        return told;
    }

    /// At which prices a bribe brings more than it costs.
    private String paying(String base, List<String> own) {
        List<String> pays = own.stream().filter(arm -> value("return", arm) > 1).toList();
        List<String> loses = own.stream().filter(arm -> value("return", arm) <= 1).toList();
        if (pays.isEmpty()) {
            return "%s: buying pays at none of the prices tried: %s euros a point (%s)."
                    .formatted(base, at(loses), back(loses));
        }
        String not =
                loses.isEmpty() ? "" : "; it does not at %s (%s)".formatted(at(loses), back(loses));
        return "%s: buying pays at %s euros a point (%s back for a euro)%s."
                .formatted(base, at(pays), back(pays), not);
    }

    private static String at(List<String> swept) {
        return Figures.list(
                swept.stream()
                        .map(arm -> arm.substring(arm.lastIndexOf(AT) + AT.length()))
                        .toList());
    }

    private String back(List<String> swept) {
        return Figures.list(
                swept.stream().map(arm -> Figures.number(value("return", arm), 2)).toList());
    }

    private String bought(String arm) {
        String points =
                measure("points", arm)
                        .map(m -> ", worth " + Figures.number(m.value(), 2) + " points each")
                        .orElse("");
        return """
        %s: at the end %s of the people hold what they bought or forged%s; people pay %s \
        euros a person and year, and have %s euros of it."""
                .formatted(
                        arm,
                        Figures.percent(value("buyers", arm)),
                        points,
                        Figures.number(value("paid", arm), 2),
                        Figures.number(value("gain", arm), 2));
    }

    private String found(String arm) {
        return """
        %s: each time detectors look they find %s of those who gamed lately, the first time %s \
        weeks after they began; %s of those found had gamed; %s of what they bought or forged was \
        not taken back. Others are found %s times a year for a thousand people."""
                .formatted(
                        arm,
                        Figures.percent(value("recall", arm)),
                        Figures.number(value("weeks-to-finding", arm), 1),
                        Figures.percent(value("precision", arm)),
                        Figures.percent(value("undetected", arm)),
                        Figures.number(1000 * value("false-findings", arm), 2));
    }

    /// What is done to others.
    private void harm(String arm, List<String> told) {
        if (value("victims", arm) > 0) {
            told.add(
                    """
                    %s: at the end %s of the people carry bad ratings that somebody bought, and \
                    stand %s points lower for it."""
                            .formatted(
                                    arm,
                                    Figures.percent(value("victims", arm)),
                                    Figures.number(value("points-lost", arm), 2)));
        }
        if (value("loot", arm) > 0) {
            told.add(
                    "%s: those who are trusted and cheat take %s euros a person and year."
                            .formatted(arm, Figures.number(value("loot", arm), 2)));
        }
    }

    /// The groups that pay most and least where most is paid.
    private String whoPays() {
        String arm = arms.getFirst();
        for (String each : arms) {
            arm = value("paid", each) > value("paid", arm) ? each : arm;
        }
        String most = groups.getFirst();
        String least = groups.getFirst();
        for (String group : groups) {
            most = value("paid", arm, group) > value("paid", arm, most) ? group : most;
            least = value("paid", arm, group) < value("paid", arm, least) ? group : least;
        }
        return """
        Most is paid under %s: by the group %s %s euros a person and year, with a return of %s on \
        a euro, by the group %s %s, with a return of %s."""
                .formatted(
                        arm,
                        most,
                        Figures.number(value("paid", arm, most), 2),
                        Figures.number(value("return", arm, most), 2),
                        least,
                        Figures.number(value("paid", arm, least), 2),
                        Figures.number(value("return", arm, least), 2));
    }

    private List<Bars> bars(String measure, List<String> prices) {
        return bases().stream()
                .filter(base -> arms.contains(base + AT + prices.getFirst()))
                .map(
                        base ->
                                new Bars(
                                        base,
                                        prices.stream()
                                                .mapToDouble(p -> value(measure, base + AT + p))
                                                .toArray()))
                .toList();
    }

    private Block returns(List<String> prices) {
        return new Block.BarChart(
                new Caption(
                        "What a euro for points brings",
                        "Buying pays where a bar is higher than 1. Gains are prices saved and"
                                + " refusals avoided, by the score with and without what was"
                                + " bought.",
                        "euros for a point",
                        "euros for a euro"),
                Scale.PLAIN,
                prices,
                bars("return", prices));
    }

    private Block buyers(List<String> prices) {
        return new Block.BarChart(
                new Caption(
                        "Who holds bought points at the end",
                        "Those whom a claw-back left with nothing bought are not among them.",
                        "euros for a point",
                        "share of people"),
                Scale.PERCENT,
                prices,
                bars("buyers", prices));
    }

    /// Over the prices of the first arm that was swept, or over arms where none was.
    private Block byGroup(List<String> prices) {
        String base = bases().getFirst();
        boolean swept = prices.size() > 1 && arms.contains(base + AT + prices.getFirst());
        List<String> own = swept ? prices.stream().map(p -> base + AT + p).toList() : arms;
        return new Block.BarChart(
                new Caption(
                        "What people pay for points, by group" + (swept ? ": " + base : ""),
                        "Groups differ in income and neighbourhood, and in nothing else.",
                        swept ? "euros for a point" : "arm",
                        "euros a person and year"),
                Scale.PLAIN,
                swept ? prices : arms,
                groups.stream()
                        .map(
                                group ->
                                        new Bars(
                                                group,
                                                own.stream()
                                                        .mapToDouble(a -> value("paid", a, group))
                                                        .toArray()))
                        .toList());
    }

    private Block grid() {
        var rows = new ArrayList<List<String>>();
        for (String arm : arms) {
            rows.add(
                    List.of(
                            arm,
                            Figures.number(value("return", arm), 2),
                            Figures.percent(value("undetected", arm)),
                            Figures.percent(value("precision", arm)),
                            Figures.percent(value("recall", arm)),
                            Figures.number(value("weeks-to-finding", arm), 1),
                            Figures.number(1000 * value("false-findings", arm), 2)));
        }
        return new Block.Grid(
                "What detectors find",
                List.of(
                        "arm",
                        "return",
                        "not taken back",
                        "precision",
                        "recall",
                        "weeks to a finding",
                        "others found a year, of 1,000"),
                rows);
    }
}
