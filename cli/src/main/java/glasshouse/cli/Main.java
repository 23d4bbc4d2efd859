package glasshouse.cli;

import glasshouse.document.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The `glasshouse` command; exits with 0 when all went well, with 1 where a command found what it
/// looks for, and with 2 on a usage error or unreadable input. Interrupted, the JVM exits with 130.
@Command(
        name = "glasshouse",
        description = "Writes, runs, explains and audits social scoring schemes.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {
    private static final int USAGE = 2;
    private static final Pattern UNFIT_VALUE =
            Pattern.compile(
                    "(?s)(.*: )cannot convert '(.*)' to (?:(?:class|interface) )?(?:\\w+\\.)*(\\w+)"
                            + " \\(.*\\)");
    private static final Pattern UNKNOWN_OPTION = Pattern.compile("Unknown options?: '([^'=]*)");

    @Spec private CommandSpec spec;

    public static void main(String... arguments) {
        var outflow = new Outflow(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = Terminal.ofProcess(System.getenv(), outflow);
        int exit;
        try {
            exit = run(terminal, arguments);
        } catch (OutOfMemoryError full) {
            terminal.err()
                    .println(
                            "glasshouse: out of memory (%s); give Java more, for instance with"
                                            .formatted(full.getMessage())
                                    + " GLASSHOUSE_JAVA_OPTS=-Xmx8g, or use a larger machine.");
            exit = USAGE;
        } catch (LinkageError unloadable) {
            terminal.err().println("glasshouse: " + unloadable(unloadable));
            exit = USAGE;
        }
        terminal.out().flush();
        if (outflow.isCut()) {
            terminal.err().println("glasshouse: standard output could not be written to its end.");
            exit = USAGE;
        }
        terminal.err().flush();
        System.exit(exit);
    }

    /// Runs one command. `check` with nothing but files needs no parsing, and is done long before
    /// the parser would be ready.
    static int run(Terminal terminal, String... arguments) {
        String name = arguments.length == 0 ? "" : arguments[0];
        List<String> rest =
                List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (name.equals("check") && !rest.isEmpty() && rest.stream().allMatch(Main::isPlain)) {
            try {
                return new CheckCommand(terminal, rest).call();
            } catch (RuntimeException defect) {
                return failed(defect, terminal.err());
            }
        }
        return commandLine(terminal, name).execute(arguments);
    }

    /// Whether an argument stands for itself: no option, no file of arguments.
    private static boolean isPlain(String argument) {
        return !argument.startsWith("-") && !argument.startsWith("@");
    }

    /// What to do where DuckDB, the only library that is not Java, finds no place to unpack itself.
    private static String unloadable(LinkageError failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String folder = System.getProperty("java.io.tmpdir");
        return """
               a library cannot be loaded (%s).
               DuckDB, which reads and writes Parquet, unpacks itself into %s.
               Is there room, and may programs run from there?
               GLASSHOUSE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER names another folder."""
                .formatted(root.getMessage(), folder)
                .replace("\n", System.lineSeparator());
    }

    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, "");
    }

    /// The commands, or where `name` names one of them that one alone: to look at all takes longer
    /// than most of them need to run.
    static CommandLine commandLine(Terminal terminal, String name) {
        var main = new CommandLine(new Main());
        var commands = commands(terminal);
        var named = commands.get(name);
        (named == null ? commands.values() : List.of(named))
                .forEach(command -> main.addSubcommand(command.get()));
        return main.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler(Main::failed);
    }

    /// Each command by its name, in the order of the help.
    private static Map<String, Supplier<Object>> commands(Terminal terminal) {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        commands.put("check", () -> new CheckCommand(terminal));
        commands.put(
                "audit",
                () ->
                        new CommandLine(new AuditCommand(terminal))
                                .addSubcommand(new DecisionsCommand(terminal)));
        commands.put(
                "scheme",
                () ->
                        new CommandLine(new SchemeCommand())
                                .addSubcommand(new ShowCommand(terminal))
                                .addSubcommand(new DiffCommand(terminal)));
        commands.put("score", () -> new ScoreCommand(terminal));
        commands.put("outcomes", () -> new OutcomesCommand(terminal));
        commands.put(
                "ratings",
                () ->
                        new CommandLine(new RatingsCommand())
                                .addSubcommand(new EvaluateCommand(terminal))
                                .addSubcommand(new FindingsCommand(terminal))
                                .addSubcommand(new ContactsCommand(terminal)));
        commands.put("statement", () -> new StatementCommand(terminal));
        commands.put("whatif", () -> new WhatIfCommand(terminal));
        commands.put("reach", () -> new ReachCommand(terminal));
        commands.put("decide", () -> new DecideCommand(terminal));
        commands.put(
                "lab",
                () ->
                        new CommandLine(new LabCommand())
                                .addSubcommand(new LabRunCommand(terminal))
                                .addSubcommand(new LabShowCommand(terminal))
                                .addSubcommand(new LabLifeCommand(terminal))
                                .addSubcommand(new LabEventsCommand(terminal))
                                .addSubcommand(new LabListCommand(terminal)));
        commands.put("demo", () -> new DemoCommand(terminal));
        commands.put("serve", () -> new ServeCommand(terminal));
        commands.put("verify", () -> new VerifyCommand(terminal));
        commands.put("replay", () -> new ReplayCommand(terminal));
        commands.put("backup", () -> new BackupCommand(terminal));
        commands.put("restore", () -> new RestoreCommand(terminal));
        return commands;
    }

    /// Says what is wrong with the words of the command, the nearest right one, where help is.
    private static int misused(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String message = plain(String.valueOf(wrong.getMessage()));
        Matcher unknown = UNKNOWN_OPTION.matcher(message);
        if (unknown.find()) {
            if (unknown.group(1).matches("-[0-9.].*")) {
                err.println(
                        "glasshouse: %s looks like an option; a value that begins with - is"
                                        .formatted(Terminal.safe(unknown.group(1)))
                                + " written after =, such as --unrated=-1 or --range=-10..10.");
                return help(command, err);
            }
            Set<String> options = command.getCommandSpec().optionsMap().keySet();
            String hint = Nearest.hint(unknown.group(1), options);
            err.println("glasshouse: no option " + Terminal.safe(unknown.group(1)) + ": " + hint);
        } else {
            err.println("glasshouse: " + Terminal.safe(message));
            UnmatchedArgumentException.printSuggestions(wrong, err);
        }
        return help(command, err);
    }

    private static int help(CommandLine command, PrintWriter err) {
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return USAGE;
    }

    /// A message without the names of Java's classes.
    private static String plain(String message) {
        Matcher unfit = UNFIT_VALUE.matcher(message);
        if (unfit.matches()) {
            String kind =
                    switch (unfit.group(3)) {
                        case "LocalDate" -> "date such as 2026-01-31";
                        case "Path" -> "path";
                        default -> "number such as 12.5";
                    };
            return unfit.group(1) + "'" + unfit.group(2) + "' is no " + kind;
        }
        return message.replaceFirst(" is not an? (int|long)$", " is not a whole number here");
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        return failed(failure, command.getErr());
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof Refusal refusal) {
            err.println("glasshouse: " + refusal.getMessage());
        } else {
            err.println(
                    "glasshouse: this is a defect of glasshouse; please report it with what"
                            + " follows.");
            failure.printStackTrace(err);
        }
        err.flush();
        return USAGE;
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
