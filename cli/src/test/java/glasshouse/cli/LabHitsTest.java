package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finding says whom it hits in a run whose people live under the audited scheme, and no other.
final class LabHitsTest {
    @TempDir private Path folder;

    private Session.Ran run(String words) {
        return new Session(folder, "DIR").run(Session.words(words));
    }

    @Test
    void findingsSayWhomTheyHit() {
        Session.Ran lab = run("lab run reported-2017 --people 200 --steps 6 --out DIR/run");
        assertEquals(0, lab.exit(), lab.err());

        Session.Ran text = run("audit sesame-2017 --with DIR/run");
        assertEquals(1, text.exit());
        String said = text.out().replaceAll("\\s+", " ");
        assertTrue(said.contains("made-up people are scored"), said);
        assertTrue(said.contains("decisions ("), said);
        assertTrue(said.contains("bits of a person's group"), said);

        Session.Ran json = run("audit sesame-2017 --with DIR/run --format json");
        assertTrue(json.out().contains("\"run\": \"run\""));
        assertTrue(json.out().contains("\"lab\": {"));
        assertTrue(json.out().contains("\"notGranted\": "));

        Session.Ran page = run("audit sesame-2017 --with DIR/run --format html");
        assertTrue(page.out().contains("<dt>In the lab</dt>"));

        Session.Ran other = run("audit shop --with DIR/run");
        assertEquals(2, other.exit());
        assertTrue(other.err().contains("its schemes: sesame-2017, lender."), other.err());
    }

    @Test
    void aComparisonSaysToWhom() {
        Session.Ran lab = run("lab run rongcheng-twins --people 200 --steps 8 --out DIR/twins");
        assertEquals(0, lab.exit(), lab.err());
        String compare = "audit compare rongcheng-classic rongcheng-2021 --with DIR/twins";

        String text = run(compare).out();
        assertTrue(text.contains("To whom, in the run twins"), text);
        assertTrue(text.contains("newtown"), text);
        String json = run(compare + " --format json").out();
        assertTrue(json.contains("\"name\": \"cost.euros\""), json);
        String page = run(compare + " --format html").out();
        assertTrue(page.contains("<td data-group=\"newtown\">"), page);

        Session.Ran other = run("audit compare lender shop --with DIR/twins");
        assertEquals(2, other.exit());
        assertTrue(other.err().contains("does not hold both lender and shop"), other.err());
    }

    @Test
    void aTwinWorldShowsWhatComesBack() throws IOException {
        Files.writeString(
                folder.resolve("back.yaml"),
                """
                experiment: back
                title: What comes back
                question: What does a job refused do?
                source: "ours"
                kind: society
                people: 400
                step: week
                steps: 60
                start: 2020-01-06
                schemes:
                  whole: {scheme: sesame-2017, enrolment: everybody}
                  without: {scheme: sesame-2017, enrolment: everybody, without: [loan.price]}
                  other: {scheme: sesame-2017, without: [job]}
                """);
        Session.Ran lab = run("lab run DIR/back.yaml --out DIR/back");
        assertEquals(0, lab.exit(), lab.err());
        String json = run("audit sesame-2017 --with DIR/back --format json").out();
        long looked = json.lines().filter(line -> line.contains("\"rule\": \"feedback\"")).count();
        assertEquals(1, looked, "one twin, one answer");
    }

    @Test
    void whatASchemeHeardIsScoredAgain() {
        run("lab run reported-2017 --people 300 --steps 30 --out DIR/heard");
        Session.Ran events = run("lab events DIR/heard --people 100 --arm lender");
        assertEquals(0, events.exit(), events.err());
        String file = "DIR/heard/events/lender.ndjson.zst";

        Session.Ran scored = run("score --scheme lender --basis test --events " + file);
        assertEquals(0, scored.exit(), scored.err());
        assertTrue(scored.out().contains("rejected                            0"), scored.out());

        Session.Ran none = run("lab events DIR/heard --arm nobody");
        assertEquals(2, none.exit());
        assertTrue(none.err().contains("has no arm nobody with a scheme"), none.err());
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        for (String words :
                List.of("audit lender --with DIR", "audit compare lender shop --with DIR")) {
            assertEquals(2, run(words).exit(), words);
        }
        assertTrue(run("audit lender --with DIR").err().contains("holds no lab run"));
    }
}
