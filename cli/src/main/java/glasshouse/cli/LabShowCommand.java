package glasshouse.cli;

import glasshouse.data.Column;
import glasshouse.lab.experiment.Measure;
import glasshouse.lab.experiment.Results;
import glasshouse.lab.experiment.RunFolder;
import glasshouse.lab.experiment.RunRecord;
import glasshouse.lab.experiment.Table;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The measures of a run.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows what came of a run: its measures, and its own rows.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse lab show runs/delayed-impact",
            "  glasshouse lab show runs/delayed-impact --format json"
        })
final class LabShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of a run.")
    private Path folder = Path.of("");

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    LabShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        var run = new RunFolder(folder);
        try {
            RunRecord record = run.record();
            if (!run.isEnded()) {
                throw new Refusal(
                        "The run in %s has not ended; lab run … --out %s --resume goes on with it."
                                .formatted(folder, folder));
            }
            Results answer = run.answer();
            terminal.out()
                    .print(
                            switch (format) {
                                case text -> new LabText(terminal).text(record, answer);
                                case json -> json(record, answer);
                            });
            terminal.out().flush();
            return 0;
        } catch (IOException unreadable) {
            throw new Refusal(Terminal.safe(String.valueOf(unreadable.getMessage())));
        }
    }

    private static String json(RunRecord record, Results answer) {
        return JsonDocument.of(
                json -> {
                    json.text("experiment", record.heading().name())
                            .text("kind", record.kind())
                            .text("version", record.version())
                            .text("result", record.result());
                    json.object(
                            "settings",
                            () -> {
                                for (var each : new TreeMap<>(record.settings()).entrySet()) {
                                    json.whole(each.getKey(), each.getValue());
                                }
                            });
                    json.array("measures", answer.measures(), each -> measure(json, each));
                    Optional<Table> rows = answer.table(Table.ROWS);
                    if (rows.isPresent()) {
                        Table table = rows.get();
                        Iterable<Integer> indices =
                                IntStream.range(0, table.size()).boxed().toList();
                        json.array("rows", indices, row -> row(json, table, row));
                    }
                });
    }

    private static void measure(JsonDocument json, Measure measure) throws IOException {
        json.text("name", measure.name()).text("scheme", measure.scheme());
        if (measure.group().isPresent()) {
            json.text("group", measure.group().get());
        }
        json.decimal("value", measure.value());
        if (measure.low().isPresent()) {
            json.decimal("low", measure.low().getAsDouble())
                    .decimal("high", measure.high().orElseThrow());
        }
    }

    private static void row(JsonDocument json, Table table, int row) throws IOException {
        for (Column column : table.columns()) {
            switch (column) {
                case Column.Texts(String name, var texts) -> {
                    String text = texts.get(row);
                    json.text(name, text.isEmpty() ? null : text);
                }
                case Column.Wholes(String name, long[] wholes) -> json.whole(name, wholes[row]);
                case Column.Decimals(String name, double[] decimals) ->
                        json.decimal(name, decimals[row]);
            }
        }
    }
}
