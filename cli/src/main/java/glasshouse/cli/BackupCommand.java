package glasshouse.cli;

import glasshouse.bureau.Settings;
import glasshouse.bureau.backup.Contents;
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

/// Writes everything that a bureau holds into one file.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes everything that a bureau holds into one file.",
        footerHeading =
                "%nA database with a URL is backed up at any time, the bureau's own while nobody%n"
                        + "serves it. The file holds everybody's data and keys: encrypt it, and%n"
                        + "let it expire within the time in which erasure is promised.%n%n"
                        + "Examples:%n",
        footer = {
            "  glasshouse backup --database-url jdbc:postgresql://host/name?user=… bureau.backup",
            "  glasshouse backup --data-dir data bureau.backup"
        })
final class BackupCommand implements Callable<Integer> {
    @Mixin private BureauOptions bureau;

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    Path file;

    private final Terminal terminal;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Settings settings = bureau.settings(new HashMap<>(), List.of());
        try {
            Contents contents = Keeping.backup(settings, file);
            terminal.out()
                    .println(
                            "%s batches in %s tables; the chain ends in %s"
                                    .formatted(
                                            contents.batches(),
                                            contents.tables().size(),
                                            contents.chain()));
            terminal.out().flush();
            return 0;
        } catch (IOException | SQLException | IllegalArgumentException failure) {
            throw new Refusal("The bureau cannot be backed up. " + failure.getMessage());
        }
    }
}
