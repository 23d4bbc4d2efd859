package glasshouse.cli;

import glasshouse.account.Plan;
import glasshouse.data.FileScoring;
import glasshouse.data.FileScoring.Summary;
import glasshouse.data.Moment;
import glasshouse.data.ScoreFiles;
import glasshouse.scheme.Realm;
import glasshouse.scheme.Scheme;
import glasshouse.wire.UnreadableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The scores of everybody in files of events.
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Scores everybody in files of events under a scheme.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  glasshouse score --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/events.ndjson --out scores.csv",
            "  glasshouse score --scheme examples/lender/lender.yaml \\",
            "      --events examples/lender/ledger.csv \\",
            "      --mapping examples/lender/ledger.mapping.yaml \\",
            "      --as-of 2026-03-31 --rejects rejects.csv --format json"
        })
final class ScoreCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Mixin private EventsOptions events;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write a row for each person: .parquet, .csv or .ndjson.")
    private @Nullable Path out;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Write each refused record with line and reason: .csv or .ndjson, also .gz and"
                            + " .zst. It holds the records: treat it like the events.")
    private @Nullable Path rejects;

    @Option(
            names = "--basis",
            paramLabel = "TEXT",
            description =
                    "The lawful basis that you attest for scoring people under a live scheme.")
    private @Nullable String basis;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--format", description = "text or json. Default: text.")
    private TextOrJson format = TextOrJson.text;

    private final Terminal terminal;

    private final RefusedRecords records = new RefusedRecords();

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        long start = System.nanoTime();
        check();
        Scheme scheme = SchemeFile.load(events.scheme);
        EventSources sources = EventSources.open(events, scheme);
        Plan plan = Question.plan(scheme);
        Summary summary = score(scheme, plan, sources);
        double seconds = (System.nanoTime() - start) / NANOS;
        var told = new ScoreReport(scheme, summary, basis, out, rejects, seconds);
        terminal.out()
                .print(
                        switch (format) {
                            case text -> told.text(terminal);
                            case json -> told.json();
                        });
        terminal.out().flush();
        note(scheme, summary);
        return 0;
    }

    /// What can be seen to be wrong before anything is read.
    private void check() throws Refusal {
        if (out != null && !ScoreFiles.knows(out)) {
            throw new Refusal(
                    "--out %s is of no kind that is written here; there are %s."
                            .formatted(out, String.join(" ", ScoreFiles.EXTENSIONS)));
        }
        Outlet.apart(out, events.files());
        Outlet.apart(rejects, events.files());
        if (out != null) {
            Outlet.apart(rejects, List.of(out));
        }
        if (basis != null && basis.isBlank()) {
            throw new Refusal(
                    "--basis is empty; name the basis, such as 'consent, GDPR Art. 6(1)(a)'.");
        }
        if (threads < 1 || threads > 1024) {
            throw new Refusal("--threads " + threads + " is not between 1 and 1024.");
        }
    }

    /// Reads, scores and writes. The files to write are opened first, so that a run does not find
    /// out at its end that they cannot be.
    private Summary score(Scheme scheme, Plan plan, EventSources sources) throws Refusal {
        Instant knownAt = Question.knownAt(events, scheme);
        Instant asOf = Question.asOf(events, scheme, null);
        Moment moment = asOf == null ? Moment.newest(knownAt) : new Moment(asOf, knownAt);
        try (var scores = out == null ? null : Outlet.to(out);
                var refused = RejectsFile.to(rejects);
                var progress = ProgressLine.reading(terminal, sources.bytes())) {
            Summary summary =
                    new FileScoring(
                                    plan,
                                    moment,
                                    threads,
                                    sources.mapping(),
                                    rejection -> {
                                        records.take(rejection);
                                        refused.take(rejection);
                                    },
                                    progress::at)
                            .score(sources.files());
            refused.finish();
            records.noteBreaks(terminal);
            if (scores != null) {
                write(summary, scheme, scores);
            }
            summary.scores().close();
            return summary;
        } catch (UnreadableException unreadable) {
            throw sources.unreadable(unreadable);
        }
    }

    private void write(Summary summary, Scheme scheme, Outlet outlet) throws Refusal {
        Instant asOf = summary.asOf() == null ? Instant.EPOCH : summary.asOf();
        try {
            ScoreFiles.write(summary.scores(), scheme, asOf, outlet.path());
            outlet.finish();
        } catch (IOException failed) {
            throw new Refusal("--out " + out + " could not be written; is the disk full?");
        }
    }

    private void note(Scheme scheme, Summary summary) {
        if (scheme.header().realm() == Realm.LIVE && basis == null) {
            terminal.err()
                    .println(
                            """

                            Note: this scheme is for real people; say with --basis on what lawful
                            basis you score them, to have it in the summary."""
                                    .replace("\n", System.lineSeparator()));
        }
        if (rejects == null) {
            records.noteFirst(terminal, "--rejects FILE tells of each record that was refused.");
        }
        Instant asOf = summary.asOf();
        if (events.asOf == null && asOf != null && asOf.isAfter(Instant.now())) {
            terminal.err()
                    .println(
                            "Note: the newest event lies in the future, and scores are as of then;"
                                    + " give --as-of for another day.");
        }
        terminal.err().flush();
    }
}
