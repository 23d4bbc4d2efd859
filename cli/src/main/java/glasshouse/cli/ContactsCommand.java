package glasshouse.cli;

import glasshouse.account.Plan;
import glasshouse.close.ContactField;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.data.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How far a fall travels among contacts, on the shape of real graphs.
@Command(
        name = "contacts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Gives made-up people the ties of a graph, lets contacts pull their scores, and tells"
                    + " how far one person's fall travels."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  glasshouse ratings contacts --graph facebook_combined.txt --graph polblogs.gml \\",
            "      --pull 10 --pull 50 --at-most 40 --out contacts.html"
        })
final class ContactsCommand implements Callable<Integer> {
    private static final long MOST_PULLS = 10;
    private static final int MOST_FALLS = 1000;

    @Option(
            names = "--graph",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Graphs: .gml, or a list of ties with two names a line. They lend their shape"
                            + " only.")
    private List<Path> graphs;

    @Option(
            names = "--pull",
            arity = "1..*",
            paramLabel = "PERCENT",
            description = "How far contacts pull, 1 to 100; may be repeated. Default: 5 10 20 50.")
    private List<Integer> pulls = List.of(5, 10, 20, 50);

    @Option(
            names = "--at-most",
            paramLabel = "POINTS",
            description = "The most that contacts bring or cost, 1 to 1000. Default: 40.")
    private int atMost = 40;

    @Option(
            names = "--fall",
            paramLabel = "POINTS",
            description = "How far the one falls, 1 to 300. Default: 100.")
    private int fall = 100;

    @Option(
            names = "--falls",
            paramLabel = "N",
            description = "How many people fall, one at a time, 1 to 1000. Default: 50.")
    private int falls = 50;

    @Option(names = "--seed", paramLabel = "N", description = "Default: 1.")
    private long seed = 1;

    @Option(
            names = "--format",
            description = "text, json or html. Default: by the ending of --out, else text.")
    private @Nullable AuditFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.")
    private @Nullable Path out;

    private final Terminal terminal;

    ContactsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        check();
        AuditFormat as = Ending.format(AuditFormat.values(), format, out);
        if (as == AuditFormat.sarif) {
            throw new Refusal("contacts are written as text, json or html; sarif is for schemes.");
        }
        Outlet.apart(out, graphs);
        var told = new ArrayList<ContactsReport.Graph>();
        for (Path file : graphs) {
            told.add(study(file));
        }
        var report = new ContactsReport(told, atMost, fall, falls, seed);
        terminal.deliver(
                switch (as) {
                    case text, sarif -> report.text(terminal.drawing(out));
                    case json -> report.json();
                    case html -> ContactsPage.of(report);
                },
                out);
        return 0;
    }

    private void check() throws Refusal {
        if (pulls.size() > MOST_PULLS || pulls.stream().anyMatch(pull -> pull < 1 || pull > 100)) {
            throw new Refusal("--pull is a percentage from 1 to 100, at most ten times.");
        }
        within("--at-most", atMost, 1000);
        within("--fall", fall, 300);
        within("--falls", falls, MOST_FALLS);
        for (Path file : graphs) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Refusal("--graph " + file + " is no file that can be read.");
            }
        }
    }

    private static void within(String option, int value, int most) throws Refusal {
        if (value < 1 || value > most) {
            throw new Refusal("%s %s is not between 1 and %s.".formatted(option, value, most));
        }
    }

    private ContactsReport.Graph study(Path file) throws Refusal {
        GraphFile graph;
        try {
            graph = GraphFile.read(file);
        } catch (IOException unfit) {
            throw new Refusal(Terminal.safe(String.valueOf(unfit.getMessage())));
        }
        long[] own = own(graph.people());
        int[] fallen = fallen(graph.people());
        var rows = new ArrayList<ContactsReport.Row>();
        for (int pull : pulls) {
            var field = new ContactField(plan(pull), graph.people(), graph.from(), graph.to());
            try (var progress = ProgressLine.falling(terminal)) {
                rows.add(row(field, own, fallen, pull, progress));
            }
        }
        String name = String.valueOf(file.getFileName());
        return new ContactsReport.Graph(name, graph.people(), graph.size(), rows);
    }

    /// Own scores from 500 to 800, each as likely, whoever is tied to whom.
    private long[] own(int people) {
        var random = new SplittableRandom(seed);
        var own = new long[people];
        for (int p = 0; p < people; p++) {
            own[p] = random.nextLong(500_000_000L, 800_000_001L);
        }
        return own;
    }

    private int[] fallen(int people) {
        var random = new SplittableRandom(seed + 1);
        return random.ints(0, people).distinct().limit(Math.min(falls, people)).toArray();
    }

    private ContactsReport.Row row(
            ContactField field, long[] own, int[] fallen, int pull, ProgressLine progress) {
        long[] rest = field.scores(own);
        var travel = new Travel(field, rest);
        for (int i = 0; i < fallen.length; i++) {
            long[] after = own.clone();
            after[fallen[i]] -= fall * 1_000_000L;
            travel.add(fallen[i], field.scores(after));
            progress.at(i + 1L, (i + 1.0) / fallen.length);
        }
        return new ContactsReport.Row(
                pull,
                field.assortativity(own),
                field.assortativity(rest),
                Travel.spread(own),
                Travel.spread(rest),
                travel);
    }

    private Plan plan(int pull) {
        String scheme =
                """
                scheme: contacts
                version: 1
                realm: synthetic
                valid-from: 2000-01-01
                scale: {floor: 350, initial: 650, ceiling: 950, precision: 0.001}
                bands:
                  all: {from: 350, colour: "#888888"}
                signals:
                  tie: {context: association}
                characteristics:
                  contacts:
                    kind: contacts
                    signals: [tie]
                    pull: %s %%
                    at-most: %s points
                    close: 7d
                """
                        .formatted(pull, atMost);
        return switch (SchemeCompiler.compile("contacts", scheme, Library.EMPTY)) {
            case Compilation.Compiled(var compiled) -> Plan.of(compiled);
            case Compilation.Refused refused ->
                    throw new IllegalStateException(refused.problems().toString());
        };
    }
}
