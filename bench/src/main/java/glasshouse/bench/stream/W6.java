package glasshouse.bench.stream;

import com.sun.management.OperatingSystemMXBean;
import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.compiler.Library;
import glasshouse.event.Entry;
import glasshouse.stream.Rhythm;
import glasshouse.stream.SchemeTexts;
import glasshouse.stream.ScoringJob;
import glasshouse.stream.form.EntryForm;
import glasshouse.stream.form.FormType;
import glasshouse.stream.name.Booking;
import glasshouse.stream.name.BookingForm;
import glasshouse.stream.name.NameFunction;
import glasshouse.stream.person.Result;
import glasshouse.stream.person.ResultForm;
import glasshouse.stream.topic.Message;
import glasshouse.stream.topic.MessageForm;
import glasshouse.stream.topic.MessageFunction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/// The job on Flink with RocksDB, beside the same job without the fold, in turn and in one process;
/// and the bytes of a person's state.
///
/// Processor time is counted, not wall time, and all of it: Flink's threads, the collector's, the
/// compiler's.
public final class W6 {
    private static final int EVENTS = 200_000;
    private static final int ROUNDS = 3;
    private static final List<Integer> PERSONS = List.of(1_000, 20_000, 100_000);
    private static final double TARGET_SHARE = 0.7;

    private final Report report = new Report("W6: the stream's job, with the fold and without");
    private final SchemeTexts texts;
    private double microsAnEvent;

    private W6(SchemeTexts texts) {
        this.texts = texts;
    }

    /// Runs the benchmark and writes `bench/results/W6.md` below the project's folder.
    public static void run(Path home) throws Exception {
        Path file = home.resolve("examples/lender/lender.yaml");
        var source = new Library.Source("lender.yaml", Files.readString(file));
        switch (SchemeTexts.gather(source, Library.EMPTY)) {
            case SchemeTexts.Result.Ready(SchemeTexts texts) -> {
                var bench = new W6(texts);
                bench.measure();
                bench.size(Sizes.all(home));
                bench.report.write(home, "W6");
            }
            case SchemeTexts.Result.Refused(var problems) ->
                    throw new IOException("the lender's scheme does not compile: " + problems);
        }
    }

    private void measure() throws Exception {
        report.text(
                String.format(
                        Locale.ROOT,
                        "%,d messages of JSON from memory, %.1f a person a day, through parsing,"
                                + " names and persons, each keyed and kept in RocksDB; two tasks,"
                                + " no checkpoints, results thrown away. Without the fold, a count"
                                + " is kept and published instead. Processor microseconds an event,"
                                + " medians of %d rounds taken in turn after one unmeasured.",
                        EVENTS,
                        Lines.DAILY,
                        ROUNDS));
        report.row("persons", "with the fold", "spread", "without", "spread", "without to with");
        report.row("---:", "---:", "---", "---:", "---", "---:");
        for (int persons : PERSONS) {
            compare(persons);
        }
    }

    private void compare(int persons) throws Exception {
        Reading.from(Lines.json(Lines.events(texts.plan().scheme(), EVENTS, persons)));
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        micros(true);
        micros(false);
        for (int round = 0; round < ROUNDS; round++) {
            with[round] = micros(true);
            without[round] = micros(false);
            System.err.println(persons + " persons, round " + (round + 1) + " of " + ROUNDS);
        }
        microsAnEvent = Medians.of(with);
        double share = Medians.of(without) / microsAnEvent;
        report.row(
                String.format(Locale.ROOT, "%,d", persons),
                Report.number(microsAnEvent),
                Medians.spread(with),
                Report.number(Medians.of(without)),
                Medians.spread(without),
                Report.number(share)
                        + " (target "
                        + TARGET_SHARE
                        + ": "
                        + Report.reached(share >= TARGET_SHARE, TARGET_SHARE / share)
                        + ")");
    }

    private double micros(boolean folds) throws Exception {
        var configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        var environment = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        var rhythm = Rhythm.of(Duration.ofDays(90), Duration.ZERO);
        DataStream<Message> messages =
                environment
                        .fromSequence(0, EVENTS - 1)
                        .map(new Reading(), new FormType<>(new MessageForm()))
                        .assignTimestampsAndWatermarks(ScoringJob.watermarks(rhythm));
        DataStream<Result> results =
                folds
                        ? ScoringJob.score(messages, texts, rhythm).results()
                        : unfolded(messages, rhythm);
        results.sinkTo(new DiscardingSink<>());
        double before = cpuMicros();
        environment.execute();
        return (cpuMicros() - before) / EVENTS;
    }

    private static DataStream<Result> unfolded(DataStream<Message> messages, Rhythm rhythm) {
        DataStream<Entry> entries =
                messages.process(new MessageFunction(), new FormType<>(new EntryForm()));
        DataStream<Booking> bookings =
                entries.keyBy(entry -> NameFunction.key(entry.name()), Types.STRING)
                        .process(
                                new NameFunction(rhythm.horizon().toMillis()),
                                new FormType<>(new BookingForm()));
        return bookings.keyBy(Booking::person, Types.STRING)
                .process(new Unfolded(), new FormType<>(new ResultForm()));
    }

    private static double cpuMicros() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e3;
    }

    private void size(List<Sizes.Sized> all) throws IOException {
        report.text(
                "Bytes of the state of a person who has had events for a year, "
                        + Report.number(Sizes.YEARLY)
                        + " of them, as the stream writes it (the value that RocksDB holds; its key"
                        + " is the person's id); settled, so without days that are still open:");
        report.row("scheme", "characteristics", "mean bytes", "most");
        report.row("---", "---:", "---:", "---:");
        for (Sizes.Sized each : all) {
            report.row(
                    each.scheme(),
                    String.valueOf(each.characteristics()),
                    Report.number(each.meanBytes()),
                    String.valueOf(each.mostBytes()));
        }
        report.text(paper(all.getFirst()));
    }

    /// The sizing on paper, from what was measured.
    private String paper(Sizes.Sized lender) throws IOException {
        double nameBytes =
                Sizes.nameBytes(Lines.events(texts.plan().scheme(), EVENTS, PERSONS.getFirst()));
        double cores = 100_000 * microsAnEvent / 1e6;
        double people = 700e6 * lender.meanBytes() / 1e9;
        double names = 100_000 * 86_400.0 * 90 * nameBytes / 1e12;
        return String.format(
                Locale.ROOT,
                "On paper, for 700 million people and 100,000 events a second under the lender's"
                        + " scheme: %.0f cores of this kind for the job alone, without Kafka,"
                        + " checkpoints and room for catching up (twice that is a start); %.0f GB"
                        + " of values for people; and %.0f TB for the names of 90 days (%.0f bytes"
                        + " each here, key and value), which is what the horizon costs: seven days"
                        + " take a thirteenth of it.",
                cores,
                people,
                names,
                nameBytes);
    }
}
