package glasshouse.stream.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glasshouse.stream.command.LastScores.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastScoresTest {
    private static final Score ANN = new Score("674", "yellow", "2026-01-04");
    private static final Score BOB = new Score("512.5", "orange", "2026-01-04");

    @TempDir private Path folder;

    @Test
    void whatFileScoringWroteIsRead() throws IOException {
        Path file = folder.resolve("files.csv");
        Files.writeString(
                file,
                """
                person,score,band,as_of,paying
                ann,674,yellow,2026-01-04,1
                bob,512.5,orange,2026-01-04,2
                """);
        assertEquals(Map.of("ann", ANN, "bob", BOB), LastScores.ofFile(file));
    }

    @Test
    void theDayIsNoDifference() {
        var later = new Score("674", "yellow", "2026-01-05");
        assertEquals(0, LastScores.different(Map.of("ann", ANN), Map.of("ann", later)));
    }

    @Test
    void whoIsMissingIsADifference() {
        Map<String, Score> both = Map.of("ann", ANN, "bob", BOB);
        assertEquals(1, LastScores.different(both, Map.of("ann", ANN)));
        assertEquals(1, LastScores.different(Map.of("ann", ANN), both));
    }

    @Test
    void anotherScoreOrBandIsADifference() {
        var score = new Score("674.000001", "yellow", "2026-01-04");
        var band = new Score("674", "green", "2026-01-04");
        assertEquals(1, LastScores.different(Map.of("ann", ANN), Map.of("ann", score)));
        assertEquals(1, LastScores.different(Map.of("ann", ANN), Map.of("ann", band)));
    }
}
