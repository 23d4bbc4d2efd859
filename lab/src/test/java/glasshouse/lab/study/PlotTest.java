package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.study.Bazaar.Group;
import glasshouse.lab.study.Bazaar.Row;
import glasshouse.rating.Bayes;
import glasshouse.rating.EigenTrust;
import glasshouse.rating.Fading;
import glasshouse.rating.FairnessGoodness;
import glasshouse.rating.Fixed;
import glasshouse.rating.Mean;
import glasshouse.rating.Method;
import glasshouse.rating.Prior;
import glasshouse.rating.Rev2;
import glasshouse.rating.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an attack does, and what is left of it when all who made it were found.
final class PlotTest {
    private static final Prior PRIOR = new Prior(0, 4 * Fixed.ONE);
    private static final List<Method> METHODS =
            List.of(
                    new Mean(),
                    new Bayes(PRIOR),
                    new Fading(PRIOR, 90),
                    new Standing(PRIOR, 0, 7),
                    new FairnessGoodness(),
                    new Rev2(PRIOR),
                    new EigenTrust(List.of(0, 1)));

    private static final List<Group> GROUPS =
            List.of(new Group("old", 0.7, 9, 6, 0.3, 1), new Group("new", 0.3, 6, 1, 0, 0.2));

    private static Plot plot(Attack attack, long seed) {
        var bazaar = new Bazaar(GROUPS, 240, 200, 9, seed);
        return new Plot(bazaar, attack, 12, 30, new Plot.Prices(1, 3, 10), seed);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void honestRatingsStandWhateverHappens(Attack attack) {
        for (long seed = 1; seed < 6; seed++) {
            List<Row> honest = new Bazaar(GROUPS, 240, 200, 9, seed).rows();
            Plot plot = plot(attack, seed);
            assertEquals(honest, plot.rows(_ -> false).subList(0, honest.size()));
            assertEquals(honest, plot.rows(_ -> true).subList(0, honest.size()));
            List<Row> added = new ArrayList<>(plot.rows(_ -> false));
            added.removeAll(honest);
            assertTrue(added.stream().allMatch(row -> row.day() < 200), attack + " ends in time");
        }
    }

    /// Bit for bit, for everybody and under every method. What sellers rated for show stays, and so
    /// does what was lived: the good trades of a traitor.
    @ParameterizedTest
    @EnumSource(names = {"RING", "SYBILS", "BADMOUTHING", "WHITEWASHING"})
    void whenAllAreFoundNothingIsLeft(Attack attack) {
        for (long seed = 1; seed < 6; seed++) {
            Plot plot = plot(attack, seed);
            for (Method method : METHODS) {
                assertArrayEquals(
                        method.of(plot.ratings(plot.without()), 200).goodness(),
                        method.of(plot.ratings(plot.rows(_ -> true)), 200).goodness(),
                        attack + " under " + method);
            }
        }
    }

    /// Nothing is taken from those whom a finding names though they took no part.
    @ParameterizedTest
    @EnumSource(Attack.class)
    void theInnocentLoseNothingWhenTheyAreFound(Attack attack) {
        Plot plot = plot(attack, 3);
        assertEquals(plot.rows(_ -> false), plot.rows(p -> !plot.guilty().contains(p)));
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void everyAttackHasAPriceAndAnAim(Attack attack) {
        Plot plot = plot(attack, 2);
        assertTrue(plot.cost() > 0);
        assertTrue(!plot.aims().isEmpty() && !plot.guilty().isEmpty());
    }
}
