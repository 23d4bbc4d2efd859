package glasshouse.cli;

import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.document.Problem;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whether schemes compile, and if not, everything that is wrong with them.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says whether schemes compile, and everything that is wrong with them.",
        footerHeading =
                "%nExits with 0 where all compile, 1 where one does not, 2 where one%n"
                        + "cannot be read.%n%nExamples:%n",
        footer = {
            "  glasshouse check examples/lender/lender.yaml",
            "  glasshouse check lender housing --format json"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Scheme files, or names of shipped schemes.")
    private List<String> files;

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;
    private final List<Problem> problems = new ArrayList<>();

    CheckCommand(Terminal terminal) {
        this(terminal, List.of());
    }

    CheckCommand(Terminal terminal, List<String> files) {
        this.terminal = terminal;
        this.files = files;
    }

    @Override
    public Integer call() {
        int exit = 0;
        var text = new ProblemText(terminal);
        for (String file : files) {
            try {
                exit = Math.max(exit, check(SchemeFile.open(file), text));
            } catch (Refusal unreadable) {
                terminal.err().println("glasshouse: " + unreadable.getMessage());
                exit = UNREADABLE;
            }
        }
        terminal.out().print(format == TextOrJson.json ? json() : text.text());
        terminal.out().flush();
        terminal.err().flush();
        return exit;
    }

    private int check(Library.Source source, ProblemText text) {
        return switch (SchemeFile.compile(source)) {
            case Compilation.Compiled(Scheme scheme) -> {
                text.compiled(source.file(), summary(scheme));
                yield 0;
            }
            case Compilation.Refused(List<Problem> found) -> {
                problems.addAll(found);
                text.refused(source, found);
                yield REFUSED;
            }
        };
    }

    private static String summary(Scheme scheme) {
        var header = scheme.header();
        return "%s %s, %s: %s, %s, %s, %s"
                .formatted(
                        header.name(),
                        header.version(),
                        header.realm().name().toLowerCase(Locale.ROOT),
                        ProblemText.count(scheme.signals().size(), "signal"),
                        ProblemText.count(scheme.characteristics().size(), "characteristic"),
                        ProblemText.count(scheme.services().size(), "service"),
                        ProblemText.count(scheme.lists().size(), "list"));
    }

    private String json() {
        return JsonDocument.of(
                json ->
                        json.array(
                                "problems",
                                problems,
                                problem ->
                                        json.text("code", problem.code())
                                                .text("file", problem.position().file())
                                                .whole("line", problem.position().line())
                                                .whole("column", problem.position().column())
                                                .text("message", problem.message())
                                                .optional("citation", problem.citation())));
    }
}
