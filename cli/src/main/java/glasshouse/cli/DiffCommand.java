package glasshouse.cli;

import glasshouse.leaflet.Changes;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.ChangesJson;
import glasshouse.wire.result.ChangesPage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What changes for a person from one scheme to another.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says in sentences what changes for a person from one scheme to another.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse scheme diff sesame-2017 sesame-2017-voluntary",
            "  glasshouse scheme diff old.yaml new.yaml --format html --out changes.html"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "A scheme file, or the name of a shipped scheme.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "The scheme that replaces it.")
    private String after = "";

    @Option(
            names = "--format",
            description = "text, json or html. Default: by the ending of --out, else text.")
    private @Nullable Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path out;

    private final Terminal terminal;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Format as = Ending.format(Format.values(), format, out);
        for (String read : List.of(before, after)) {
            Path file = Shelf.path(read);
            Outlet.apart(out, file == null ? List.of() : List.of(file));
        }
        Scheme old = SchemeFile.load(before);
        Scheme now = SchemeFile.load(after);
        String answer =
                switch (as) {
                    case text ->
                            new LeafletText(terminal.drawing(out))
                                    .changes(old, now, Changes.between(old, now));
                    case json -> ChangesJson.json(old, now);
                    case html -> ChangesPage.html(old, now);
                };
        terminal.deliver(answer, out);
        return 0;
    }
}
