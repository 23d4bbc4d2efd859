package glasshouse.cli;

import glasshouse.audit.Audit;
import glasshouse.audit.AuditComparison;
import glasshouse.audit.Feedback;
import glasshouse.audit.Rulebook;
import glasshouse.audit.RulebookReader;
import glasshouse.audit.Verdict;
import glasshouse.document.Position;
import glasshouse.scheme.Scheme;
import glasshouse.wire.audit.AuditJson;
import glasshouse.wire.audit.AuditPage;
import glasshouse.wire.audit.ComparisonPage;
import glasshouse.wire.audit.Hits;
import glasshouse.wire.audit.Sarif;
import glasshouse.wire.audit.Shift;
import glasshouse.wire.audit.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a scheme does before it does it: every path from a behaviour to a consequence, with its
/// verdict, citation, line and remedy.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says what the law forbids in a scheme, and what a person has to answer.",
        footerHeading =
                "%nExits with 0 where nothing fails, 1 where something does, 2 where a file%n"
                        + "cannot be read. Decision support, not legal advice.%n%nExamples:%n",
        footer = {
            "  glasshouse audit sesame-2017",
            "  glasshouse audit lender --out lender.html",
            "  glasshouse audit compare rongcheng-classic rongcheng-2021",
            "  glasshouse audit compare rongcheng-classic rongcheng-2021 --with run --out c.html",
            "  glasshouse audit decisions loans.csv --mapping loans.yaml"
        })
final class AuditCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "SCHEME",
            arity = "0..*",
            description =
                    "Scheme files, or names of shipped schemes; compare A B says what the change"
                            + " from A to B does, and, --with a run of both, to whom.")
    private List<String> schemes = List.of();

    @Option(
            names = "--format",
            description = "text, json, html or sarif. Default: by the ending of --out, else text.")
    private @Nullable AuditFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it.")
    private @Nullable Path out;

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "A file that changes rules, dates or contexts; the report names it.")
    private @Nullable Path rules;

    @Option(
            names = "--with",
            paramLabel = "DIR",
            description = "A lab run: whom the findings hit among its people, and how hard.")
    private @Nullable Path with;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The law of this day, such as 2027-12-02. Default: today.")
    private @Nullable LocalDate on;

    @Spec private CommandSpec spec;

    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal, IOException {
        if (schemes.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "A scheme is missing, such as: glasshouse audit lender");
        }
        format();
        Outlet.apart(out, read());
        Rulebook rulebook = rulebook().on(on == null ? LocalDate.now(ZoneOffset.UTC) : on);
        boolean comparing = schemes.getFirst().equals("compare");
        if (comparing && schemes.size() != 3) {
            throw new Refusal("compare takes two schemes: glasshouse audit compare A B");
        }
        LabHits run = with == null ? null : LabHits.in(with);
        var audits = new ArrayList<Audit>();
        for (String given : comparing ? schemes.subList(1, 3) : schemes) {
            Scheme scheme = SchemeFile.loadForAudit(given);
            List<Feedback> seen = run == null ? List.of() : run.feedback(scheme);
            audits.add(Audit.under(rulebook, scheme, seen));
        }
        Sources sources = sources(audits);
        String report =
                comparing
                        ? comparison(
                                AuditComparison.of(audits.get(0), audits.get(1)),
                                sources,
                                run == null
                                        ? Shift.NONE
                                        : run.shift(audits.get(0).scheme(), audits.get(1).scheme()))
                        : report(audits, sources, run == null ? Hits.NONE : run.hits(audits));
        terminal.deliver(report, out);
        Audit judged = audits.getLast();
        boolean fails =
                comparing
                        ? judged.verdict() == Verdict.FAIL
                        : audits.stream().anyMatch(each -> each.verdict() == Verdict.FAIL);
        return fails ? 1 : 0;
    }

    private Rulebook rulebook() throws Refusal {
        if (rules == null) {
            return Rulebook.shipped();
        }
        String text = TextFile.read("The rules " + rules, rules);
        return switch (RulebookReader.changed(rules.toString(), text)) {
            case RulebookReader.Result.Read(Rulebook changed) -> changed;
            case RulebookReader.Result.Refused(var problems) ->
                    throw Refusal.of("The rules in " + rules + " cannot be used:", problems);
        };
    }

    private AuditFormat format() throws Refusal {
        return Ending.format(AuditFormat.values(), format, out);
    }

    /// The files that are read, those of the schemes where they are given by their paths.
    private List<Path> read() {
        var read = new ArrayList<Path>();
        for (String scheme : schemes) {
            Path file = Shelf.path(scheme);
            if (file != null) {
                read.add(file);
            }
        }
        if (rules != null) {
            read.add(rules);
        }
        return read;
    }

    private String report(List<Audit> audits, Sources sources, Hits hits)
            throws Refusal, IOException {
        return switch (format()) {
            case text -> new AuditText(terminal.drawing(out), sources, hits).audits(audits);
            case json -> AuditJson.audits(audits, sources, hits);
            case html -> AuditPage.html(audits, sources, hits);
            case sarif -> Sarif.of(audits, sources, Version.built());
        };
    }

    private String comparison(AuditComparison comparison, Sources sources, Shift shift)
            throws Refusal, IOException {
        return switch (format()) {
            case text ->
                    new AuditText(terminal.drawing(out), sources, Hits.NONE)
                            .comparison(comparison, shift);
            case json -> AuditJson.comparison(comparison, sources, shift);
            case html -> ComparisonPage.html(comparison, sources, shift);
            case sarif -> throw new Refusal("compare is written as text, json or html.");
        };
    }

    /// The files of the schemes, named as seen from here.
    private static Sources sources(List<Audit> audits) {
        Path here = Path.of("").toAbsolutePath();
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Audit audit : audits) {
            for (Position position : audit.scheme().positions().values()) {
                String file = position.file();
                if (!file.isEmpty() && !names.containsKey(file)) {
                    Path path = Path.of(file).toAbsolutePath().normalize();
                    boolean under = path.startsWith(here);
                    names.put(file, under ? here.relativize(path).toString() : file);
                    lines.put(file, lines(path));
                }
            }
        }
        return new Sources(lines, names);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
