package glasshouse.cli;

import glasshouse.bureau.Settings;
import glasshouse.bureau.ledger.Verification;
import glasshouse.bureau.serve.Keeping;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup into an empty database, and checks the ledger that comes of it.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Puts a backup into an empty database, and checks the ledger in it.",
        footerHeading =
                "%nWhat was recorded after the backup is not in it: have furnishers report%n"
                        + "again from that time on, which is safe, and erase again whoever was%n"
                        + "erased since. Exits with 0 where nothing differs, 1 where something%n"
                        + "does.%n%nExamples:%n",
        footer = {
            "  glasshouse restore --database-url jdbc:postgresql://host/new?user=… bureau.backup",
            "  glasshouse restore --data-dir new-data bureau.backup"
        })
final class RestoreCommand implements Callable<Integer> {
    @Mixin private BureauOptions bureau;

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    Path file;

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Settings settings = bureau.settings(new HashMap<>(), List.of());
        try {
            Verification found = Keeping.restore(settings, file);
            terminal.out()
                    .println(
                            "restored: %s batches, %s entries, %s of them erased; %s differences"
                                    .formatted(
                                            found.batches(),
                                            found.entries(),
                                            found.erased(),
                                            found.differenceCount()));
            found.differences().forEach(terminal.out()::println);
            terminal.out().flush();
            return found.differenceCount() == 0 ? 0 : 1;
        } catch (IOException | SQLException | IllegalArgumentException failure) {
            throw new Refusal("The backup cannot be restored. " + failure.getMessage());
        }
    }
}
