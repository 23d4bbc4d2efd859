package glasshouse.cli;

import glasshouse.account.Calendar;
import glasshouse.account.Readout;
import glasshouse.close.EveryDay;
import glasshouse.document.Nearest;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.service.Decisions;
import glasshouse.service.Lists;
import glasshouse.statement.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a person's score opens and closes for them.
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Shows what services answer a person, why, what would change it, and the lists that"
                        + " the person is on.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse decide --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --person ann",
            "  glasshouse decide --scheme sesame-2017 --events run/events/sesame.ndjson.zst \\",
            "      --person p17 --service train-ticket --format json"
        })
final class DecideCommand implements Callable<Integer> {
    @Mixin private EventsOptions events;
    @Mixin private PersonOption person;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Services of the scheme. Default: all.")
    private List<String> services = List.of();

    @Option(
            names = "--format",
            description = "text or json. Default: by the ending of --out, else text.")
    private @Nullable TextOrJson format;

    private final Terminal terminal;

    DecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        TextOrJson as = Ending.format(TextOrJson.values(), format, person.out);
        Question question = Question.of(events, person.person, terminal);
        Answered answered = answer(question, asked(question.scheme()));
        String answer =
                switch (as) {
                    case text -> new AnsweredText(answered, person.drawing(terminal)).text();
                    case json -> answered.json();
                };
        person.deliver(answer, terminal, events);
        return 0;
    }

    private List<Service> asked(Scheme scheme) throws Refusal {
        if (services.isEmpty()) {
            return scheme.services();
        }
        List<String> names = scheme.services().stream().map(Service::name).toList();
        for (String name : services) {
            if (!names.contains(name)) {
                throw new Refusal(
                        "The scheme has no service '%s': %s."
                                .formatted(Terminal.safe(name), Nearest.hint(name, names)));
            }
        }
        return scheme.services().stream().filter(each -> services.contains(each.name())).toList();
    }

    private static Answered answer(Question question, List<Service> services) {
        Scheme scheme = question.scheme();
        var lists = new Lists(question.plan());
        var readout = read(question);
        long on = lists.on(question.person(), question.admissible(), question.asOf());
        var decided = new ArrayList<Answered.Decided>();
        for (Service service : services) {
            var decisions = new Decisions(question.plan(), service);
            decided.add(new Answered.Decided(service, decisions.decide(readout, on)));
        }
        List<Lists.Entry> open =
                lists.history(question.person(), question.admissible(), question.asOf()).stream()
                        .filter(entry -> entry.until().equals(LocalDate.MAX))
                        .toList();
        return new Answered(
                scheme,
                question.person(),
                question.asOf(),
                readout.scoreMicro(),
                scheme.bands().get(readout.bandIndex()),
                open,
                lists.noticed(question.person(), question.admissible(), question.asOf()),
                decided);
    }

    private static Readout read(Question question) {
        var readout = new Readout(question.plan());
        int day = new Calendar(question.scheme().header().zone()).day(question.asOf());
        var ledger = Ledger.of(question.person(), question.admissible(), question.asOf());
        readout.read(ledger.fold(question.plan()), day);
        if (question.plan().needsCloses()) {
            var everyone = new EveryDay(question.plan(), question.admissible(), question.asOf());
            everyone.to(day);
            everyone.complete(readout, question.person());
        }
        return readout;
    }
}
