package glasshouse.cli;

import glasshouse.reach.Difference;
import glasshouse.reach.Hypothesis;
import glasshouse.reach.WhatIf;
import glasshouse.wire.result.StatementJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What events that have not happened would make of a score.
@Command(
        name = "whatif",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows what further events would make of a person's score.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse whatif --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann \\",
            "      --event 'signal=instalment.paid on=2026-04-01'",
            "  glasshouse whatif --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann \\",
            "      --event 'signal=instalment.paid-late value=12 on=2026-04-01' \\",
            "      --event 'signal=instalment.paid on=2026-05-01' --format json"
        })
final class WhatIfCommand implements Callable<Integer> {
    @Mixin private EventsOptions events;
    @Mixin private PersonOption person;

    @Option(
            names = "--event",
            required = true,
            paramLabel = "EVENT",
            description = {
                "An event that has not happened: 'signal=NAME value=NUMBER on=DATE'.",
                "May be repeated. Also counterparty=, reference=, and by=OTHER for what another",
                "does to the person. Without on= it is of the as-of instant."
            })
    private List<String> hypotheses;

    @Option(
            names = "--format",
            description = "text or json. Default: by the ending of --out, else text.")
    private @Nullable TextOrJson format;

    private final Terminal terminal;

    WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        TextOrJson as = Ending.format(TextOrJson.values(), format, person.out);
        Question question = Question.of(events, person.person, terminal);
        var parsed = new ArrayList<Hypothesis>();
        for (String hypothesis : hypotheses) {
            parsed.add(HypothesisText.parse(hypothesis, question));
        }
        Difference difference =
                new WhatIf(question.plan())
                        .of(question.person(), question.admissible(), parsed, question.asOf());
        String answer =
                switch (as) {
                    case text ->
                            new DifferenceText(question.scheme(), person.drawing(terminal))
                                    .text(difference, parsed);
                    case json -> StatementJson.difference(difference, parsed);
                };
        person.deliver(answer, terminal, events);
        return 0;
    }
}
