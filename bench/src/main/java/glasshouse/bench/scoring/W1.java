package glasshouse.bench.scoring;

import glasshouse.account.Plan;
import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.data.FileScoring;
import glasshouse.data.Moment;
import glasshouse.data.ScoreFiles;
import glasshouse.scheme.Scheme;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// W1: a Parquet file of events to a Parquet file of scores, against DuckDB's SQL and two limits.
///
/// `./glasshouse bench W1 [million events …]`; all files without. Contenders take turns in one
/// process. The processor's time is noted beside the clock's, for it suffers less from neighbours.
public final class W1 {
    static final int THREADS = 2;
    private static final int REPEATS = 5;
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MILLION = 1_000_000;

    /// What an engine may take: the 6 GiB that this project must do with.
    private static final String MEMORY = "6GiB";

    private static final double FASTER = 4;
    private static final double OF_SCAN = 2.5;
    private static final double OF_FOLD = 1.3;
    private static final double FLAT = 1.5;

    private W1() {}

    private interface Work {
        void run() throws Exception;
    }

    /// Seconds of each repeat, by the clock and of all processors.
    private static final class Contender {
        private final String name;
        private final Work work;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> busy = new ArrayList<>();

        Contender(String name, Work work) {
            this.name = name;
            this.work = work;
        }

        void run(boolean counts) throws Exception {
            long start = System.nanoTime();
            long busyStart = busyNanos();
            work.run();
            if (counts) {
                seconds.add((System.nanoTime() - start) / 1e9);
                busy.add((busyNanos() - busyStart) / 1e9);
            }
        }

        double[] seconds() {
            return seconds.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double median() {
            return Medians.of(seconds());
        }

        double busyMedian() {
            return Medians.of(busy.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static long busyNanos() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    /// Measures all files and writes `bench/results/W1.md` after each; of the sizes given, if any,
    /// a file each, only printed.
    public static void run(Path home, List<String> millions) throws Exception {
        boolean whole = millions.isEmpty();
        var report = new Report("W1: file scoring");
        report.text(introduction());
        Path folder = Files.createTempDirectory("glasshouse-w1-");
        var nanosAnEvent = new ArrayList<Double>();
        try {
            for (Events size : whole ? all() : of(millions)) {
                nanosAnEvent.add(measure(size, folder, report));
                if (whole) {
                    report.keep(home, "W1");
                }
            }
        } finally {
            delete(folder);
        }
        flatness(nanosAnEvent, report);
        if (whole) {
            report.keep(home, "W1");
        }
        report.print(home);
    }

    private static String introduction() {
        return """
        Parquet of events to Parquet of scores, 12 characteristics (%d threads each, %d
        repeats that take turns after one to warm up). Seconds by the clock: median (least –
        greatest); busy: median seconds of all processors together. SQL is DuckDB's, see
        `Sql.java`, with at most %s of memory; the empty fold is the same run on a scheme
        without characteristics; the bare scan is DuckDB reading the four columns into nothing.
        Load of the machine when the run began: %.1f."""
                .formatted(
                        THREADS,
                        REPEATS,
                        MEMORY,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static List<Events> all() {
        return List.of(
                new Events(MILLION, 100_000, false),
                new Events(10 * MILLION, 1_000, false),
                new Events(10 * MILLION, 1_000_000, false),
                new Events(10 * MILLION, 1_000_000, true),
                new Events(100 * MILLION, 10_000_000, false));
    }

    private static List<Events> of(List<String> millions) {
        return millions.stream()
                .map(million -> Long.parseLong(million) * MILLION)
                .map(events -> new Events(events, events / 10, false))
                .toList();
    }

    private static void flatness(List<Double> nanosAnEvent, Report report) {
        double least = nanosAnEvent.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = nanosAnEvent.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        report.text("## Flatness");
        report.text(
                "Nanoseconds an event, from the cheapest of these files to the dearest:"
                        + " %s to %s; flat within 1.5: %s."
                                .formatted(
                                        Report.number(least),
                                        Report.number(most),
                                        Report.reached(most <= FLAT * least, most / least / FLAT)));
    }

    /// Measures one file; nanoseconds an event of this project.
    private static double measure(Events size, Path folder, Report report) throws Exception {
        Path events = folder.resolve("events.parquet");
        Path ours = folder.resolve("ours.parquet");
        Path theirs = folder.resolve("theirs.parquet");
        Path nothing = folder.resolve("nothing.parquet");
        size.write(events);
        String peak = OneRun.peakMebibytes(events, ours);
        try (Connection connection = Sql.open(MEMORY)) {
            List<Contender> contenders =
                    List.of(
                            new Contender(
                                    "glasshouse", () -> score(W1Scheme.scheme(), events, ours)),
                            new Contender("SQL", () -> Sql.score(connection, events, theirs)),
                            new Contender(
                                    "empty fold", () -> score(W1Scheme.empty(), events, nothing)),
                            new Contender("bare scan", () -> Sql.scan(connection, events)));
            for (int repeat = 0; repeat <= REPEATS; repeat++) {
                for (Contender contender : contenders) {
                    contender.run(repeat > 0);
                }
                System.err.println(size.name() + ": round " + repeat + " of " + REPEATS);
            }
            report(size, contenders, report);
            targets(contenders, report);
            report.text(
                    "One scoring in a process of its own, with the same options, had at most "
                            + peak
                            + " MiB of memory resident.");
            report.text("Compared with SQL: " + Sql.difference(connection, ours, theirs) + ".");
            return contenders.getFirst().median() * 1e9 / size.events();
        }
    }

    /// Scores a file; the work that is measured.
    static void score(Scheme scheme, Path events, Path scores) throws Exception {
        var scoring =
                new FileScoring(
                        Plan.of(scheme), Moment.asOf(AS_OF), THREADS, null, _ -> {}, (_, _) -> {});
        FileScoring.Summary summary = scoring.score(List.of(events));
        try (var table = summary.scores()) {
            ScoreFiles.write(table, scheme, AS_OF, scores);
        }
    }

    private static void report(Events size, List<Contender> contenders, Report report) {
        report.text("## " + size.name());
        report.row("", "seconds", "busy", "ns an event", "glasshouse takes", "busy");
        report.row("---", "---", "---", "---", "---", "---");
        Contender first = contenders.getFirst();
        for (Contender contender : contenders) {
            double[] seconds = contender.seconds();
            report.row(
                    contender.name,
                    Report.number(contender.median()) + " (" + Medians.spread(seconds) + ")",
                    Report.number(contender.busyMedian()),
                    Report.number(contender.median() * 1e9 / size.events()),
                    Report.number(first.median() / contender.median()) + " of it",
                    Report.number(first.busyMedian() / contender.busyMedian()) + " of it");
        }
    }

    /// Says of each target whether it was reached, by the clock.
    private static void targets(List<Contender> contenders, Report report) {
        double ours = contenders.get(0).median();
        double faster = contenders.get(1).median() / ours;
        double fold = ours / contenders.get(2).median();
        double scan = ours / contenders.get(3).median();
        report.text(
                "Four times as fast as SQL: %s. Within 2.5 of the bare scan: %s. Within 1.3 of the"
                                .formatted(
                                        Report.reached(faster >= FASTER, FASTER / faster),
                                        Report.reached(scan <= OF_SCAN, scan / OF_SCAN))
                        + " empty fold: %s."
                                .formatted(Report.reached(fold <= OF_FOLD, fold / OF_FOLD)));
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
