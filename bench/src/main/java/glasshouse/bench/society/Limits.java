package glasshouse.bench.society;

import glasshouse.bench.Medians;
import glasshouse.bench.Report;
import glasshouse.lab.luck.Luck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// What the machine could do at best: read memory in a row, and draw random numbers as the lab
/// draws them, each on one thread and on two.
final class Limits {
    private static final int LONGS = 1 << 24;
    private static final int PASSES = 4;
    private static final long DRAWS = 1L << 26;

    /// About how many draws an ordinary person takes in an ordinary week of the lab: traits 2,
    /// money 1, obligations 1.5, conduct 1, shopping 2, speech 3, ties 2, services 3, closing 1.
    private static final double DRAWS_PER_STEP = 16.5;

    private final long[] memory = new long[LONGS];
    private final List<Double> read = new ArrayList<>();
    private final List<Double> readByTwo = new ArrayList<>();
    private final List<Double> drawn = new ArrayList<>();
    private final List<Double> drawnByTwo = new ArrayList<>();
    private long sink;

    Limits() {
        Arrays.setAll(memory, i -> i);
    }

    void measure() {
        double bytes = (double) LONGS * Long.BYTES * PASSES;
        read.add(bytes / seconds(1, this::sum));
        readByTwo.add(bytes / seconds(2, this::halfSum));
        drawn.add(DRAWS / seconds(1, part -> draw(part, DRAWS)));
        drawnByTwo.add(DRAWS / seconds(2, part -> draw(part, DRAWS / 2)));
    }

    void forget() {
        List.of(read, readByTwo, drawn, drawnByTwo).forEach(List::clear);
    }

    private double seconds(int threads, IntToLongFunction part) {
        long start = System.nanoTime();
        sink += IntStream.range(0, threads).parallel().mapToLong(part).sum();
        return (System.nanoTime() - start) / 1e9;
    }

    private long sum(int part) {
        return sum(part * LONGS, LONGS);
    }

    private long halfSum(int part) {
        return sum(part * (LONGS / 2), LONGS / 2);
    }

    private long sum(int from, int count) {
        long sum = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = from; i < from + count; i++) {
                sum += memory[i];
            }
        }
        return sum;
    }

    private static long draw(int part, long count) {
        long bits = 0;
        for (long i = 0; i < count; i++) {
            bits ^= Luck.at(part, i);
        }
        return bits;
    }

    private static double median(List<Double> values) {
        return Medians.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Writes the limits, and what they leave of a person-step of so many nanoseconds on one
    /// thread.
    void write(Report report, double nanos, double bytesPerPerson) {
        if (sink == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        report.text("The machine's limits, measured in the same rounds.");
        report.row("", "one thread", "two threads", "ns a person-step, one thread", "share");
        report.row("---", "---:", "---:", "---:", "---:");
        double reading = 2 * bytesPerPerson / median(read) * 1e9;
        double drawing = DRAWS_PER_STEP / median(drawn) * 1e9;
        report.row(
                "memory read in a row, GB/s",
                Report.number(median(read) / 1e9),
                Report.number(median(readByTwo) / 1e9),
                Report.number(reading) + " (state read and written)",
                Report.number(100 * reading / nanos) + " %");
        report.row(
                "draws, M/s",
                Report.number(median(drawn) / 1e6),
                Report.number(median(drawnByTwo) / 1e6),
                Report.number(drawing) + " (" + Report.number(DRAWS_PER_STEP) + " draws)",
                Report.number(100 * drawing / nanos) + " %");
    }
}
