package glasshouse.bench.society;

import com.sun.management.OperatingSystemMXBean;
import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.lab.population.PopulationFile;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.World;
import glasshouse.scheme.Scheme;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A week of the reported society: columns on one and two threads, beside the same society of one
/// object a person ([ObjectSociety]) and beside the machine's limits; then larger and larger
/// societies.
///
/// All of a round is measured in turn, so that what disturbs the machine disturbs all of them. A
/// round is four weeks: all bills of a month fall due in it once, and people are counted once.
public final class W5 {
    private static final LocalDate START = LocalDate.of(2020, 1, 6);
    private static final double MILLION = 1 << 20;
    private static final int MOST_SCENES = 1 << 20;
    private static final int ROUND_WEEKS = 4;
    private static final int ROUNDS = 7;
    private static final int LARGE_ROUNDS = 5;
    private static final int WARM_WEEKS = 8;
    private static final long WHOLE = 700_000_000L;
    private static final double GIB = 1 << 30;
    private static final double TARGET_PEER = 20;
    private static final double TARGET_RATE = 20e6;
    private static final double TARGET_THREADS = 1.8;
    private static final double TARGET_FLAT = 1.5;
    private static final double TARGET_GIB = 24;

    private final Path home;
    private final Report report = new Report("W5: a week of the reported society");
    private double bytes;

    private W5(Path home) {
        this.home = home;
    }

    /// Runs the benchmark below the project's folder. Without sizes it writes
    /// `bench/results/W5.md`; with sizes in millions of people it prints: the first stands beside
    /// its peer, and all are measured one after the other.
    public static void run(Path home, List<String> millions) throws IOException {
        List<String> asked = millions.isEmpty() ? List.of("1", "4", "16", "64", "256") : millions;
        var sizes = new ArrayList<Integer>();
        for (String each : asked) {
            long scenes = Math.round(Double.parseDouble(each) * MILLION / Scene.SIZE);
            sizes.add(Math.clamp(scenes, 1, MOST_SCENES) * Scene.SIZE);
        }
        var bench = new W5(home);
        bench.beside(sizes.getFirst());
        bench.growing(sizes);
        if (millions.isEmpty()) {
            bench.report.write(home, "W5");
        } else {
            bench.report.print(home);
        }
    }

    static World world(Path home, int people) throws IOException {
        return new World(
                PopulationFile.city(),
                people,
                1,
                7,
                START,
                Optional.of(scheme(home)),
                Set.of(),
                Optional.of(START));
    }

    private static Scheme scheme(Path home) throws IOException {
        String name = "sesame-2017.yaml";
        String text = Files.readString(home.resolve("schemes").resolve(name));
        Library none = (_, _) -> Optional.empty();
        if (SchemeCompiler.compile(name, text, none) instanceof Compilation.Compiled(Scheme it)) {
            return it;
        }
        throw new IllegalStateException(name + " does not compile");
    }

    /// What one contender did in each round: wall time and the processors' time, both in seconds.
    private record Timed(String name, double work, List<Double> wall, List<Double> cpu) {
        static Timed of(String name, double work) {
            return new Timed(name, work, new ArrayList<>(), new ArrayList<>());
        }

        void time(Runnable what) {
            double cpuBefore = cpuSeconds();
            long start = System.nanoTime();
            what.run();
            wall.add((System.nanoTime() - start) / 1e9);
            cpu.add(cpuSeconds() - cpuBefore);
        }

        /// Work a second, in each round.
        double[] rates() {
            return wall.stream().mapToDouble(seconds -> work / seconds).toArray();
        }

        double rate() {
            return Medians.of(rates());
        }

        /// Processor nanoseconds a piece of work.
        double cpuNanos() {
            return Medians.of(cpu.stream().mapToDouble(s -> s * 1e9 / work).toArray());
        }
    }

    private static double cpuSeconds() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    private static void live(Society society, int weeks) {
        for (int week = 0; week < weeks; week++) {
            boolean counts = society.counts(society.step(society.steps()));
            society.step();
            if (counts) {
                society.clearTally();
            }
        }
    }

    private void beside(int people) throws IOException {
        World world = world(home, people);
        double steps = people * (double) ROUND_WEEKS;
        var one = Timed.of("columns, one thread", steps);
        var two = Timed.of("columns, two threads", steps);
        var inOrder = Timed.of("objects, in order", steps);
        var shuffled = Timed.of("objects, shuffled", steps);
        var limits = new Limits();
        try (var single = new Society(world, 1);
                var pair = new Society(world, 2)) {
            bytes = single.bytesPerPerson();
            var objects = new ObjectSociety(world);
            live(single, WARM_WEEKS);
            live(pair, WARM_WEEKS);
            objects(objects, WARM_WEEKS, false);
            objects(objects, ROUND_WEEKS, true);
            limits.measure();
            limits.forget();
            for (int round = 0; round < ROUNDS; round++) {
                limits.measure();
                one.time(() -> live(single, ROUND_WEEKS));
                inOrder.time(() -> objects(objects, ROUND_WEEKS, false));
                two.time(() -> live(pair, ROUND_WEEKS));
                shuffled.time(() -> objects(objects, ROUND_WEEKS, true));
                System.err.println("round " + (round + 1) + " of " + ROUNDS);
            }
        }
        write(people, List.of(one, two, inOrder, shuffled), limits);
    }

    private static void objects(ObjectSociety society, int weeks, boolean shuffles) {
        society.shuffles(shuffles);
        for (int week = 0; week < weeks; week++) {
            society.step();
        }
    }

    private void write(int people, List<Timed> all, Limits limits) {
        Timed one = all.get(0);
        Timed two = all.get(1);
        Timed inOrder = all.get(2);
        report.text(
                """
                The whole step of the society under `sesame-2017`, everybody scored, weekly \
                steps, %s people: obligations, conduct and shopping, speech, ties, services, \
                closing. The scheme counts no ratings, so nobody is rated (part 4), and the \
                shipped city games nothing (part 6): both find nothing to do. The peer is the \
                same model with one object a person and one a tie, a list of behaviours and a \
                scheduler, on one thread as MASON, Repast and Mesa run (`ObjectSociety`; equal in \
                distribution, which its test holds); in order, and shuffled every week as MASON \
                and Mesa do by default. Medians of %d rounds of %d weeks, taken in turn.\
                """
                        .formatted(String.format("%,d", people), ROUNDS, ROUND_WEEKS));
        report.row("", "person-steps a second", "spread", "processor ns a person-step");
        report.row("---", "---:", "---:", "---:");
        for (Timed each : all) {
            report.row(
                    each.name(),
                    Report.number(each.rate()),
                    Medians.spread(each.rates()),
                    Report.number(each.cpuNanos()));
        }
        limits.write(report, one.cpuNanos(), bytes);
        double overObjects = two.rate() / inOrder.rate();
        double threads = two.rate() / one.rate();
        report.text("Against the targets of a society of this size:");
        report.row("target", "measured", "reached");
        report.row("---", "---:", "---");
        report.row(
                "20 times the objects in order, on two threads",
                Report.number(overObjects),
                Report.reached(overObjects >= TARGET_PEER, TARGET_PEER / overObjects));
        report.row(
                "of that, on one thread",
                Report.number(one.rate() / inOrder.rate()),
                "(no target)");
        report.row(
                "20 M person-steps a second on two cores",
                Report.number(two.rate() / 1e6) + " M",
                Report.reached(two.rate() >= TARGET_RATE, TARGET_RATE / two.rate()));
        report.row(
                "1.8 times as fast on two threads",
                Report.number(threads),
                Report.reached(threads >= TARGET_THREADS, TARGET_THREADS / threads));
    }

    private void growing(List<Integer> sizes) throws IOException {
        var timed = new ArrayList<Timed>();
        var leftOut = new ArrayList<String>();
        for (int people : sizes) {
            String name = String.format("%,d", people);
            if (people * bytes > 0.9 * Runtime.getRuntime().maxMemory()) {
                leftOut.add(name);
                continue;
            }
            var each = Timed.of(name, people * (double) ROUND_WEEKS);
            try (var society = new Society(world(home, people), 2)) {
                live(society, ROUND_WEEKS);
                for (int round = 0; round < LARGE_ROUNDS; round++) {
                    each.time(() -> live(society, ROUND_WEEKS));
                }
            }
            timed.add(each);
            System.err.println(name + " people");
        }
        report.text("Larger societies, two threads, %d rounds each.".formatted(LARGE_ROUNDS));
        report.row("people", "person-steps a second", "spread", "processor ns a person-step");
        report.row("---:", "---:", "---:", "---:");
        for (Timed each : timed) {
            report.row(
                    each.name(),
                    Report.number(each.rate()),
                    Medians.spread(each.rates()),
                    Report.number(each.cpuNanos()));
        }
        if (!leftOut.isEmpty()) {
            report.text("Left out, for the heap is too small: " + String.join("; ", leftOut) + ".");
        }
        conclude(timed);
    }

    private void conclude(List<Timed> timed) {
        double first = timed.getFirst().rate();
        double least = timed.stream().mapToDouble(Timed::rate).min().orElse(first);
        double last = timed.getLast().rate();
        double gib = WHOLE * bytes / GIB;
        double minutes = WHOLE * 52 / last / 60;
        report.text("Against the targets of large ones:");
        report.row("target", "measured", "reached");
        report.row("---", "---:", "---");
        report.row(
                "cost of a person-step flat within 1.5",
                Report.number(first / least),
                Report.reached(first / least <= TARGET_FLAT, first / least / TARGET_FLAT));
        report.row(
                "700 M people within 24 GiB, by " + Report.number(bytes) + " bytes each",
                Report.number(gib) + " GiB",
                Report.reached(gib <= TARGET_GIB, gib / TARGET_GIB));
        report.row(
                "a year of 700 M within an hour, at the last size's rate",
                Report.number(minutes) + " min",
                Report.reached(minutes <= 60, minutes / 60));
        report.text("The last two are reckoned from the sizes above and have not been run here.");
    }
}
