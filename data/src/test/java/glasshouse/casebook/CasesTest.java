package glasshouse.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.data.SharedFile;
import glasshouse.detection.Finding.Detector;
import glasshouse.detection.Look;
import glasshouse.event.Event;
import glasshouse.rating.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes of files with something in them to find, one rule each.
final class CasesTest {
    private static final String HEADER = "source,id,person,counterparty,signal,value,happened_at\n";
    private static final Set<Detector> ALL = EnumSet.allOf(Detector.class);

    @TempDir private Path folder;

    /// A town of sixty, in which r1 to r8 praise each other on two days.
    private static List<String> town() {
        var random = new Random(7);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            int by = random.nextInt(60);
            int of = (by + 1 + random.nextInt(59)) % 60;
            lines.add(row("m" + by, "m" + of, 1 + random.nextInt(5), 1 + random.nextInt(28)));
        }
        for (int by = 1; by <= 8; by++) {
            for (int of = 1; of <= 8; of++) {
                if (by != of) {
                    lines.add(row("r" + by, "r" + of, 5, 10 + (by + of) % 2));
                }
            }
        }
        return lines;
    }

    private static String row(String by, String of, int stars, int day) {
        return "%s,%s,rated,%s,2026-03-%02dT10:00:00Z".formatted(by, of, stars, day);
    }

    private Cases cases(List<String> rows, String shared) throws Exception {
        var text = new StringBuilder(HEADER);
        for (String row : rows) {
            text.append("club,").append(Integer.toHexString(row.hashCode())).append(',');
            text.append(row).append('\n');
        }
        Path file = Files.writeString(folder.resolve("events.csv"), text);
        Casebook book = Casebook.read(List.of(file), null, new Range(1_000_000, 5_000_000));
        if (!shared.isEmpty()) {
            book.share(SharedFile.read(Files.writeString(folder.resolve("shared.csv"), shared)));
        }
        return Cases.of(book, ALL);
    }

    private static Case first(Cases cases, Detector detector) {
        return cases.cases().stream()
                .filter(found -> found.detector() == detector)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCaseHoldsTheEventsOfTheRingAndNoOthers() throws Exception {
        Case block = first(cases(town(), ""), Detector.DENSE_BLOCK);
        assertEquals(8, block.members().size());
        assertEquals(56, block.events().size());
        for (Event event : block.events()) {
            assertTrue(event.person().startsWith("r"));
            assertTrue(String.valueOf(event.counterparty()).startsWith("r"));
        }
    }

    @Test
    void aBurstHoldsTheRatingsOfItsDaysAlone() throws Exception {
        Case burst = first(cases(town(), ""), Detector.BURST);
        String about = String.valueOf(burst.events().getFirst().counterparty());
        for (Event event : burst.events()) {
            assertEquals(about, event.counterparty());
            assertTrue(event.happenedAt().toString().matches("2026-03-1[01].*"));
        }
        assertTrue(CaseWords.title(burst).startsWith(about + ", rated by 7 people"));
    }

    @Test
    void theOrderOfTheFileLeavesNoTrace() throws Exception {
        List<String> rows = town();
        Cases once = cases(rows, "");
        Collections.shuffle(rows, new Random(3));
        assertEquals(once.cases(), cases(rows, "").cases());
    }

    @Test
    void whoShareADeviceAreNamedWithIt() throws Exception {
        var shared = new StringBuilder("person,device,address\n");
        for (int i = 1; i <= 8; i++) {
            shared.append("r%s,phone-1,\n".formatted(i));
        }
        for (int i = 0; i < 60; i++) {
            shared.append("m%s,phone-m%s,street-%s\n".formatted(i, i, i % 7));
        }
        shared.append("a stranger,phone-1,street-1\n");
        Cases cases = cases(town(), shared.toString());
        Case found = first(cases, Detector.SHARED_ATTRIBUTE);
        assertEquals("device", found.subject());
        assertEquals("Praise among 8 people who share a device", CaseWords.title(found));
        assertEquals(2, cases.looks().stream().filter(CasesTest::isShared).count());
    }

    private static boolean isShared(Look look) {
        return look.detector() == Detector.SHARED_ATTRIBUTE;
    }

    @Test
    void aTableOfWhatIsSharedHasEachPersonOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("s.csv"), "person,device\na,1\na,2\n");
        assertThrows(IOException.class, () -> SharedFile.read(file));
        Path bare = Files.writeString(folder.resolve("b.csv"), "person\na\n");
        assertThrows(IOException.class, () -> SharedFile.read(bare));
        Path other = Files.writeString(folder.resolve("o.csv"), "name,device\na,1\n");
        assertThrows(IOException.class, () -> SharedFile.read(other));
    }

    @Test
    void aSourceThatSellsHoursIsNamed() throws Exception {
        var text = new StringBuilder(HEADER);
        var random = new Random(5);
        for (int hub = 0; hub < 8; hub++) {
            for (int i = 0; i < 40; i++) {
                text.append(
                        "hub-%s,%s,v%s,,volunteered,%s,2026-03-02T10:00:00Z\n"
                                .formatted(hub, i, random.nextInt(80), 1 + random.nextInt(3)));
            }
        }
        for (int i = 0; i < 40; i++) {
            text.append("shop,%s,w%s,,volunteered,8,2026-03-02T10:00:00Z\n".formatted(i, i % 2));
        }
        Path file = Files.writeString(folder.resolve("hours.csv"), text);
        Cases cases = Cases.of(Casebook.read(List.of(file), null, null), ALL);
        Case found = first(cases, Detector.SOURCE);
        assertEquals("volunteered of shop", found.subject());
        assertEquals(List.of("w0", "w1"), found.members());
        assertEquals(40, found.events().size());
        assertInstanceOf(Look.Unable.class, cases.looks().getFirst());
    }

    @Test
    void whatNobodyCouldLookAtIsSaid() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("same.csv"),
                        HEADER
                                + "club,1,a,b,rated,3,2026-03-02T10:00:00Z\n"
                                + "club,2,b,a,rated,3,2026-03-02T10:00:00Z\n");
        Cases cases = Cases.of(Casebook.read(List.of(file), null, null), ALL);
        assertTrue(cases.looks().stream().allMatch(Look.Unable.class::isInstance));
        assertTrue(cases.cases().isEmpty());
    }

    @Test
    void aPageShowsNoMarkupOfANameAndJsonHoldsAll() throws Exception {
        List<String> rows = new ArrayList<>(town());
        rows.replaceAll(row -> row.replace("r8,", "<script>,"));
        Cases cases = cases(rows, "");
        Path file = folder.resolve("events.csv");
        Casebook book = Casebook.read(List.of(file), null, null);
        String page = CasePage.of(book, cases);
        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&lt;script&gt;"));
        assertTrue(CaseJson.of(book, cases).contains("\"<script>\""));
    }

    @Test
    void numbersAreReadable() {
        assertEquals("0.0285", CaseWords.number(0.02849));
        assertEquals("12,300", CaseWords.number(12_345));
        assertEquals("–", CaseWords.number(Double.NaN));
        assertEquals("0", CaseWords.number(0));
        assertTrue(CaseWords.chance(1e-300).contains("less than one case of a billion"));
        assertTrue(CaseWords.chance(0.01).contains("one case of 100"));
        assertEquals("", CaseWords.chance(Double.NaN));
    }
}
