package glasshouse.cli;

import glasshouse.statement.Statement;
import glasshouse.statement.Statements;
import glasshouse.wire.result.StatementJson;
import glasshouse.wire.result.StatementPage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Why a person has their score.
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows why a person has their score, line by line, to the point.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse statement --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann",
            "  glasshouse statement --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann \\",
            "      --as-of 2026-03-31 --format html --out ann.html"
        })
final class StatementCommand implements Callable<Integer> {
    @Mixin private EventsOptions events;
    @Mixin private PersonOption person;

    @Option(
            names = "--format",
            description = "text, json or html. Default: by the ending of --out, else text.")
    private @Nullable Format format;

    private final Terminal terminal;

    StatementCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Format as = Ending.format(Format.values(), format, person.out);
        Question question = Question.of(events, person.person, terminal);
        Statement statement =
                new Statements(question.plan())
                        .of(question.person(), question.admissible(), question.asOf());
        String answer =
                switch (as) {
                    case text ->
                            new StatementText(question.scheme(), person.drawing(terminal))
                                    .text(statement);
                    case json -> StatementJson.statement(statement);
                    case html -> StatementPage.html(statement, question.scheme());
                };
        person.deliver(answer, terminal, events);
        return 0;
    }
}
