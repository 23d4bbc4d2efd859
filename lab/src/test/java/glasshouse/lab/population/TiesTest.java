package glasshouse.lab.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.scene.Scene;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds of the graph of possible ties, whatever the size, the seed and the slots.
class TiesTest {
    private static Ties ties(int people, int far, long seed) {
        return new Ties(new Population.TieParameters(9, far, 0.6, 0.5), seed, people);
    }

    @ParameterizedTest
    @CsvSource({"700, 3, 1", "3500, 3, 7", "20000, 4, 2", "66000, 3, 3", "66000, 0, 4"})
    void aTieIsTheSameSlotOnBothSides(int people, int far, long seed) {
        Ties ties = ties(people, far, seed);
        for (int slot = 0; slot < ties.slots(); slot++) {
            for (int person = 0; person < people; person++) {
                int contact = ties.contact(person, slot);
                if (contact != Ties.NOBODY) {
                    assertEquals(person, ties.contact(contact, slot));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3500, 3, 7", "20000, 4, 2", "66000, 3, 3", "66000, 0, 4", "131072, 3, 5"})
    void nobodyHasAContactInAnotherQuarter(int people, int far, long seed) {
        Ties ties = ties(people, far, seed);
        Set<Integer> quarter = new HashSet<>();
        Arrays.stream(ties.quarter()).forEach(quarter::add);
        assertEquals(quarter.size(), ties.quarter().length);
        assertEquals(0, ties.quarter()[0]);
        assertTrue(quarter.size() <= 1 << far);
        for (int slot = 0; slot < ties.slots(); slot++) {
            for (int person = 0; person < people; person++) {
                int contact = ties.contact(person, slot);
                int mask = person / Scene.SIZE ^ contact / Scene.SIZE;
                assertTrue(contact == Ties.NOBODY || quarter.contains(mask));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"20000, 4, 2", "66000, 3, 3"})
    void aQuarterIsTheSameFromEachOfItsNeighbourhoods(int people, int far, long seed) {
        Set<Integer> quarter = new HashSet<>();
        Arrays.stream(ties(people, far, seed).quarter()).forEach(quarter::add);
        for (int one : quarter) {
            for (int other : quarter) {
                assertTrue(quarter.contains(one ^ other));
            }
        }
    }
}
