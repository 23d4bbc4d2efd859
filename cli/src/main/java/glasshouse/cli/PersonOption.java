package glasshouse.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom a command is about, and where its answer goes.
final class PersonOption {
    @Option(
            names = "--person",
            required = true,
            paramLabel = "PERSON",
            description = "The person's id, exactly as in the events.")
    String person;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    @Nullable Path out;

    /// Hands the answer over.
    void deliver(String answer, Terminal terminal, EventsOptions events) throws Refusal {
        Outlet.apart(out, events.files());
        terminal.deliver(answer, out);
    }

    /// The terminal that an answer is drawn for: without colour where it goes to a file.
    Terminal drawing(Terminal terminal) {
        return terminal.drawing(out);
    }
}
