package glasshouse.cli;

import glasshouse.document.Nearest;
import glasshouse.event.Event;
import glasshouse.reach.Outlook;
import glasshouse.reach.Reach;
import glasshouse.scheme.Band;
import glasshouse.wire.result.StatementJson;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How a person gets to a band.
@Command(
        name = "reach",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Finds short ways for a person to a band within twelve months: by waiting, the fastest,"
                    + " with the least hours, with the least euros. Each is verified by scoring it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse reach --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann --band green"
        })
final class ReachCommand implements Callable<Integer> {
    private static final Duration AHEAD = Duration.ofDays(367);

    @Mixin private EventsOptions events;
    @Mixin private PersonOption person;

    @Option(names = "--band", required = true, paramLabel = "BAND", description = "A band's name.")
    private String band;

    @Option(
            names = "--format",
            description = "text or json. Default: by the ending of --out, else text.")
    private @Nullable TextOrJson format;

    private final Terminal terminal;

    ReachCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        TextOrJson as = Ending.format(TextOrJson.values(), format, person.out);
        Question question = Question.of(events, person.person, terminal);
        question.refuseCloses("reach");
        if (!question.asOf().plus(AHEAD).isBefore(Event.LATEST)) {
            throw new Refusal(
                    "reach looks twelve months ahead, and events end with the year 2199; give an"
                            + " earlier --as-of.");
        }
        Band target = band(question);
        Outlook outlook =
                new Reach(question.plan())
                        .to(target, question.person(), question.admissible(), question.asOf());
        String answer =
                switch (as) {
                    case text ->
                            new OutlookText(question.scheme(), person.drawing(terminal))
                                    .text(outlook, target);
                    case json -> StatementJson.outlook(outlook, target);
                };
        person.deliver(answer, terminal, events);
        return 0;
    }

    private Band band(Question question) throws Refusal {
        var bands = question.scheme().bands();
        for (Band each : bands) {
            if (each.name().equalsIgnoreCase(band) || each.title().equalsIgnoreCase(band)) {
                return each;
            }
        }
        throw new Refusal(
                "The scheme has no band '%s': %s."
                        .formatted(
                                Terminal.safe(band),
                                Nearest.hint(band, bands.stream().map(Band::name).toList())));
    }
}
