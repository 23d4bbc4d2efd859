package glasshouse.cli;

import glasshouse.lab.experiment.Experiment;
import glasshouse.wire.result.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The experiments that come with the program.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the experiments that come with the program.",
        footerHeading = "%nExample:%n",
        footer = "  glasshouse lab list")
final class LabListCommand implements Callable<Integer> {
    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    LabListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        List<Experiment> shipped = new ArrayList<>();
        for (String name : Shelf.EXPERIMENTS.names()) {
            shipped.add(ExperimentFile.load(name));
        }
        terminal.out()
                .print(
                        switch (format) {
                            case text -> text(shipped);
                            case json -> json(shipped);
                        });
        terminal.out().flush();
        return 0;
    }

    private String text(List<Experiment> shipped) {
        int width = 0;
        for (Experiment each : shipped) {
            width = Math.max(width, each.heading().name().length());
        }
        var text = new StringBuilder();
        for (Experiment each : shipped) {
            text.append(terminal.bold(StatementText.left(each.heading().name(), width)))
                    .append("  ")
                    .append(each.heading().title())
                    .append('\n');
        }
        return text.append("\nglasshouse lab run NAME --out FOLDER runs one.\n").toString();
    }

    private static String json(List<Experiment> shipped) {
        return JsonDocument.of(
                json ->
                        json.array(
                                "experiments",
                                shipped,
                                each ->
                                        json.text("name", each.heading().name())
                                                .text("title", each.heading().title())
                                                .text("question", each.heading().question())
                                                .text("kind", each.kind().name())));
    }
}
