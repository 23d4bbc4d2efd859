package glasshouse.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The command run in this process, on files named as from the project's root.
///
/// A folder of the session holds the files that it writes; what is printed names neither it nor the
/// place of the project.
final class Session {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern TIME =
            Pattern.compile("(?<=\"seconds\": )[0-9.E-]+|[0-9.,]+(?= s,)|[0-9.,]+(?= records a)");

    private final Path folder;
    private final String prefix;

    /// `prefix` stands for the folder in the words of a command and in what is printed.
    Session(Path folder, String prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    record Ran(int exit, String out, String err) {}

    /// The words of a line, quoted as in a shell.
    static List<String> words(String line) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            words.add(quoted == null ? matcher.group(3) : quoted);
        }
        return words;
    }

    /// Times and rates as `#`.
    static String timeless(String printed) {
        return TIME.matcher(printed).replaceAll("#");
    }

    Ran run(List<String> words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
        String[] arguments = words.stream().map(this::place).toArray(String[]::new);
        int exit = Main.commandLine(terminal).execute(arguments);
        return new Ran(exit, plain(out.toString()), plain(err.toString()));
    }

    /// Whether the command knows the words; it is not run.
    void parse(List<String> words) {
        var nowhere = new PrintWriter(new StringWriter());
        Main.commandLine(new Terminal(nowhere, nowhere, false, false))
                .parseArgs(words.stream().map(this::place).toArray(String[]::new));
    }

    /// A file of the project where it lies from here.
    String place(String word) {
        return word.replace(prefix, folder.toString())
                .replaceFirst("^(examples|experiments|schemes|mappings)/", "../$1/");
    }

    private String plain(String printed) {
        String home = Path.of("..").toAbsolutePath().normalize() + "/";
        return printed.replace(folder.toString(), prefix)
                .replace(home, "")
                .replace("../", "")
                .replace(System.lineSeparator(), "\n");
    }
}
