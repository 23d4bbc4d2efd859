package glasshouse.close;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Plan;
import glasshouse.scheme.Micro;
import org.junit.jupiter.api.Test;

/// What contacts do by themselves.
final class ContactFieldTest {
    /// A chain of four.
    private static ContactField chain(int pull) {
        Plan plan = Plan.of(Circles.scheme(Circles.deeds(), Circles.contacts(pull, 40, 7)));
        return new ContactField(plan, 4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
    }

    private static long[] points(long... points) {
        long[] micro = points.clone();
        for (int i = 0; i < micro.length; i++) {
            micro[i] = Micro.of(micro[i]);
        }
        return micro;
    }

    @Test
    void aFallTravelsAndFadesWithEachTie() {
        long[] rest = chain(10).scores(points(600, 600, 600, 600));
        long[] after = chain(10).scores(points(500, 600, 600, 600));
        long near = rest[1] - after[1];
        long far = rest[2] - after[2];
        assertTrue(near > 4_000_000 && near < 5_500_000, "about a twentieth: " + near);
        assertTrue(far > 200_000 && far < 300_000, "a twentieth of that: " + far);
    }

    @Test
    void withoutAPullNothingMoves() {
        long[] own = points(500, 600, 700, 800);
        assertArrayEquals(own, chain(0).scores(own));
    }

    @Test
    void distancesCountTies() {
        assertArrayEquals(new int[] {0, 1, 2, 3}, chain(10).distances(0));
        assertEquals(1, chain(10).ties(0));
        assertEquals(2, chain(10).ties(1));
    }

    @Test
    void pullingMakesContactsAlike() {
        ContactField field = chain(50);
        long[] own = points(500, 700, 500, 700);
        assertEquals(-1, field.assortativity(points(1, 2, 1, 2)), 0.2);
        assertTrue(field.assortativity(field.scores(own)) >= field.assortativity(own));
        assertEquals(Double.NaN, field.assortativity(points(5, 5, 5, 5)));
    }
}
