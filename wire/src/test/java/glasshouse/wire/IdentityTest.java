package glasshouse.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.testkit.Property;
import glasshouse.wire.value.CountedOccurrences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IdentityTest {
    private static final String HEADER = "source,person,signal,value,happened_at\n";

    @TempDir Path folder;

    @Test
    void neitherTheOrderOfLinesNorOfFilesChangesTheIds() {
        Property.check(
                "ids are a function of the multiset of lines",
                100,
                choices -> {
                    List<String> rows = choices.listOf(0, 12, IdentityTest::row);
                    var shuffled = new ArrayList<>(rows);
                    Collections.shuffle(shuffled, new Random(choices.intBetween(0, 1000)));
                    int cut = choices.intBetween(0, rows.size());
                    Collected one = read(rows);
                    assertEquals(rows.size(), one.ids().size());
                    assertEquals(one.ids(), read(shuffled).ids());
                    assertEquals(
                            one.ids(),
                            read(shuffled.subList(0, cut), shuffled.subList(cut, rows.size()))
                                    .ids());
                });
    }

    private static String row(glasshouse.testkit.Choices choices) {
        return "s,p"
                + choices.intBetween(0, 1)
                + ",t,"
                + choices.intBetween(0, 1)
                + ",2024-01-01T00:00:00Z\n";
    }

    @SafeVarargs
    private final Collected read(List<String>... files) throws Exception {
        var paths = new ArrayList<Path>();
        for (List<String> rows : files) {
            Path file = folder.resolve("part" + paths.size() + ".csv");
            Files.writeString(file, HEADER + String.join("", rows));
            paths.add(file);
        }
        var found = new Collected();
        new EventReader().read(paths, found);
        return found;
    }

    @Test
    void theIdIsTheHashOfTheContentAndANumber() throws Exception {
        Collected found =
                Sources.read("e.csv", HEADER + "s,p,t,1.5,2024-01-01T00:00:00Z\n".repeat(2));
        assertEquals(
                "[s/7d5caf4cb59b9a08f8408424638dd99f-1, s/7d5caf4cb59b9a08f8408424638dd99f-2]",
                found.ids().toString());
    }

    @Test
    void occurrencesAreCountedLikeByAMap() {
        var random = new Random(7);
        var counted = new CountedOccurrences();
        var twin = new HashMap<Long, Integer>();
        for (int i = 0; i < 200_000; i++) {
            long low = random.nextInt(4) == 0 ? random.nextInt(1000) + 1 : random.nextLong();
            assertEquals(twin.merge(low, 1, Integer::sum), counted.next(0, low));
        }
        assertEquals(new HashSet<>(twin.keySet()).size(), counted.size());
    }
}
