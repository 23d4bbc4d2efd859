package glasshouse.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.lab.experiment.Checkpoints;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Progress;
import glasshouse.lab.experiment.ResultHash;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import glasshouse.lab.study.SpiralOfSilence.Design;
import glasshouse.lab.study.SpiralOfSilence.Place;
import glasshouse.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpiralOfSilenceTest {
    @TempDir private Path folder;

    private static Results results(Settings settings, Checkpoints checkpoints)
            throws IOException, InterruptedException {
        var design = new Design(new int[] {5}, List.of(Place.CENTRE), new int[] {0, 20, 100}, 1);
        return new SpiralOfSilence(design, settings).run(Progress.NONE, checkpoints);
    }

    private static Settings settings(long people, long seeds, int threads) {
        return new Settings(Map.of(Setting.PEOPLE, people, Setting.SEEDS, seeds), threads);
    }

    /// Going at once to the next change is the same as going step by step.
    @Test
    void aForumRestsWhereItsPlainTwinRests() {
        Property.check(
                "a forum and its twin agree",
                60,
                choices -> {
                    int people = choices.intBetween(12, 80);
                    int connections = choices.intBetween(1, 5);
                    var forum = new Forum(people, connections, choices.intBetween(0, 1_000_000));
                    int bots = choices.intBetween(0, 6);
                    int steps = choices.intBetween(1, 300);
                    assertEquals(
                            new PlainForum(forum).run(bots, 1, steps),
                            forum.run(bots, 1, 1, steps));
                });
    }

    /// Ross et al.: 2 to 4 per cent of bots decide in two of three cases; the best connected person
    /// is on the winning side in 60 to 70 per cent.
    @Test
    void aFewPerCentOfBotsTipTheClimate() throws IOException, InterruptedException {
        Results results = results(settings(1000, 100, 2), Checkpoints.NONE);
        double none = won(results, 0);
        double few = won(results, 20);
        assertTrue(none > 0.35 && none < 0.65, "without bots either opinion wins: " + none);
        assertTrue(few > none + 0.05, "with 2 per cent: " + few);
        assertTrue(won(results, 100) > 0.9, "with 9 per cent");
    }

    private static double won(Results results, int bots) {
        String arm = "5 ties, centre, " + bots + " bots";
        return results.measure("won-by-bots", arm, Optional.empty())
                .map(Measure::value)
                .orElseThrow();
    }

    @Test
    void theResultDoesNotDependOnThreads() throws IOException, InterruptedException {
        String one = ResultHash.of(results(settings(100, 40, 1), Checkpoints.NONE));
        assertEquals(one, ResultHash.of(results(settings(100, 40, 3), Checkpoints.NONE)));
    }

    /// Each offer is kept; the second run begins from the last one of the first.
    @Test
    void aResumedRunEndsAsOneThatWasNeverStopped() throws IOException, InterruptedException {
        Path file = folder.resolve("state");
        var stopping =
                new Checkpoints() {
                    @Override
                    public Optional<Path> last() {
                        return Optional.of(file).filter(Files::exists);
                    }

                    @Override
                    public void offer(State state) throws IOException, InterruptedException {
                        boolean first = !Files.exists(file);
                        state.write(file);
                        if (first) {
                            throw new InterruptedException("after the first round");
                        }
                    }
                };
        Settings settings = settings(100, 40, 2);
        boolean stopped = false;
        try {
            results(settings, stopping);
        } catch (InterruptedException asked) {
            stopped = true;
        }
        assertTrue(stopped);
        assertEquals(
                ResultHash.of(results(settings, Checkpoints.NONE)),
                ResultHash.of(results(settings, stopping)));
    }
}
