package glasshouse.stream.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// `glasshouse stream`; exits with 0 when all went well, with 1 when a drill finds a difference,
/// and with 2 on a usage error or what cannot be read or reached.
@Command(
        name = "glasshouse stream",
        description = "Scores events from Kafka topics on a Flink cluster.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            SampleCommand.class,
            SendCommand.class,
            ClockCommand.class,
            ScoresCommand.class,
            DrillCommand.class
        },
        footer = {"", "docs/guide/stream.md shows them at work."})
public final class Main implements Runnable {
    static final int UNUSABLE = 2;

    @Spec private CommandSpec spec;

    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "glasshouse/stream/command/logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::failed);
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof Refusal refusal) {
            command.getErr().println("glasshouse: " + refusal.getMessage());
        } else {
            command.getErr().println("glasshouse: the run could not be carried out:");
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return UNUSABLE;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing; there are "
                        + String.join(", ", spec.subcommands().keySet())
                        + ".");
    }
}
