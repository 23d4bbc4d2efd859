package glasshouse.cli;

import glasshouse.lab.society.Diary;
import glasshouse.lab.study.Arm;
import glasshouse.lab.study.SocietyStudy;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// One synthetic person's life under each scheme of a run.
@Command(
        name = "life",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Tells one person's life under each scheme of a run, step by step.",
        footerHeading =
                "%nThe society of the run's first seed lives again, for what a person meets%n"
                        + "depends on all; it takes about as long as the run did.%n%nExamples:%n",
        footer = {
            "  glasshouse lab life runs/reported-2017 --person 4711",
            "  glasshouse lab life runs/reported-2017 --person 4711 --format json"
        })
final class LabLifeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of a run.")
    private Path folder = Path.of("");

    @Option(
            names = "--person",
            required = true,
            paramLabel = "N",
            description = "Which person, from 0 on.")
    private int person;

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use.")
    private int threads = Runtime.getRuntime().availableProcessors();

    private final Terminal terminal;

    LabLifeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        if (threads < 1 || threads > 1024) {
            throw new Refusal("--threads " + threads + " is not between 1 and 1024.");
        }
        SocietyStudy study = SocietyOfRun.in(folder, threads);
        int people = study.plan().people();
        if (person < 0 || person >= people) {
            throw new Refusal(
                    "There is no person %d; this society has people 0 to %d."
                            .formatted(person, people - 1));
        }
        List<List<Diary>> diaries;
        try (var progress = ProgressLine.running(terminal)) {
            diaries = study.diaries(List.of(person), progress::at);
        }
        List<Diary> lives = diaries.stream().map(List::getFirst).toList();
        terminal.out()
                .print(
                        switch (format) {
                            case text -> new LifeText(terminal).text(study.plan(), lives);
                            case json -> json(study.plan(), lives);
                        });
        terminal.out().flush();
        return 0;
    }

    private String json(SocietyStudy.Plan plan, List<Diary> lives) {
        return JsonDocument.of(
                json -> {
                    json.whole("person", person);
                    json.text("group", LifeText.group(plan, lives.getFirst()));
                    json.array(
                            "lives",
                            java.util.stream.IntStream.range(0, lives.size()).boxed().toList(),
                            i -> life(json, plan.arms().get(i), lives.get(i)));
                });
    }

    private static void life(JsonDocument json, Arm arm, Diary diary) throws IOException {
        json.text("scheme", arm.name());
        json.array(
                "days",
                diary.days(),
                day -> {
                    json.text("date", day.date().toString());
                    if (day.score() >= 0) {
                        json.decimal("score", LifeText.score(arm, day.score()));
                    }
                    json.whole("savings", day.savingsEuros()).whole("contacts", day.ties());
                    json.text("work", day.employed() ? "yes" : "no");
                    json.array(
                            "events",
                            day.entries(),
                            entry -> {
                                json.text("kind", LifeText.word(entry.kind()))
                                        .text("what", entry.what())
                                        .whole("amount", entry.amount());
                                if (!entry.outcome().isEmpty()) {
                                    json.text("outcome", entry.outcome());
                                }
                            });
                });
    }
}
