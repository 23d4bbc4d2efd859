package glasshouse.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a scheme says to people.
@Command(
        name = "scheme",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows a scheme in plain words, or what changes from one to another.")
final class SchemeCommand implements Runnable {
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
