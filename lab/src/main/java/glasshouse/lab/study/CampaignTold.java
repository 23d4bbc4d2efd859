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

/// Tells whom a marketer's vouchers moved and what they cost, arm by arm.
final class CampaignTold {
    private final Results results;
    private final List<String> groups;
    private final List<String> arms;

    CampaignTold(Results results, List<String> groups) {
        this.results = results;
        this.groups = groups;
        arms =
                results.measures().stream()
                        .filter(m -> m.name().equals("campaign.cost-per-moved"))
                        .map(Measure::scheme)
                        .distinct()
                        .toList();
    }

    /// Nothing where there is no campaign.
    List<Block> blocks() {
        if (arms.isEmpty()) {
            return List.of();
        }
        var told = new ArrayList<String>();
        for (String arm : arms) {
            told.add(moved(arm));
            told.add(groups(arm));
        }
        return List.of(
                new Block.Findings(told),
                chart(
                        "What it costs to move somebody to a purchase",
                        "Vouchers that went to purchases made anyway are in the price.",
                        "euros a purchase",
                        "cost-per-moved"),
                chart(
                        "Who is sent vouchers",
                        "Whom a campaign by score reaches depends on how groups score.",
                        "vouchers a person and year",
                        "offered"));
    }

    private double value(String name, String arm) {
        return results.measure("campaign." + name, arm, Optional.empty())
                .map(Measure::value)
                .orElse(Double.NaN);
    }

    private double value(String name, String arm, String group) {
        return results.measure("campaign." + name, arm, Optional.of(group))
                .map(Measure::value)
                .orElse(Double.NaN);
    }

    private String moved(String arm) {
        return """
        %s: %s vouchers a person and year are sent, %s euros of them redeemed; %s of the vouchers \
        sent move somebody to a purchase, which costs %s euros each; %s of those redeemed pay for \
        what would have been bought anyway."""
                .formatted(
                        arm,
                        Figures.number(value("offered", arm), 2),
                        Figures.number(value("spent", arm), 2),
                        Figures.percent(value("moved", arm)),
                        Figures.number(value("cost-per-moved", arm), 2),
                        Figures.percent(value("wasted", arm)));
    }

    private String groups(String arm) {
        String cheap = groups.getFirst();
        String dear = groups.getFirst();
        for (String group : groups) {
            double cost = value("cost-per-moved", arm, group);
            cheap = cost < value("cost-per-moved", arm, cheap) ? group : cheap;
            dear = cost > value("cost-per-moved", arm, dear) ? group : dear;
        }
        return """
        %s: a purchase moved costs least in the group %s, %s euros, who are sent %s vouchers a \
        year, and most in the group %s, %s euros, who are sent %s."""
                .formatted(
                        arm,
                        cheap,
                        Figures.number(value("cost-per-moved", arm, cheap), 2),
                        Figures.number(value("offered", arm, cheap), 2),
                        dear,
                        Figures.number(value("cost-per-moved", arm, dear), 2),
                        Figures.number(value("offered", arm, dear), 2));
    }

    private Block chart(String title, String summary, String upward, String measure) {
        return new Block.BarChart(
                new Caption(title, summary, "arm", upward),
                Scale.PLAIN,
                arms,
                groups.stream()
                        .map(
                                group ->
                                        new Bars(
                                                group,
                                                arms.stream()
                                                        .mapToDouble(a -> value(measure, a, group))
                                                        .toArray()))
                        .toList());
    }
}
