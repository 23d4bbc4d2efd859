package glasshouse.lab.society;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.Schemes;
import glasshouse.lab.history.Columns;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.society.Tally.Count;
import glasshouse.scheme.Scheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every society, whatever the parameters.
class SocietyTest {
    /// Not a whole number of neighbourhoods.
    private static final int PEOPLE = 3_500;

    private static World world(Optional<Scheme> scheme, Set<String> without) {
        return new World(
                PopulationFile.city(),
                PEOPLE,
                7,
                7,
                LocalDate.of(2019, 9, 2),
                scheme,
                without,
                scheme.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2020, 1, 1)));
    }

    private static byte[] lived(World world, int threads, int steps) throws IOException {
        try (var society = new Society(world, threads)) {
            for (int i = 0; i < steps; i++) {
                society.step();
            }
            return state(society);
        }
    }

    private static byte[] state(Society society) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Columns.write(new DataOutputStream(bytes), society.columns());
        for (long[] column : society.tally().columns()) {
            Columns.write(new DataOutputStream(bytes), List.of(column));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sesame-2017", "nosedive", "lender"})
    void threadsLeaveNoTrace(String name) throws IOException {
        World world = world(Optional.of(Schemes.shipped(name)), Set.of());
        assertArrayEquals(lived(world, 1, 40), lived(world, 3, 40));
    }

    @Test
    void aStopLeavesNoTrace() throws IOException {
        World world = world(Optional.of(Schemes.shipped("sesame-2017")), Set.of());
        var kept = new ByteArrayOutputStream();
        try (var first = new Society(world, 2)) {
            for (int i = 0; i < 25; i++) {
                first.step(); // 25 is in the middle of a count
            }
            Columns.write(new DataOutputStream(kept), first.columns());
        }
        try (var second = new Society(world, 2);
                var whole = new Society(world, 1)) {
            Columns.read(
                    new DataInputStream(new ByteArrayInputStream(kept.toByteArray())),
                    second.columns());
            second.resume(25);
            for (int i = 0; i < 40; i++) {
                whole.step();
                if (i > 24) {
                    second.step();
                }
            }
            assertArrayEquals(state(whole), state(second));
        }
    }

    @Test
    void aTieIsAliveOnBothSidesOrOnNeither() {
        World world = world(Optional.of(Schemes.shipped("sesame-2017")), Set.of());
        try (var society = new Society(world, 2)) {
            for (int i = 0; i < 60; i++) {
                society.step();
            }
            int living = 0;
            for (int person = 0; person < PEOPLE; person++) {
                for (int slot = 0; slot < society.ties().slots(); slot++) {
                    int contact = society.ties().contact(person, slot);
                    if (contact >= 0) {
                        boolean mine = alive(society, person, slot);
                        assertEquals(mine, alive(society, contact, slot));
                        assertEquals(person, society.ties().contact(contact, slot));
                        living += mine ? 1 : 0;
                    }
                }
            }
            assertTrue(living > PEOPLE, "people know each other");
        }
    }

    private static boolean alive(Society society, int person, int slot) {
        return (society.people().ties[person] >> slot & 1) != 0;
    }

    @Test
    void aConsequenceThatNobodyMeetsChangesNothing() throws IOException {
        Scheme scheme = Schemes.shipped("sesame-2017");
        byte[] with = lived(world(Optional.of(scheme), Set.of()), 2, 30);
        byte[] without = lived(world(Optional.of(scheme), Set.of("train-seat.price")), 2, 30);
        assertArrayEquals(with, without);
    }

    @Test
    void aCompulsorySchemeScoresEverybodyFromItsDayOn() {
        World world = world(Optional.of(Schemes.shipped("sesame-2017")), Set.of());
        try (var society = new Society(world, 2)) {
            for (int i = 0; i < 24; i++) {
                society.step();
                boolean all = !society.step(i).date().isBefore(LocalDate.of(2020, 1, 1));
                int members = 0;
                for (int person = 0; person < PEOPLE; person++) {
                    members += society.people().is(person, People.MEMBER) ? 1 : 0;
                }
                assertEquals(all, members == PEOPLE, "on " + society.step(i).date());
            }
        }
    }

    @Test
    void whoIsNotScoredIsNotTouched() throws IOException {
        World never =
                new World(
                        PopulationFile.city(),
                        PEOPLE,
                        7,
                        7,
                        LocalDate.of(2019, 9, 2),
                        Optional.of(Schemes.shipped("sesame-2017")),
                        Set.of(),
                        Optional.of(LocalDate.MAX));
        try (var society = new Society(never, 2)) {
            society.step();
            long members = 0;
            for (int group = 0; group < 3; group++) {
                members += society.tally().get(group, Count.REFUSAL_EUROS);
            }
            assertEquals(0, members, "nobody had joined when the first step was lived");
        }
    }
}
