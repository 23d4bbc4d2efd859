package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.wire.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores and statements that hang on everybody else.
final class ClosesTest {
    private static final String STATEMENT =
            "statement --scheme nosedive --events DIR/stars.csv --person lacie --as-of ";

    @TempDir private Path folder;

    /// Stars among a few people on one day, as a lab run would write them.
    private Path stars() throws IOException {
        var lines = new StringBuilder("source,id,person,counterparty,signal,value,happened_at\n");
        for (int i = 0; i < 40; i++) {
            lines.append(
                    "lens,%s,p%s,naomi,encounter.rated,5,2026-05-01T10:00:00Z\n".formatted(i, i));
        }
        lines.append("lens,x,naomi,lacie,encounter.rated,1,2026-05-02T10:00:00Z\n");
        Path file = Files.writeString(folder.resolve("stars.csv"), lines);
        Manifest.of(folder, "a run", List.of(file)).write(folder);
        return file;
    }

    private Session.Ran run(String words) {
        return new Session(folder, "DIR").run(Session.words(words));
    }

    @Test
    void aSchemeOfStandingIsScored() throws IOException {
        stars();
        Session.Ran ran =
                run(
                        "score --scheme nosedive --events DIR/stars.csv --as-of 2026-05-02 --out"
                                + " DIR/scores.csv");
        assertEquals(0, ran.exit(), ran.err());
        String scores = Files.readString(folder.resolve("scores.csv"));
        assertTrue(scores.contains("naomi,"), scores);
        assertTrue(scores.lines().anyMatch(line -> line.startsWith("naomi,4.69")), scores);
        assertTrue(scores.lines().anyMatch(line -> line.startsWith("lacie,4.2")), scores);
    }

    @Test
    void aStatementShowsEachRaterWhereTheSchemeDoes() throws IOException {
        stars();
        Session.Ran ran = run(STATEMENT + "2026-05-03");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("by naomi"), ran.out());
        Session.Ran early = run(STATEMENT + "2026-05-02");
        assertTrue(early.out().contains("Not yet at a close: 1 rating"), early.out());
    }

    @Test
    void aWhatIfRunsTheClosesAgain() throws IOException {
        stars();
        Session.Ran ran =
                run(
                        "whatif --scheme nosedive --events DIR/stars.csv --person lacie --event"
                                + " 'signal=encounter.rated value=5 by=naomi on=2026-05-02' --as-of"
                                + " 2026-05-03 --format json");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("what-if"), ran.out());
    }

    @Test
    void aWayIsNotPromisedWhereOthersDecide() throws IOException {
        stars();
        Session.Ran ran =
                run("reach --scheme nosedive --events DIR/stars.csv --person lacie --band prime");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains("what others think or score (stars)"), ran.err());
    }
}
