package glasshouse.stream.command;

import glasshouse.scheme.Scheme;
import java.io.BufferedOutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes made-up events for trying a scheme.
@Command(
        name = "sample",
        description =
                "Writes made-up events of a scheme's signals, in the order of their recording; some"
                        + " late, some twice, some in conflict, some retracted, one in a thousand"
                        + " unreadable.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  glasshouse stream sample --scheme lender.yaml --events 1000000 --persons 100000 \\",
            "      --out events.ndjson"
        })
final class SampleCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--scheme", required = true, paramLabel = "FILE", description = "The scheme.")
    private String scheme = "";

    @Option(names = "--events", defaultValue = "1000000", description = "How many (a million).")
    private long events = 1_000_000;

    @Option(names = "--persons", defaultValue = "100000", description = "Of how many (100,000).")
    private int persons = 100_000;

    @Option(names = "--seed", defaultValue = "1", description = "Another seed, other events.")
    private long seed = 1;

    @Option(
            names = "--from",
            defaultValue = "2025-01-01",
            description = "The first of 365 days (default: ${DEFAULT-VALUE}).")
    private LocalDate from = LocalDate.of(2025, 1, 1);

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "An .ndjson file.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws Exception {
        if (events < 1 || persons < 1 || events > 1_000_000_000L) {
            throw new Refusal("There are 1 to 1,000,000,000 events, and at least one person.");
        }
        Scheme of = SchemeFile.load(scheme).plan().scheme();
        try (var stream = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
            new Sample(of, persons, from, seed).write(events, stream);
        }
        PrintWriter told = spec.commandLine().getOut();
        told.println("Written: " + out);
        told.flush();
        return 0;
    }
}
