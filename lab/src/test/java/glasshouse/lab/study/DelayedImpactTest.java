package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.data.Column;
import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DelayedImpactTest {
    private static final Path DATA = Path.of("../experiments/data/transunion-race");
    private static final ScoreChange CHANGE = new ScoreChange(75, -150, 300, 850);

    private static List<CreditGroup> groups() throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("Black", "Black");
        columns.put("White", "Non- Hispanic white");
        return new CreditTables(DATA).groups(columns);
    }

    private static DelayedImpact study() throws IOException {
        return new DelayedImpact(
                groups(), List.of(new Utility(1, -4), new Utility(1, -10)), CHANGE, Map.of());
    }

    private static Results results() throws IOException {
        return study().run(Progress.NONE, Checkpoints.NONE);
    }

    /// Reckoned apart, by the paper's own search in another language.
    @Test
    void thresholdsRatesAndChangesAreThoseOfTheModel() throws IOException {
        String expected =
                """
                +1/-4 max-profit Black 645.0000 0.1677 0.4496 8.2566 8.3971
                +1/-4 max-profit White 613.7500 0.6634 0.8335 38.2603 38.6656
                +1/-4 equal-opportunity Black 557.2917 0.3561 0.7913 5.8726 6.0130
                +1/-4 equal-opportunity White 630.9605 0.6249 0.7913 36.8333 37.2387
                +1/-4 demographic-parity Black 480.1007 0.5774 0.9239 -17.2827 -17.1422
                +1/-4 demographic-parity White 649.1667 0.5774 0.7367 34.6353 35.0406
                +1/-10 max-profit Black 716.1765 0.0772 0.2175 4.2559 4.3963
                +1/-10 max-profit White 656.5217 0.5576 0.7132 33.5908 33.9961
                +1/-10 equal-opportunity Black 601.2500 0.2580 0.6413 9.2268 9.3672
                +1/-10 equal-opportunity White 677.9539 0.4986 0.6413 30.1624 30.5677
                +1/-10 demographic-parity Black 562.5000 0.3415 0.7732 6.6926 6.8330
                +1/-10 demographic-parity White 731.0000 0.3415 0.4430 19.8709 20.2762
                """;
        Table rows = results().table(Table.ROWS).orElseThrow();
        var found = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            var cells = new ArrayList<String>();
            for (Column column : rows.columns().subList(0, 8)) {
                cells.add(cell(column, row));
            }
            found.append(String.join(" ", cells)).append('\n');
        }
        assertEquals(expected, found.toString());
    }

    private static String cell(Column column, int row) {
        return switch (column) {
            case Column.Texts texts -> texts.values().get(row);
            case Column.Wholes wholes -> Long.toString(wholes.values()[row]);
            case Column.Decimals decimals ->
                    String.format(Locale.ROOT, "%.4f", decimals.values()[row]);
        };
    }

    /// The paper's group sizes, as its code prints them.
    @Test
    void theGroupsAreAsLargeAsPublished() throws IOException {
        List<CreditGroup> groups = groups();
        double all = groups.get(0).count() + groups.get(1).count();
        assertEquals(0.12066905, groups.get(0).count() / all, 5e-9);
        assertEquals(0.87933095, groups.get(1).count() / all, 5e-9);
    }

    @Test
    void demographicParityLendsToTheSameShareOfBoth() throws IOException {
        List<CreditGroup> groups = groups();
        List<Lending> rules =
                new Bank(new Utility(1, -7)).choose(Policy.DEMOGRAPHIC_PARITY, groups);
        assertEquals(
                groups.get(0).sum(rules.get(0), _ -> 1),
                groups.get(1).sum(rules.get(1), _ -> 1),
                1e-12);
    }

    @Test
    void equalOpportunityLendsToTheSameShareOfThoseWhoWouldRepay() throws IOException {
        Results results = results();
        for (String arm : List.of("equal-opportunity +1/-4", "equal-opportunity +1/-10")) {
            double black = value(results, arm, "Black");
            assertEquals(black, value(results, arm, "White"), 1e-12);
        }
    }

    private static double value(Results results, String arm, String group) {
        return results.measure("tpr", arm, Optional.of(group)).map(Measure::value).orElseThrow();
    }

    @Test
    void aWorseDefaultNeverLowersAThreshold() throws IOException {
        List<CreditGroup> groups = groups();
        for (Policy policy : Policy.values()) {
            double before = 0;
            for (int loss = 1; loss <= 20; loss++) {
                List<Lending> rules = new Bank(new Utility(1, -loss)).choose(policy, groups);
                double threshold = rules.getFirst().threshold(groups.getFirst().score());
                assertTrue(threshold >= before, policy + " at " + loss);
                before = threshold;
            }
        }
    }

    @Test
    void whatIsEarnedNeverFallsBelowTheBestOfAFineGrid() throws IOException {
        List<CreditGroup> groups = groups();
        var utility = new Utility(1, -4);
        List<Lending> chosen = new Bank(utility).choose(Policy.DEMOGRAPHIC_PARITY, groups);
        double best = profit(groups, chosen, utility);
        for (int i = 0; i <= 5000; i++) {
            var rules = new ArrayList<Lending>();
            for (CreditGroup group : groups) {
                rules.add(Lending.upTo(i / 5000.0, group.mass(), 1));
            }
            assertTrue(profit(groups, rules, utility) <= best + 1e-9);
        }
    }

    private static double profit(List<CreditGroup> groups, List<Lending> rules, Utility utility) {
        double profit = 0;
        for (int i = 0; i < groups.size(); i++) {
            CreditGroup group = groups.get(i);
            double mean =
                    group.sum(
                            rules.get(i),
                            cell ->
                                    group.repays()[cell] * utility.repaid()
                                            + (1 - group.repays()[cell]) * utility.defaulted());
            profit += group.count() * mean;
        }
        return profit;
    }

    /// Black borrowers' line of active harm; with White borrowers' repayment it would lie
    /// elsewhere.
    @Test
    void theLineOfActiveHarmIsDrawnWithTheGroupsOwnRepayment() throws IOException {
        Table lines = results().table("lines").orElseThrow();
        var own = new ArrayList<Double>();
        var others = new ArrayList<Double>();
        for (int row = 0; row < lines.size(); row++) {
            if (cell(lines.columns().get(0), row).equals(DelayedImpact.ACTIVE_HARM)
                    && cell(lines.columns().get(1), row).equals("Black")) {
                boolean same = cell(lines.columns().get(2), row).equals("Black");
                double threshold = ((Column.Decimals) lines.columns().get(3)).values()[row];
                (same ? own : others).add(threshold);
            }
        }
        assertEquals(1, own.size());
        assertEquals(1, others.size());
        assertTrue(others.getFirst() < own.getFirst());
    }

    @Test
    void aPercentileLiesOnTheScaleByTheShareOfItsBand() {
        assertEquals(300, CreditTables.points(0));
        assertEquals(350, CreditTables.points(2.1), 1e-9);
        assertEquals(400, CreditTables.points(6.3), 1e-9);
        assertEquals(375, CreditTables.points(4.2), 1e-9);
        assertEquals(850, CreditTables.points(100), 1e-9);
    }
}
