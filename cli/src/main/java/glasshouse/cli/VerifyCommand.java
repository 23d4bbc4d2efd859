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

/// Checks that the ledger is as it was written, by its chain of digests.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks that the ledger is as it was written, by its chain of digests.",
        footerHeading =
                "%nThe bureau's own database is checked while nobody serves it; one with a URL%n"
                        + "at any time. Exits with 0 where nothing differs, 1 where something%n"
                        + "does.%n%nExamples:%n",
        footer = {"  glasshouse verify --data-dir data", "  glasshouse verify --format json"})
final class VerifyCommand implements Callable<Integer> {
    @Mixin private BureauOptions bureau;

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        try (var checkup = new Checkup(bureau.settings(new HashMap<>(), List.of()))) {
            var found = checkup.verify();
            if (format == TextOrJson.json) {
                terminal.out().print(Findings.json(found));
            } else {
                terminal.out()
                        .print(
                                "%s batches, %s entries, %s of them erased; %s differences\n"
                                        .formatted(
                                                found.batches(),
                                                found.entries(),
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
