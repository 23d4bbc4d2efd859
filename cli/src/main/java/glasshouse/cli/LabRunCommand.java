package glasshouse.cli;

import glasshouse.lab.experiment.Experiment;
import glasshouse.lab.experiment.LabRun;
import glasshouse.lab.experiment.RunFolder;
import glasshouse.lab.experiment.RunRecord;
import glasshouse.lab.experiment.Setting;
import glasshouse.lab.experiment.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs an experiment into a folder.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs an experiment and writes its tables and report into a folder.",
        footerHeading =
                "%nCtrl-C keeps the state and exits with 130; the same command with --resume goes%n"
                        + "on, and ends with the same bytes.%n%nExamples:%n",
        footer = {
            "  glasshouse lab run delayed-impact --out runs/delayed-impact",
            "  glasshouse lab run experiments/lending.yaml --seeds 10 --out runs/lending"
        })
final class LabRunCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Parameters(
            paramLabel = "FILE",
            description = "An experiment file, or the name of a shipped one.")
    private String file = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder for what the run writes; made where there is none.")
    private Path out = Path.of("");

    @Option(names = "--people", paramLabel = "N", description = "How many people there are.")
    private @Nullable Long people;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps are run.")
    private @Nullable Long steps;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Run with N seeds, the given one and those after it, for intervals.")
    private @Nullable Long seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed from which all chance follows.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use; results are the same. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--resume", description = "Go on with the run that was stopped in the folder.")
    private boolean resume;

    private final Terminal terminal;

    LabRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Settings given = given();
        Experiment experiment = ExperimentFile.load(file, given);
        for (Setting setting : given.values().keySet()) {
            if (!experiment.kind().takes().contains(setting)) {
                note("the kind %s has no %s; --%s changes nothing.", experiment, setting);
            }
        }
        try {
            LabRun run = LabRun.ready(experiment, out, Version.built(), resume);
            switch (run.begun()) {
                case AFRESH -> {
                    if (resume) {
                        terminal.err().println("Note: nothing to resume there; it begins afresh.");
                    }
                }
                case FROM_CHECKPOINT -> terminal.err().println("Goes on where it was stopped.");
                case ENDED_BEFORE -> terminal.err().println("The run has ended before.");
            }
            terminal.err().flush();
            return run(run);
        } catch (LabRun.RefusedException refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        } catch (IOException failed) {
            throw new Refusal(Terminal.safe(String.valueOf(failed.getMessage())));
        }
    }

    private void note(String text, Experiment experiment, Setting setting) {
        String kind = experiment.kind().name();
        terminal.err().println("Note: " + text.formatted(kind, setting.key(), setting.key()));
    }

    private Settings given() throws Refusal {
        Map<Setting, Long> values = new EnumMap<>(Setting.class);
        put(values, Setting.PEOPLE, people);
        put(values, Setting.STEPS, steps);
        put(values, Setting.SEEDS, seeds);
        put(values, Setting.SEED, seed);
        if (threads < 1 || threads > 1024) {
            throw new Refusal("--threads " + threads + " is not between 1 and 1024.");
        }
        return new Settings(values, threads);
    }

    private static void put(Map<Setting, Long> values, Setting setting, @Nullable Long value)
            throws Refusal {
        if (value != null && !setting.allows(value)) {
            throw new Refusal(
                    "--%s %s is not between %s and %s."
                            .formatted(setting.key(), value, setting.least(), setting.most()));
        }
        if (value != null) {
            values.put(setting, value);
        }
    }

    /// Runs while the process lives; when it is told to end, the state is kept first.
    private int run(LabRun run) throws IOException {
        var over = new CountDownLatch(1);
        var stopping = new Thread(() -> stop(run, over));
        Runtime.getRuntime().addShutdownHook(stopping);
        RunRecord record;
        try (var progress = ProgressLine.running(terminal)) {
            record = run.run(progress::at);
        } catch (InterruptedException stopped) {
            terminal.err().println("Stopped; the same command with --resume goes on.");
            terminal.err().flush();
            return INTERRUPTED;
        } finally {
            over.countDown();
            forget(stopping);
        }
        terminal.out().print(new LabText(terminal).text(record, new RunFolder(out).answer()));
        terminal.out().flush();
        terminal.err().println("Written: " + out);
        terminal.err().println("result sha256: " + record.result());
        terminal.err().flush();
        return 0;
    }

    private void stop(LabRun run, CountDownLatch over) {
        run.stop();
        terminal.err().println("Keeping the state…");
        terminal.err().flush();
        try {
            over.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the hook is what is running now
        }
    }
}
