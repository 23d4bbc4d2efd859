package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.ResultHash;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.report.Block;
import glasshouse.lab.report.Figures;
import glasshouse.lab.report.Section;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

/// The shipped experiment `marketplace` in a smaller city: what its report says is what its
/// measures say, sentence by sentence.
final class MarketplaceTest {
    private static final String NUMBERS = "([−0-9.,]+(?:(?:, | and )[−0-9.,]+)*)";
    private static final Map<Setting, Long> SMALL =
            Map.of(Setting.PEOPLE, 4_000L, Setting.STEPS, 44L);

    private static double value(Results results, String name, String arm) {
        return results.measure(name, arm, Optional.empty()).map(Measure::value).orElseThrow();
    }

    private static double value(Results results, String name, String arm, String group) {
        return results.measure(name, arm, Optional.of(group)).map(Measure::value).orElseThrow();
    }

    private static List<String> words(String list) {
        return Arrays.asList(list.split(", | and "));
    }

    @Test
    void whatTheReportSaysIsWhatWasMeasured() throws IOException, InterruptedException {
        Results results = Shipped.run("marketplace", SMALL, 2);
        gaming(results, 2);
        campaigns(results, groups(results));
    }

    @Test
    void whatIsSaidOfStarsForSaleIsWhatWasMeasured() throws IOException, InterruptedException {
        gaming(Shipped.run("stars-for-sale", SMALL, 2), 0);
    }

    private static List<String> groups(Results results) {
        return results.measures().stream().flatMap(m -> m.group().stream()).distinct().toList();
    }

    private static void gaming(Results results, int swept) {
        List<Block> blocks = new GamingTold(results, groups(results)).blocks();
        Sentences gaming = Sentences.of(List.of(new Section("gaming", blocks)));
        gaming.each(
                "(\\S+): buying pays at "
                        + NUMBERS
                        + " euros a point \\("
                        + NUMBERS
                        + " back for a euro\\); it does not at "
                        + NUMBERS
                        + " \\("
                        + NUMBERS
                        + "\\)\\.",
                swept,
                said -> {
                    paying(results, said.group(1), said.group(2), said.group(3), true);
                    paying(results, said.group(1), said.group(4), said.group(5), false);
                });
        gaming.each(
                "(.+): at the end (.+ %) of the people hold what they bought or forged(?:,"
                        + " worth (\\S+) points each)?; people pay (\\S+) euros a person and"
                        + " year, and have (\\S+) euros of it\\.",
                4, said -> bought(results, said));
        gaming.each(
                "(.+): each time detectors look they find (.+ %) of those who gamed lately, the"
                        + " first time (\\S+) weeks after they began; (.+ %) of those found had"
                        + " gamed; (.+ %) of what they bought or forged was not taken back\\."
                        + " Others are found (\\S+) times a year for a thousand people\\.",
                1, said -> found(results, said));
        gaming.each(
                "Most is paid under (.+): by the group (\\S+) (\\S+) euros a person and year, with"
                        + " a return of (\\S+) on a euro, by the group (\\S+) (\\S+), with a return"
                        + " of (\\S+)\\.",
                1,
                said -> {
                    String arm = said.group(1);
                    for (int at : new int[] {2, 5}) {
                        double paid = value(results, "gaming.paid", arm, said.group(at));
                        double back = value(results, "gaming.return", arm, said.group(at));
                        assertEquals(Figures.number(paid, 2), said.group(at + 1));
                        assertEquals(Figures.number(back, 2), said.group(at + 2));
                    }
                });
        gaming.each(
                "(.+): at the end (.+ %) of the people carry bad ratings that somebody bought, and"
                        + " stand (\\S+) points lower for it\\.",
                swept > 0 ? 0 : 2,
                said -> {
                    String arm = said.group(1);
                    double lost = value(results, "gaming.points-lost", arm);
                    assertEquals(
                            Figures.percent(value(results, "gaming.victims", arm)), said.group(2));
                    assertEquals(Figures.number(lost, 2), said.group(3));
                });
        gaming.each(
                "(.+): those who are trusted and cheat take (\\S+) euros a person and year\\.",
                swept > 0 ? 0 : 1,
                said -> {
                    double loot = value(results, "gaming.loot", said.group(1));
                    assertEquals(Figures.number(loot, 2), said.group(2));
                });
        gaming.allKnown();
    }

    private static void paying(
            Results results, String arm, String prices, String returns, boolean pays) {
        List<String> at = words(prices);
        List<String> back = words(returns);
        assertEquals(at.size(), back.size());
        for (int i = 0; i < at.size(); i++) {
            double value = value(results, "gaming.return", arm + " at " + at.get(i));
            assertEquals(Figures.number(value, 2), back.get(i));
            assertEquals(pays, value > 1);
        }
    }

    private static void bought(Results results, MatchResult said) {
        String arm = said.group(1);
        assertEquals(Figures.percent(value(results, "gaming.buyers", arm)), said.group(2));
        if (said.group(3) != null) {
            assertEquals(Figures.number(value(results, "gaming.points", arm), 2), said.group(3));
        }
        assertEquals(Figures.number(value(results, "gaming.paid", arm), 2), said.group(4));
        assertEquals(Figures.number(value(results, "gaming.gain", arm), 2), said.group(5));
    }

    private static void found(Results results, MatchResult said) {
        String arm = said.group(1);
        assertEquals(Figures.percent(value(results, "gaming.recall", arm)), said.group(2));
        double weeks = value(results, "gaming.weeks-to-finding", arm);
        assertEquals(Figures.number(weeks, 1), said.group(3));
        assertEquals(Figures.percent(value(results, "gaming.precision", arm)), said.group(4));
        assertEquals(Figures.percent(value(results, "gaming.undetected", arm)), said.group(5));
        double others = 1000 * value(results, "gaming.false-findings", arm);
        assertEquals(Figures.number(others, 2), said.group(6));
    }

    private static void campaigns(Results results, List<String> groups) {
        List<Block> blocks = new CampaignTold(results, groups).blocks();
        Sentences told = Sentences.of(List.of(new Section("campaigns", blocks)));
        told.each(
                "(.+): (\\S+) vouchers a person and year are sent, (\\S+) euros of them redeemed;"
                        + " (.+ %) of the vouchers sent move somebody to a purchase, which costs"
                        + " (\\S+) euros each; (.+ %) of those redeemed pay for what would have"
                        + " been bought anyway\\.",
                3,
                said -> {
                    String arm = said.group(1);
                    double offered = value(results, "campaign.offered", arm);
                    double cost = value(results, "campaign.cost-per-moved", arm);
                    double moved = value(results, "campaign.moved", arm);
                    assertEquals(Figures.number(offered, 2), said.group(2));
                    assertEquals(
                            Figures.number(value(results, "campaign.spent", arm), 2),
                            said.group(3));
                    assertEquals(Figures.percent(moved), said.group(4));
                    assertEquals(Figures.number(cost, 2), said.group(5));
                    assertEquals(
                            Figures.percent(value(results, "campaign.wasted", arm)), said.group(6));
                    double spent = value(results, "campaign.spent", arm);
                    assertEquals(spent, offered * moved * cost, 1e-9 * spent);
                    assertTrue(spent * 100_000 / 365.25 * 7 < 20_000 * 1.1, "within the budget");
                });
        told.each(
                "(.+): a purchase moved costs least in the group (\\S+), (\\S+) euros, who are sent"
                        + " (\\S+) vouchers a year, and most in the group (\\S+), (\\S+) euros, who"
                        + " are sent (\\S+)\\.",
                3,
                said -> {
                    for (int at : new int[] {2, 5}) {
                        String arm = said.group(1);
                        String group = said.group(at);
                        double cost = value(results, "campaign.cost-per-moved", arm, group);
                        double sent = value(results, "campaign.offered", arm, group);
                        assertEquals(Figures.number(cost, 2), said.group(at + 1));
                        assertEquals(Figures.number(sent, 2), said.group(at + 2));
                    }
                });
        told.allKnown();
    }

    @Test
    void threadsLeaveNoTrace() throws IOException, InterruptedException {
        Map<Setting, Long> tiny = Map.of(Setting.PEOPLE, 2_500L, Setting.STEPS, 12L);
        String one = ResultHash.of(Shipped.run("marketplace", tiny, 1));
        assertEquals(one, ResultHash.of(Shipped.run("marketplace", tiny, 3)));
    }
}
