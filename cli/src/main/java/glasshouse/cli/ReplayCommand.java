package glasshouse.cli;

import glasshouse.bureau.Findings;
import glasshouse.bureau.serve.Checkup;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes every score and every decision again from the ledger, and compares.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Takes every score and every decision again from the ledger, and compares.",
        footerHeading =
                "%nThe bureau's own database is checked while nobody serves it; one with a URL%n"
                        + "at any time. Exits with 0 where nothing differs, 1 where something%n"
                        + "does.%n%nExamples:%n",
        footer = {"  glasshouse replay --data-dir data", "  glasshouse replay --format json"})
final class ReplayCommand implements Callable<Integer> {
    @Mixin private BureauOptions bureau;

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        try (var checkup = new Checkup(bureau.settings(new HashMap<>(), List.of()))) {
            var found = checkup.replay();
            if (format == TextOrJson.json) {
                terminal.out().print(Findings.json(found));
            } else {
                terminal.out()
                        .print(
                                "%s scores, %s decisions, %s of them erased; %s differences\n"
                                        .formatted(
                                                found.scores(),
                                                found.decisions(),
                                                found.erased(),
                                                found.differenceCount()));
                found.differences().forEach(terminal.out()::println);
            }
            terminal.out().flush();
            return found.differenceCount() == 0 ? 0 : 1;
        } catch (IOException | SQLException failure) {
            throw new Refusal("The bureau cannot be checked. " + failure.getMessage());
        }
    }
}
