package glasshouse.lab.society;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.document.Fields;
import glasshouse.document.Node;
import glasshouse.document.Problems;
import glasshouse.document.Yaml;
import glasshouse.lab.Schemes;
import glasshouse.lab.compact.CompactAccounts;
import glasshouse.lab.history.Columns;
import glasshouse.lab.population.Population;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.population.Traits;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Tally.Count;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds where people buy points.
class GamingTest {
    private static final int PEOPLE = 6_500;
    private static final String MANY = "inclined: 0.2, sellers: 120, price: 0.5";

    private static Population population(String gaming) {
        var problems = new Problems();
        Node.Table table =
                Objects.requireNonNull(
                        Yaml.table("t", "gaming: {" + gaming + "}", "GH-T", problems));
        var fields = new Fields(table, "t", new Fields.Codes("a", "b", "c"), problems);
        return new PopulationFile("a", "b", "c")
                .read(fields, Optional.of(PopulationFile.city()))
                .orElseThrow();
    }

    /// Ratings are sold, also to do harm.
    private static final String SOLD =
            "inclined: 0.2, sellers: 120, price: 0.2, badmouthing: 4, ring: 0";

    private static final String RINGS = "inclined: 0.1, price: 0.2, ring: 60, ratings: 0";

    /// Everything at once, under a scheme that rates.
    private static final String STARS =
            "inclined: 0.2, sellers: 120, price: 0.2, ring: 7, badmouthing: 4, new-name: 60,"
                    + " loot: 3, trusted: 0.75";

    private static World world(String gaming) {
        return new World(
                population(gaming),
                PEOPLE,
                7,
                7,
                LocalDate.of(2020, 1, 6),
                Optional.of(
                        Schemes.shipped(gaming.contains("ring: ") ? "nosedive" : "sesame-2017")),
                Set.of(),
                Optional.empty());
    }

    private static byte[] bytes(List<Object> columns) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Columns.write(new DataOutputStream(bytes), columns);
        return bytes.toByteArray();
    }

    private static byte[] lived(String gaming, int threads, int steps) throws IOException {
        try (var society = new Society(world(gaming), threads)) {
            live(society, steps);
            return bytes(society.columns());
        }
    }

    private static void live(Society society, int steps) {
        for (int i = 0; i < steps; i++) {
            society.step();
        }
    }

    private static long all(Society society, Count count) {
        return IntStream.range(0, 3).mapToLong(g -> society.tally().get(g, count)).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {MANY, STARS})
    void threadsLeaveNoTrace(String gaming) throws IOException {
        assertArrayEquals(lived(gaming, 1, 30), lived(gaming, 3, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {MANY, STARS})
    void aStopLeavesNoTrace(String gaming) throws IOException {
        try (var first = new Society(world(gaming), 2);
                var second = new Society(world(gaming), 2)) {
            live(first, 17);
            var kept = new DataInputStream(new ByteArrayInputStream(bytes(first.columns())));
            Columns.read(kept, second.columns());
            second.resume(17);
            live(first, 15);
            live(second, 15);
            assertArrayEquals(bytes(first.columns()), bytes(second.columns()));
        }
    }

    @Test
    void whereNobodyCanPayNothingIsDifferent() throws IOException {
        try (var honest = new Society(world("inclined: 0"), 2);
                var dear = new Society(world("inclined: 0.2, price: 1000000"), 2)) {
            live(honest, 20);
            live(dear, 20);
            assertArrayEquals(bytes(honest.people().columns()), bytes(dear.people().columns()));
            assertEquals(0, all(dear, Count.SOLD));
        }
    }

    /// Detectors find nobody there, though they look.
    @Test
    void whereNobodySellsNobodyIsAccused() {
        try (var dear = new Society(world("inclined: 0.2, price: 1000000"), 2)) {
            live(dear, 60);
            assertEquals(0, all(dear, Count.OTHERS_FOUND));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MANY, SOLD, RINGS})
    void whatIsClawedBackLeavesNoTraceInAnAccount(String gaming) {
        try (var society = new Society(world(gaming), 2)) {
            live(society, 14);
            Underworld underworld = Objects.requireNonNull(society.underworld());
            CompactAccounts accounts = Objects.requireNonNull(society.accounts());
            Dealings dealings = underworld.dealings();
            int clawed = 0;
            for (int person = 0; person < PEOPLE; person++) {
                if (dealings.standing[person] == 0) {
                    clawed += dealings.caught[person] > 0 ? 1 : 0;
                    assertSame(accounts, underworld.honest(), person);
                }
            }
            assertTrue(clawed > 100, "clawed back: " + clawed);
            assertTrue(all(society, Count.SOLD) > 0, "and others buy on");
        }
    }

    private static void assertSame(CompactAccounts one, CompactAccounts other, int person) {
        List<Object> mine = one.columns();
        List<Object> theirs = other.columns();
        for (int column = 0; column < mine.size(); column++) {
            int cells = Array.getLength(mine.get(column)) / PEOPLE;
            for (int cell = person * cells; cell < (person + 1) * cells; cell++) {
                assertEquals(
                        Array.get(theirs.get(column), cell), Array.get(mine.get(column), cell));
            }
        }
    }

    /// Nobody is punished before a human has decided: the first finding falls on the fourth close,
    /// the decision four weeks later.
    @Test
    void aFindingAloneTakesNothing() {
        try (var society = new Society(world(MANY + ", confirm: 1"), 2)) {
            live(society, 8);
            assertTrue(all(society, Count.BUYERS_FOUND) > 0, "found");
            assertEquals(0, all(society, Count.RETRACTED));
            live(society, 1);
            assertTrue(all(society, Count.RETRACTED) > 0, "and confirmed");
        }
    }

    /// Each of these is done to somebody, and each leaves its mark.
    @Test
    void ringsFoesNewNamesAndTraitorsAreThere() {
        try (var society = new Society(world(STARS), 2)) {
            live(society, 40);
            Dealings dealings = Objects.requireNonNull(society.underworld()).dealings();
            var kinds = new int[4];
            for (int person = 0; person < PEOPLE; person++) {
                kinds[dealings.kind[person]] += dealings.standing[person] > 0 ? 1 : 0;
            }
            assertTrue(kinds[Dealings.BY_RING] > 0, "rings");
            assertTrue(kinds[Dealings.BY_FOE] > 0, "victims");
            assertTrue(kinds[Dealings.BY_NAME] > 0, "new names");
            assertTrue(all(society, Count.LOOT_EUROS) < 0, "loot");
            assertTrue(all(society, Count.POINTS_LOST) > 0, "victims stand lower");
        }
    }

    /// A victim is found with the seller, and loses nothing but the bad ratings.
    @Test
    void victimsAreNotGuilty() {
        try (var society = new Society(world(STARS), 2)) {
            live(society, 40);
            Dealings dealings = Objects.requireNonNull(society.underworld()).dealings();
            float least = Float.POSITIVE_INFINITY;
            for (int person = 0; person < PEOPLE; person++) {
                if (dealings.caught[person] > 0) {
                    least = Math.min(least, gaming(society, person));
                }
            }
            assertTrue(least >= traits(society).gamingOf(0.2), "only the inclined are caught");
        }
    }

    private static Traits traits(Society society) {
        return new Traits(society.world().population(), society.world().seed());
    }

    private static float gaming(Society society, int person) {
        var scene = new Scene();
        int first = person / Scene.SIZE * Scene.SIZE;
        scene.open(first, Math.min(Scene.SIZE, PEOPLE - first));
        Traits traits = traits(society);
        traits.of(scene);
        return traits.gaming[person - first];
    }

    @Test
    void whatIsNotConfirmedStands() {
        try (var society = new Society(world(MANY + ", confirm: 0"), 2)) {
            live(society, 30);
            assertTrue(all(society, Count.BUYERS_FOUND) > 0);
            assertEquals(0, all(society, Count.CLAWED_BACK));
        }
    }
}
