package glasshouse.cli;

import glasshouse.leaflet.Leaflet;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.LeafletJson;
import glasshouse.wire.result.LeafletPage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A scheme as it is given to those whom it scores.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows a scheme in plain words, as those whom it scores are given it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse scheme show lender",
            "  glasshouse scheme show schemes/sesame-2017.yaml --format html --out sesame.html"
        })
final class ShowCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCHEME",
            description = "A scheme file, or the name of a shipped scheme.")
    private String scheme = "";

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

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Format as = Ending.format(Format.values(), format, out);
        Path file = Shelf.path(scheme);
        Outlet.apart(out, file == null ? List.of() : List.of(file));
        Scheme shown = SchemeFile.load(scheme);
        String answer =
                switch (as) {
                    case text -> new LeafletText(terminal.drawing(out)).text(Leaflet.of(shown));
                    case json -> LeafletJson.json(shown);
                    case html -> LeafletPage.html(shown);
                };
        terminal.deliver(answer, out);
        return 0;
    }
}
