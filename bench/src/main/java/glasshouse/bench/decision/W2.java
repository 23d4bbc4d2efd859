package glasshouse.bench.decision;

import com.sun.management.ThreadMXBean;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.bench.Medians;
import glasshouse.bench.Peer;
import glasshouse.bench.Report;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Reason;
import glasshouse.scheme.Scheme;
import glasshouse.service.Decision;
import glasshouse.service.Decisions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One decision: the read-out of a warm account of twelve characteristics, a service's rules,
/// reasons and what would change it; against the rules alone in ZEN and Drools, and against the
/// whole by hand.
public final class W2 {
    private static final int ROUNDS = 5;
    private static final double SECONDS = 2;

    private final Plan plan;
    private final Readout readout;
    private final Decisions decisions;
    private final Applicants applicants;
    private long sink;

    private W2(Scheme scheme) {
        plan = Plan.of(scheme);
        readout = new Readout(plan);
        decisions = new Decisions(plan, scheme.services().getFirst());
        applicants = new Applicants(plan, 2026);
    }

    /// Runs the benchmark below the project's folder and writes `bench/results/W2.md`.
    public static void run(Path home) throws IOException, InterruptedException {
        String text = Files.readString(home.resolve("bench/schemes/w2.yaml"));
        Compilation compiled = SchemeCompiler.compile("w2.yaml", text, Library.EMPTY);
        if (!(compiled instanceof Compilation.Compiled(Scheme scheme))) {
            throw new IllegalStateException(compiled.toString());
        }
        new W2(scheme).compare(home);
    }

    private void compare(Path home) throws IOException, InterruptedException {
        Path cases = Files.createTempFile("w2", ".csv");
        Files.write(cases, cases());
        var zen = Peer.node(home.resolve("bench/peers/zen"), "zen.mjs");
        var drools = Peer.maven(home.resolve("bench/peers/drools"), "drools", "peer.DroolsPeer");
        int different = differences();
        ours();
        byHand();
        var nanos = new double[4][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            nanos[0][round] = ours();
            nanos[1][round] = byHand();
            nanos[2][round] = drools.nanos(cases, SECONDS);
            nanos[3][round] = zen.nanos(cases, SECONDS);
            System.err.println("round " + (round + 1) + " of " + ROUNDS);
        }
        double reading = reading();
        long bytes = bytesPerDecision();
        write(home, nanos, different, bytes, reading);
        Files.delete(cases);
    }

    private List<String> cases() {
        var lines = new ArrayList<String>();
        lines.add("listed,score,loanArrears,inquiries,band,outcome,price");
        for (int i = 0; i < Applicants.COUNT; i++) {
            Decision decision = decide(i);
            lines.add(
                    String.join(
                            ",",
                            Boolean.toString(applicants.lists[i] != 0),
                            Micro.format(readout.scoreMicro()),
                            Micro.format(readout.partialMicro(1)),
                            Micro.format(readout.partialMicro(8)),
                            readout.score().band().name(),
                            decision.outcome().name().toLowerCase(Locale.ROOT),
                            Micro.format(decision.priceMicro())));
        }
        return lines;
    }

    private Decision decide(int person) {
        readout.read(applicants.accounts[person], Applicants.TODAY);
        return decisions.decide(readout, applicants.lists[person]);
    }

    private HandWritten.Reply decideByHand(int person) {
        boolean listed = applicants.lists[person] != 0;
        return HandWritten.decide(applicants.states[person], listed, Applicants.TODAY);
    }

    /// Decisions on which the engine and the method by hand disagree, reasons included.
    private int differences() {
        int different = 0;
        for (int i = 0; i < Applicants.COUNT; i++) {
            Decision ours = decide(i);
            HandWritten.Reply theirs = decideByHand(i);
            String[] codes = ours.reasons().stream().map(Reason::code).toArray(String[]::new);
            Decision.Change change = ours.change();
            double score = change == null ? 0 : change.scoreMicro() / 1e6;
            boolean same =
                    ours.outcome() == theirs.outcome()
                            && Math.abs(ours.priceMicro() / 1e6 - theirs.price()) < 1e-9
                            && score == theirs.change()
                            && Arrays.equals(codes, theirs.reasons());
            different += same ? 0 : 1;
        }
        return different;
    }

    /// The read-out alone.
    private double reading() {
        long begin = System.nanoTime();
        long end = begin + (long) (SECONDS * 1e9);
        long count = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < Applicants.COUNT; i++) {
                readout.read(applicants.accounts[i], Applicants.TODAY);
                sink += readout.scoreMicro();
            }
            count += Applicants.COUNT;
        }
        return (System.nanoTime() - begin) / (double) count;
    }

    private double ours() {
        long begin = System.nanoTime();
        long end = begin + (long) (SECONDS * 1e9);
        long count = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < Applicants.COUNT; i++) {
                sink += decide(i).reasons().size();
            }
            count += Applicants.COUNT;
        }
        return (System.nanoTime() - begin) / (double) count;
    }

    private double byHand() {
        long begin = System.nanoTime();
        long end = begin + (long) (SECONDS * 1e9);
        long count = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < Applicants.COUNT; i++) {
                sink += decideByHand(i).reasons().length;
            }
            count += Applicants.COUNT;
        }
        return (System.nanoTime() - begin) / (double) count;
    }

    private long bytesPerDecision() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < Applicants.COUNT; i++) {
            sink += decide(i).rule();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / Applicants.COUNT;
    }

    private void write(Path home, double[][] nanos, int different, long bytes, double reading)
            throws IOException {
        var report = new Report("W2: one decision in process");
        report.text(
                "Read-out of a warm account of 12 characteristics ("
                        + applicants.accounts[0].size()
                        + " entries in the first), nine rules, reasons, and what would change it."
                        + " ZEN and Drools (DMN) get the score and partial scores ready-made and"
                        + " evaluate the nine rules alone; ZEN answers batches of 1,000 on its own"
                        + " threads. The method by hand does all of it for this one scheme.");
        double ours = Medians.of(nanos[0]);
        report.row("", "ns a decision", "lowest – highest", "against Glasshouse", "target");
        report.row("---", "---", "---", "---", "---");
        report.row("Glasshouse", Report.number(ours), Medians.spread(nanos[0]), "", "");
        double byHand = ours / Medians.of(nanos[1]);
        report.row(
                "by hand (limit)",
                Report.number(Medians.of(nanos[1])),
                Medians.spread(nanos[1]),
                "Glasshouse takes " + Report.number(byHand) + "x",
                "at most 2x: " + Report.reached(byHand <= 2, byHand / 2));
        String[] names = {"Drools 10.1 DMN", "ZEN 0.54"};
        for (int i = 0; i < names.length; i++) {
            double slower = Medians.of(nanos[i + 2]) / ours;
            report.row(
                    names[i],
                    Report.number(Medians.of(nanos[i + 2])),
                    Medians.spread(nanos[i + 2]),
                    Report.number(slower) + "x slower",
                    "at least 20x: " + Report.reached(slower >= 20, 20 / slower));
        }
        report.text(
                "Different answers among "
                        + Applicants.COUNT
                        + " applicants, against the method by hand, reasons and change included: "
                        + different
                        + ". ZEN and Drools stop the run at the first different outcome or price.");
        report.text(
                "Allocated a decision: "
                        + bytes
                        + " bytes, the reply. Of a decision the read-out takes "
                        + Report.number(reading)
                        + " ns and allocates nothing.");
        report.write(home, "W2");
        if (sink == 42) {
            System.err.println();
        }
    }
}
