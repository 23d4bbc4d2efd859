package glasshouse.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.rating.Fixed;
import glasshouse.rating.Ratings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Planted rings, by size, against the truth; and honest towns.
final class DetectorsTest {
    private static final int TOWNS = 20;
    private static final int[] SIZES = {4, 6, 8, 16, 32};

    private static final Map<String, Function<Town, List<Finding>>> DETECTORS =
            new LinkedHashMap<>();

    static {
        DETECTORS.put("dense block", town -> DenseBlocks.in(town.ratings()));
        DETECTORS.put("reciprocity", town -> Reciprocity.in(town.ratings()));
        DETECTORS.put("burst", town -> Bursts.in(town.ratings()));
        DETECTORS.put(
                "shared attribute", town -> SharedAttributes.in(town.ratings(), town.devices()));
    }

    private static Function<Town, List<Finding>> detector(String name) {
        return Objects.requireNonNull(DETECTORS.get(name));
    }

    /// Means over twenty towns: precision where anybody was found, and recall.
    private static Town.Measured measure(
            Function<Town, List<Finding>> detector, int size, boolean hurried) {
        double precision = 0;
        int found = 0;
        double recall = 0;
        for (int seed = 1; seed <= TOWNS; seed++) {
            Town town = Town.with(size, hurried, seed);
            Town.Measured measured = town.measure(detector.apply(town));
            if (!Double.isNaN(measured.precision())) {
                precision += measured.precision();
                found++;
            }
            recall += measured.recall();
        }
        return new Town.Measured(found == 0 ? Double.NaN : precision / found, recall / TOWNS);
    }

    @Test
    void eachDetectorFindsItsRings() {
        DETECTORS.forEach(
                (name, detector) -> {
                    Town.Measured measured = measure(detector, 16, true);
                    assertTrue(measured.recall() > 0.95, name + " " + measured);
                    assertTrue(measured.precision() > 0.9, name + " " + measured);
                });
    }

    @Test
    void patienceHidesFromBurstsOnly() {
        assertTrue(measure(detector("burst"), 16, false).recall() < 0.05);
        assertTrue(measure(detector("dense block"), 16, false).recall() > 0.95);
        assertTrue(measure(detector("reciprocity"), 16, false).recall() > 0.95);
    }

    @Test
    void honestTownsAreLeftInPeace() {
        DETECTORS.forEach(
                (name, detector) -> {
                    int accused = 0;
                    for (int seed = 1; seed <= TOWNS; seed++) {
                        accused += detector.apply(Town.with(0, false, seed)).size();
                    }
                    assertTrue(accused <= 1, name + " accuses " + accused + " in twenty towns");
                });
    }

    /// docs/detection.md prints what is measured here.
    @Test
    void theGuidePrintsPrecisionAndRecallBySize() throws IOException {
        String guide = Files.readString(Path.of("../docs/detection.md"));
        var missing = new ArrayList<String>();
        DETECTORS.forEach(
                (name, detector) -> {
                    for (boolean hurried : new boolean[] {true, false}) {
                        var row = new StringBuilder("| " + name + " | ");
                        row.append(hurried ? "three days |" : "half a year |");
                        for (int size : SIZES) {
                            Town.Measured measured = measure(detector, size, hurried);
                            String precision =
                                    Double.isNaN(measured.precision())
                                            ? "–"
                                            : number(measured.precision());
                            row.append(
                                    " %s / %s |".formatted(precision, number(measured.recall())));
                        }
                        if (!guide.contains(row)) {
                            missing.add(row.toString());
                        }
                    }
                });
        assertEquals(List.of(), missing, () -> "\n" + String.join("\n", missing) + "\n");
    }

    private static String number(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }

    @Test
    void aFindingHasEvidenceThatAHumanCanJudge() {
        Town town = Town.with(8, true, 3);
        DETECTORS.forEach(
                (name, detector) -> {
                    Finding finding = detector.apply(town).getFirst();
                    assertTrue(finding.evidence().size() >= 2, name);
                    Finding.Fact first = finding.evidence().getFirst();
                    assertTrue(
                            Double.isNaN(first.ordinary()) || first.seen() > first.ordinary(),
                            name);
                });
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Finding(
                                Finding.Detector.BURST,
                                List.of(1),
                                0,
                                List.of(),
                                new Scope.OfSource(1)));
    }

    @Test
    void theOrderOfRatingsLeavesNoTrace() {
        Town town = Town.with(8, true, 4);
        int size = town.ratings().size();
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        java.util.Collections.shuffle(order, new Random(5));
        var shuffled = new Ratings.Builder(town.ratings().people());
        for (int i : order) {
            Ratings r = town.ratings();
            shuffled.add(r.rater(i), r.rated(i), r.value(i), r.day(i));
        }
        Town other = new Town(shuffled.build(), town.ring(), town.devices());
        DETECTORS.forEach(
                (name, detector) ->
                        assertEquals(
                                detector.apply(town).toString(),
                                detector.apply(other).toString(),
                                name));
    }

    @Test
    void whereGivingBackIsTheCustomItIsNoEvidence() {
        var ratings = new Ratings.Builder(60);
        for (int u = 0; u < 60; u++) {
            for (int step = 1; step <= 6; step++) {
                ratings.add(u, (u + step) % 60, Fixed.ONE, step);
                ratings.add((u + step) % 60, u, Fixed.ONE, step);
            }
        }
        assertEquals(List.of(), Reciprocity.in(ratings.build()));
    }

    @Test
    void aBusyWeekOfAllIsNobodysBurst() {
        var ratings = new Ratings.Builder(60);
        for (int u = 0; u < 60; u++) {
            for (int step = 1; step <= 8; step++) {
                ratings.add(u, (u + step) % 60, 0, 100 + step % 3);
            }
        }
        assertEquals(List.of(), Bursts.in(ratings.build()));
    }

    /// Twenty hubs of volunteers, of which one sells hours to three people.
    private static Reports hours(boolean sold) {
        var random = new Random(9);
        var reports = new Reports();
        for (int hub = 0; hub < 20; hub++) {
            for (int i = 0; i < 60; i++) {
                reports.add(hub, random.nextInt(300), 1 + random.nextInt(4));
            }
        }
        if (sold) {
            for (int i = 0; i < 60; i++) {
                reports.add(20, 400 + i % 3, 8);
            }
        }
        return reports;
    }

    @Test
    void aSourceThatSellsHoursStandsOut() {
        assertEquals(List.of(), OddSources.in(hours(false)));
        List<Finding> found = OddSources.in(hours(true));
        assertEquals(1, found.size());
        assertEquals(List.of(400, 401, 402), found.getFirst().members());
        assertEquals(20, found.getFirst().evidence().getFirst().seen());
    }

    @Test
    void sharingAloneIsNoFinding() {
        Town town = Town.with(0, false, 1);
        var one = new int[town.ratings().people()];
        assertEquals(List.of(), SharedAttributes.in(town.ratings(), one));
        assertEquals(List.of(), SharedAttributes.in(town.ratings(), town.devices()));
    }

    @Test
    void tailsAreThoseOfTheBinomial() {
        assertEquals(1, Chance.atLeast(0, 5, 0.5));
        assertEquals(1 / 32.0, Chance.atLeast(5, 5, 0.5), 1e-12);
        assertEquals(0.5, Chance.atLeast(3, 5, 0.5), 1e-12);
        assertEquals(0, Chance.atLeast(6, 5, 0.5));
        assertEquals(0, Chance.atLeast(1, 5, 0));
    }
}
