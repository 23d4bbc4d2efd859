package glasshouse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What ratings foretell, who may be gaming them, and how far scores travel among contacts.
@Command(
        name = "ratings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Measures rating methods, looks for those who game them, and lets contacts pull.")
final class RatingsCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing; there are "
                        + String.join(", ", spec.subcommands().keySet())
                        + ".");
    }
}
