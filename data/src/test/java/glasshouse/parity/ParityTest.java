package glasshouse.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.parity.ParityReport.Comparison;
import glasshouse.parity.ParityReport.Group;
import glasshouse.testkit.Property;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Group measures say what published tables say, and do not depend on anything but the people.
final class ParityTest {
    private static final Plan.Attribute RACE = new Plan.Attribute("race", List.of(), "White");

    private static Plan plan(boolean yesIsFavourable, Plan.Attribute... attributes) {
        return new Plan("test", List.of(attributes), List.of(), true, yesIsFavourable, 30, 400, 1);
    }

    private static Decisions decisions(List<Alike> rows) {
        long read = rows.stream().mapToLong(Alike::persons).sum();
        return new Decisions(rows, read, Map.of());
    }

    private static Alike decided(String trait, Answer decision, Answer outcome, long persons) {
        return new Alike(List.of(trait), Double.NaN, decision, outcome, persons);
    }

    /// Decided yes: scored medium or high by COMPAS; outcome yes: charged again within two years;
    /// Broward County, 2013 and 2014 (Larson, Mattu, Kirchner, Angwin, ProPublica, 2016).
    private static List<Alike> compas() {
        return List.of(
                decided("African-American", Answer.YES, Answer.YES, 1369),
                decided("African-American", Answer.YES, Answer.NO, 805),
                decided("African-American", Answer.NO, Answer.YES, 532),
                decided("African-American", Answer.NO, Answer.NO, 990),
                decided("White", Answer.YES, Answer.YES, 505),
                decided("White", Answer.YES, Answer.NO, 349),
                decided("White", Answer.NO, Answer.YES, 461),
                decided("White", Answer.NO, Answer.NO, 1139));
    }

    private static ParityReport compasReport() {
        return Parity.of(decisions(compas()), plan(false, RACE), OptionalDouble.empty());
    }

    private static Group group(ParityReport report, String name) {
        return report.groups().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// False positives and negatives and accuracy as in Dressel and Farid, Science Advances 4(1),
    /// 2018, table 2, column COMPAS.
    @Test
    void theRatesAreThosePublishedOfCompas() {
        ParityReport report = compasReport();
        Group black = group(report, "race: African-American");
        Group white = group(report, "race: White");
        assertEquals(0.448, black.rate(Measure.FPR).value(), 0.0006);
        assertEquals(0.235, white.rate(Measure.FPR).value(), 0.0006);
        assertEquals(0.280, black.rate(Measure.FNR).value(), 0.0006);
        assertEquals(0.477, white.rate(Measure.FNR).value(), 0.0006);
        assertEquals(0.638, black.rate(Measure.ACCURACY).value(), 0.0006);
        assertEquals(0.670, white.rate(Measure.ACCURACY).value(), 0.0006);
        assertEquals(0.63, black.rate(Measure.PPV).value(), 0.005);
        assertEquals(0.59, white.rate(Measure.PPV).value(), 0.005);
    }

    /// Binomial intervals of the same table; those of the bootstrap are as wide.
    @Test
    void theIntervalsAreAsWideAsTheory() {
        Group black = group(compasReport(), "race: African-American");
        Estimate rate = black.rate(Measure.FPR);
        double half = 1.96 * Math.sqrt(rate.value() * (1 - rate.value()) / (805 + 990));
        assertEquals(rate.value() - half, rate.low(), 0.006);
        assertEquals(rate.value() + half, rate.high(), 0.006);
    }

    @Test
    void whatIsBadForThePersonIsComparedByWhoIsSpared() {
        Comparison compared = compasReport().comparisons().getFirst();
        assertEquals("race: African-American", compared.group().name());
        double spared = (532.0 + 990) / 3696;
        double sparedWhite = (461.0 + 1139) / 2454;
        assertEquals(spared / sparedWhite, compared.favourable().value(), 1e-12);
        assertTrue(compared.belowFourFifths());
    }

    @Test
    void equalisedOddsTakesTheLargerDifference() {
        Comparison compared = compasReport().comparisons().getFirst();
        assertEquals(
                805.0 / 1795 - 349.0 / 1488,
                compared.difference(Criterion.EQUALISED_ODDS).value(),
                1e-12);
        assertEquals(
                1369.0 / 1901 - 505.0 / 966,
                compared.difference(Criterion.EQUAL_OPPORTUNITY).value(),
                1e-12);
        assertTrue(compared.difference(Criterion.EQUALISED_ODDS).excludes(0));
    }

    @Test
    void fourFifthsItselfIsEnough() {
        var rows =
                List.of(
                        decided("a", Answer.YES, Answer.UNKNOWN, 50),
                        decided("a", Answer.NO, Answer.UNKNOWN, 50),
                        decided("b", Answer.YES, Answer.UNKNOWN, 40),
                        decided("b", Answer.NO, Answer.UNKNOWN, 60));
        var attribute = new Plan.Attribute("g", List.of(), "");
        var report = Parity.of(decisions(rows), plan(true, attribute), OptionalDouble.empty());
        assertFalse(report.comparisons().getFirst().belowFourFifths());
        assertFalse(report.groups().getFirst().rate(Measure.TPR).isKnown());
    }

    @Test
    void aGroupThatIsTooSmallIsCountedAndNotCompared() {
        var rows =
                List.of(
                        decided("a", Answer.YES, Answer.YES, 29),
                        decided("b", Answer.NO, Answer.YES, 40),
                        decided("c", Answer.YES, Answer.YES, 40));
        var attribute = new Plan.Attribute("g", List.of(), "");
        var report = Parity.of(decisions(rows), plan(true, attribute), OptionalDouble.empty());
        assertEquals(4, report.groups().size());
        assertEquals(1, report.comparisons().size());
        assertEquals("g: c", report.comparisons().getFirst().reference().name());
    }

    @Test
    void noneAndAllHaveAnIntervalAllTheSame() {
        var rows = List.of(decided("a", Answer.YES, Answer.YES, 10));
        var attribute = new Plan.Attribute("g", List.of(), "");
        var report = Parity.of(decisions(rows), plan(true, attribute), OptionalDouble.empty());
        Estimate rate = report.groups().getFirst().rate(Measure.SELECTION_RATE);
        assertEquals(1, rate.value());
        // Wilson's lower end for 10 of 10 is 10 / (10 + 1.96²).
        assertEquals(10 / (10 + 1.959964 * 1.959964), rate.low(), 1e-6);
    }

    @Test
    void aThresholdDecides() {
        var rows =
                List.of(
                        new Alike(List.of("a"), 500, Answer.UNKNOWN, Answer.NO, 40),
                        new Alike(List.of("a"), 600, Answer.UNKNOWN, Answer.YES, 60));
        var attribute = new Plan.Attribute("g", List.of(), "");
        var report = Parity.of(decisions(rows), plan(true, attribute), OptionalDouble.of(600));
        Group all = report.all().orElseThrow();
        assertEquals(0.6, all.rate(Measure.SELECTION_RATE).value());
        assertEquals(1, all.rate(Measure.PPV).value());
        assertEquals(
                List.of(500.0, 600.0), report.curve().stream().map(at -> at.threshold()).toList());
        assertEquals(100, report.curve().getFirst().counts().getFirst().yes());
    }

    @Test
    void aScoreThatMeansTheSameForAllIsCalibrated() {
        var rows = new ArrayList<Alike>();
        for (int score = 1; score <= 9; score++) {
            for (String trait : List.of("a", "b")) {
                long persons = trait.equals("a") ? 100L * score : 100L * (10 - score);
                long yes = persons * score / 10;
                rows.add(new Alike(List.of(trait), score, Answer.UNKNOWN, Answer.YES, yes));
                rows.add(
                        new Alike(List.of(trait), score, Answer.UNKNOWN, Answer.NO, persons - yes));
            }
        }
        var attribute = new Plan.Attribute("g", List.of(), "a");
        var report = Parity.of(decisions(rows), plan(true, attribute), OptionalDouble.of(5));
        Comparison compared = report.comparisons().getFirst();
        assertEquals(0, compared.difference(Criterion.CALIBRATION).value(), 1e-9);
        assertTrue(compared.difference(Criterion.DEMOGRAPHIC_PARITY).excludes(0));
    }

    @Test
    void theOrderOfTheRowsAndHowTheyAreSplitLeaveNoTrace() {
        Property.check(
                "parity order-free",
                20,
                choices -> {
                    var split = new ArrayList<Alike>();
                    for (Alike row : compas()) {
                        long first = choices.intBetween(1, (int) row.persons() - 1);
                        for (long part : List.of(first, row.persons() - first)) {
                            split.add(
                                    new Alike(
                                            row.traits(),
                                            row.score(),
                                            row.decision(),
                                            row.outcome(),
                                            part));
                        }
                    }
                    Collections.shuffle(split, new Random(choices.intBetween(0, 1 << 20)));
                    ParityReport other =
                            Parity.of(decisions(split), plan(false, RACE), OptionalDouble.empty());
                    assertEquals(compasReport().groups(), other.groups());
                    assertEquals(compasReport().comparisons(), other.comparisons());
                });
    }

    @Test
    void anotherSeedGivesOtherIntervalsAndTheSameRates() {
        Plan one = plan(false, RACE);
        Plan two = new Plan("test", List.of(RACE), List.of(), true, false, 30, 400, 2);
        Group a = Parity.of(decisions(compas()), one, OptionalDouble.empty()).groups().get(1);
        Group b = Parity.of(decisions(compas()), two, OptionalDouble.empty()).groups().get(1);
        assertEquals(a.rate(Measure.FPR).value(), b.rate(Measure.FPR).value());
        assertFalse(a.rate(Measure.FPR).equals(b.rate(Measure.FPR)));
    }
}
