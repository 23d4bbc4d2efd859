package glasshouse.cli;

import com.github.luben.zstd.ZstdOutputStream;
import glasshouse.event.Event;
import glasshouse.lab.experiment.RunFolder;
import glasshouse.lab.study.Arm;
import glasshouse.lab.study.SocietyStudy;
import glasshouse.wire.CloudEventWriter;
import glasshouse.wire.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a run's schemes heard of some of its people, as files of events that `score` takes.
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes what the schemes of a run heard of some people, as events.",
        footerHeading =
                "%nThe society of the run's first seed lives again; it takes about as long as the%n"
                        + "run did. The files and their manifest lie in DIR/events; score,%n"
                        + "statement, whatif and reach take them under the run's schemes.%n"
                        + "%nExamples:%n",
        footer = {
            "  glasshouse lab events runs/spiral --people 1000",
            "  glasshouse score --scheme sesame-2017 --events runs/spiral/events/sesame.ndjson.zst"
        })
final class LabEventsCommand implements Callable<Integer> {
    static final String FOLDER = "events";
    private static final int MOST_PEOPLE = 1_000_000;

    @Parameters(paramLabel = "DIR", description = "The folder of a run that has ended.")
    private Path folder = Path.of("");

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "Of the first N people. Default: 1000, or all where there are fewer.")
    private int people = 1000;

    @Option(
            names = "--arm",
            paramLabel = "NAME",
            description = "Of this arm of the experiment only. Default: of all with a scheme.")
    private @Nullable String arm;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use.")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final Terminal terminal;

    LabEventsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (threads < 1 || threads > 1024) {
            throw new Refusal("--threads " + threads + " is not between 1 and 1024.");
        }
        if (people < 1 || people > MOST_PEOPLE) {
            throw new Refusal("--people " + people + " is not between 1 and " + MOST_PEOPLE + ".");
        }
        SocietyStudy study = SocietyOfRun.in(folder, threads);
        List<Arm> arms = study.plan().arms();
        List<Arm> chosen =
                arms.stream()
                        .filter(each -> each.scheme().isPresent())
                        .filter(each -> arm == null || each.name().equals(arm))
                        .toList();
        if (chosen.isEmpty()) {
            throw new Refusal(
                    "The run %s has no arm %s with a scheme; its arms: %s."
                            .formatted(
                                    folder,
                                    Terminal.safe(arm == null ? "" : arm),
                                    String.join(", ", arms.stream().map(Arm::name).toList())));
        }
        try {
            write(study, chosen);
        } catch (IOException failed) {
            throw new Refusal(Terminal.safe(String.valueOf(failed.getMessage())));
        }
        return 0;
    }

    private void write(SocietyStudy study, List<Arm> chosen) throws IOException, Refusal {
        if (!new RunFolder(folder).isEnded()) {
            throw new Refusal(folder + " holds a run that has not ended; --resume it first.");
        }
        Path out = folder.resolve(FOLDER);
        Files.createDirectories(out);
        Files.deleteIfExists(out.resolve(Manifest.NAME));
        var written = new ArrayList<Path>();
        for (Arm each : chosen) {
            Path file = out.resolve(each.name() + ".ndjson.zst");
            long events = write(study, study.plan().arms().indexOf(each), file);
            written.add(file);
            terminal.err().printf("%s: %,d events%n", file, events);
        }
        Manifest.of(out, String.valueOf(folder.toAbsolutePath().getFileName()), written).write(out);
        terminal.err().flush();
    }

    private long write(SocietyStudy study, int index, Path file) throws IOException {
        int first = Math.min(people, study.plan().people());
        var count = new long[1];
        var stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        try (var progress = ProgressLine.running(terminal);
                var writer = new CloudEventWriter(new ZstdOutputStream(stream))) {
            study.events(
                    index,
                    first,
                    events -> {
                        for (Event event : events) {
                            writer.write(event);
                        }
                        count[0] += events.size();
                    },
                    progress::at);
        }
        return count[0];
    }
}
