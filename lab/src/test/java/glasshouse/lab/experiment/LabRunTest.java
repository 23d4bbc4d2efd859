package glasshouse.lab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabRunTest {
    private static final String VERSION = "1";

    @TempDir private Path folder;

    private final List<Integer> steps = new ArrayList<>();

    private LabRun ready(long seed, boolean resume) throws Exception {
        return LabRun.ready(
                CountingStudy.experiment(seed, steps::add), folder.resolve("run"), VERSION, resume);
    }

    /// Stops a run at its third step.
    private void stop(long seed) throws Exception {
        LabRun[] run = new LabRun[1];
        Experiment experiment =
                CountingStudy.experiment(
                        seed,
                        step -> {
                            if (step == 3) {
                                run[0].stop();
                            }
                        });
        run[0] = LabRun.ready(experiment, folder.resolve("run"), VERSION, false);
        assertThrows(InterruptedException.class, () -> run[0].run(Progress.NONE));
    }

    private String whole(long seed) throws Exception {
        Path other = folder.resolve("whole");
        return LabRun.ready(CountingStudy.experiment(seed, _ -> {}), other, VERSION, false)
                .run(Progress.NONE)
                .result();
    }

    @Test
    void aRunThatIsStoppedAndResumedEndsWithTheSameBytes() throws Exception {
        String hash = whole(7);
        stop(7);
        LabRun resumed = ready(7, true);
        assertEquals(LabRun.Begun.FROM_CHECKPOINT, resumed.begun());
        assertEquals(hash, resumed.run(Progress.NONE).result());
        assertEquals(List.of(4, 5, 6, 7, 8, 9, 10), steps);
        for (String name : List.of("rows.parquet", "measures.parquet", "experiment.yaml")) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("whole").resolve(name),
                            folder.resolve("run").resolve(name)),
                    name);
        }
    }

    @Test
    void aRunThatHasEndedKeepsNoCheckpointAndIsNotRunAgainByResuming() throws Exception {
        stop(7);
        RunRecord record = ready(7, true).run(Progress.NONE);
        assertFalse(Files.exists(folder.resolve("run").resolve(CheckpointFile.NAME)));
        steps.clear();
        LabRun again = ready(7, true);
        assertEquals(LabRun.Begun.ENDED_BEFORE, again.begun());
        assertEquals(record.result(), again.run(Progress.NONE).result());
        assertEquals(List.of(), steps);
    }

    @Test
    void anotherSeedDoesNotGoOnFromACheckpoint() throws Exception {
        stop(7);
        var refused = assertThrows(LabRun.RefusedException.class, () -> ready(8, true));
        assertTrue(String.valueOf(refused.getMessage()).contains("it ran with {seed=7}"));
    }

    @Test
    void aStoppedRunIsNotBegunAgainByMistake() throws Exception {
        stop(7);
        var refused = assertThrows(LabRun.RefusedException.class, () -> ready(7, false));
        assertTrue(String.valueOf(refused.getMessage()).contains("--resume"));
    }

    @Test
    void aFolderOfOtherThingsIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run").resolve("thesis.txt"), "mine");
        assertThrows(LabRun.RefusedException.class, () -> ready(7, false));
        assertThrows(LabRun.RefusedException.class, () -> ready(7, true));
    }

    @Test
    void twoRunsDoNotWriteOneFolder() throws Exception {
        LabRun second = ready(8, false);
        var refusals = new ArrayList<String>();
        RunRecord first = ready(7, false).run((_, _) -> refusals.add(refusal(second)));
        assertEquals(whole(7), first.result());
        assertEquals(CountingStudy.STEPS, refusals.size());
        assertTrue(refusals.getFirst().startsWith("Another run is writing"));
    }

    private static String refusal(LabRun run) {
        var refused = assertThrows(IOException.class, () -> run.run(Progress.NONE));
        return String.valueOf(refused.getMessage());
    }

    @Test
    void resumingWhereNothingRanBeginsAfresh() throws Exception {
        LabRun run = ready(7, true);
        assertEquals(LabRun.Begun.AFRESH, run.begun());
        assertEquals(whole(7), run.run(Progress.NONE).result());
    }

    @Test
    void theFolderTellsWhatRanInIt() throws Exception {
        RunRecord written = ready(7, false).run(Progress.NONE);
        var run = new RunFolder(folder.resolve("run"));
        assertTrue(run.isEnded());
        assertEquals(written.result(), run.record().result());
        assertEquals(written.settings(), run.record().settings());
        assertEquals(written.heading(), run.record().heading());
        Results answer = run.answer();
        assertEquals(
                answer.measure("sum", "", Optional.empty()).orElseThrow().value(),
                answer.measures().getFirst().value());
        assertEquals(1, answer.table(Table.ROWS).orElseThrow().size());
    }

    @Test
    void aTableThatWasChangedAfterwardsIsNotShown() throws Exception {
        ready(7, false).run(Progress.NONE);
        Path run = folder.resolve("run");
        Files.copy(
                run.resolve("measures.parquet"),
                run.resolve("rows.parquet"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThrows(IOException.class, () -> new RunFolder(run).answer());
    }

    @Test
    void anotherSeedHasAnotherHash() throws Exception {
        String hash = ready(7, false).run(Progress.NONE).result();
        assertFalse(whole(8).equals(hash));
    }
}
