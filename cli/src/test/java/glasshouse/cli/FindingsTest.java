package glasshouse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a finding to scores without what a human confirmed.
final class FindingsTest {
    private static final String SCORE =
            "score --scheme schemes/marketplace.yaml --basis consent --as-of 2026-06-01 --events ";

    @TempDir private Path folder;

    private Session.Ran run(String words) {
        return new Session(folder, "DIR").run(Session.words(words));
    }

    /// Trades among thirty members, and a ring of eight who praise each other, once with the ring
    /// and once without.
    private void trades() throws IOException {
        var random = new Random(11);
        var honest = new StringBuilder("source,id,person,counterparty,signal,value,happened_at\n");
        for (int i = 0; i < 200; i++) {
            int by = random.nextInt(30);
            int of = (by + 1 + random.nextInt(29)) % 30;
            trade(honest, "h" + i, "m" + by, "m" + of, random.nextInt(21) - 10);
        }
        for (int i = 1; i <= 8; i++) {
            trade(honest, "s" + i, "r" + i, "m" + i, 2);
        }
        var all = new StringBuilder(honest);
        for (int by = 1; by <= 8; by++) {
            for (int of = 1; of <= 8; of++) {
                if (by != of) {
                    trade(all, "r" + by + "-" + of, "r" + by, "r" + of, 10);
                }
            }
        }
        Files.writeString(folder.resolve("all.csv"), all);
        Files.writeString(folder.resolve("honest.csv"), honest);
    }

    private static void trade(StringBuilder to, String id, String by, String of, int value) {
        to.append(
                "market,%s,%s,%s,trade.rated,%s,2026-05-%02dT10:00:00Z\n"
                        .formatted(id, by, of, value, 1 + Math.floorMod(id.hashCode(), 28)));
    }

    @Test
    void whatIsConfirmedIsRetractedAsIfItHadNeverBeen() throws IOException {
        trades();
        Session.Ran found =
                run(
                        "ratings findings --ratings DIR/all.csv --detector dense-block --confirmed"
                                + " 1 --retractions DIR/back.ndjson");
        assertEquals(1, found.exit(), found.err());
        assertTrue(found.err().contains("56 retractions"), found.err());
        Session.Ran with = run(SCORE + "DIR/all.csv DIR/back.ndjson --out DIR/with.csv");
        Session.Ran never = run(SCORE + "DIR/honest.csv --out DIR/never.csv");
        assertEquals(0, with.exit(), with.err());
        assertEquals(0, never.exit(), never.err());
        assertEquals(
                Files.readString(folder.resolve("never.csv")),
                Files.readString(folder.resolve("with.csv")));
        Session.Ran again =
                run(
                        "ratings findings --ratings DIR/all.csv DIR/back.ndjson --detector"
                                + " dense-block");
        assertEquals(0, again.exit(), again.out());
    }

    @Test
    void findingsTakeNothingByThemselves() throws IOException {
        trades();
        String before = Files.readString(folder.resolve("all.csv"));
        run("ratings findings --ratings DIR/all.csv --out DIR/findings.html");
        assertEquals(before, Files.readString(folder.resolve("all.csv")));
        String page = Files.readString(folder.resolve("findings.html"));
        assertTrue(page.contains("no verdict"));
        assertFalse(page.contains("<script"));
    }

    @Test
    void nothingThatIsReadIsWrittenOver() throws IOException {
        trades();
        Session.Ran ran =
                run(
                        "ratings findings --ratings DIR/all.csv DIR/x.ndjson --confirmed 1"
                                + " --retractions DIR/x.ndjson");
        assertEquals(2, ran.exit());
        Session.Ran out = run("ratings findings --ratings DIR/all.csv --out DIR/all.csv");
        assertEquals(2, out.exit());
    }
}
