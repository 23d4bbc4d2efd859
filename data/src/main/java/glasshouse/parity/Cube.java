package glasshouse.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// People counted by kind (a combination of traits), range of scores, decision and outcome: all
/// that any measure needs, however many people there are.
///
/// A cell stands at `((kind * bins + bin) * 2 + decision) * 3 + outcome`, with the decision 0 for
/// yes, and the outcome 0 for yes, 1 for no, 2 where it is unknown. Read-only once made.
final class Cube {
    private static final int DECISIONS = 2;
    private static final int OUTCOMES = 3;

    private final Plan plan;
    private final List<List<String>> kinds;
    private final double[] edges;
    private final long[] cells;

    private Cube(Plan plan, List<List<String>> kinds, double[] edges, long[] cells) {
        this.plan = plan;
        this.kinds = kinds;
        this.edges = edges;
        this.cells = cells;
    }

    /// Counts decisions; those of a threshold where there is one, else those of the file.
    static Cube of(Decisions decisions, Plan plan, OptionalDouble threshold, int bins) {
        Map<List<String>, Integer> kinds = new TreeMap<>(plan.order(all(plan)));
        decisions.rows().forEach(row -> kinds.put(row.traits(), 0));
        int next = 0;
        for (Map.Entry<List<String>, Integer> kind : kinds.entrySet()) {
            kind.setValue(next++);
        }
        double[] edges = edges(decisions, bins);
        var cube =
                new Cube(
                        plan,
                        List.copyOf(kinds.keySet()),
                        edges,
                        new long[next * (edges.length + 1) * DECISIONS * OUTCOMES]);
        for (Alike row : decisions.rows()) {
            boolean yes =
                    threshold.isPresent()
                            ? plan.isYes(row.score(), threshold.getAsDouble())
                            : row.decision() == Answer.YES;
            int kind = kinds.getOrDefault(row.traits(), 0);
            cube.cells[cube.index(kind, cube.bin(row.score()), yes, row.outcome())] +=
                    row.persons();
        }
        return cube;
    }

    private static List<Integer> all(Plan plan) {
        return IntStream.range(0, plan.attributes().size()).boxed().toList();
    }

    /// The scores at which a new range begins, so that each holds about as many people; fewer
    /// ranges where many share a score.
    private static double[] edges(Decisions decisions, int bins) {
        var scores = new TreeMap<Double, Long>();
        for (Alike row : decisions.rows()) {
            if (!Double.isNaN(row.score())) {
                scores.merge(row.score(), row.persons(), Long::sum);
            }
        }
        long all = scores.values().stream().mapToLong(Long::longValue).sum();
        var edges = new ArrayList<Double>();
        long below = 0;
        long next = 1;
        for (Map.Entry<Double, Long> score : scores.entrySet()) {
            // The first score with at least `next` of `bins` equal parts of the people below it.
            if (below > 0 && below * bins >= all * next) {
                edges.add(score.getKey());
                next = below * bins / all + 1;
            }
            below += score.getValue();
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private int bin(double score) {
        if (Double.isNaN(score)) {
            return 0;
        }
        int found = Arrays.binarySearch(edges, score);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int index(int kind, int bin, boolean yes, Answer outcome) {
        return ((kind * bins() + bin) * DECISIONS + (yes ? 0 : 1)) * OUTCOMES + place(outcome);
    }

    private static int place(Answer outcome) {
        return switch (outcome) {
            case YES -> 0;
            case NO -> 1;
            case UNKNOWN -> 2;
        };
    }

    int bins() {
        return edges.length + 1;
    }

    /// The lowest score of each range but the first, rising.
    double[] edges() {
        return edges.clone();
    }

    long[] cells() {
        return cells.clone();
    }

    /// The kinds of people, in order.
    List<List<String>> kinds() {
        return kinds;
    }

    /// The kinds that make up each group by some attributes, by the traits that it shares.
    Map<List<String>, int[]> groups(List<Integer> attributes) {
        Map<List<String>, List<Integer>> found = new TreeMap<>(plan.order(attributes));
        for (int kind = 0; kind < kinds.size(); kind++) {
            List<String> traits = kinds.get(kind);
            List<String> shared = attributes.stream().map(traits::get).toList();
            found.computeIfAbsent(shared, _ -> new ArrayList<>()).add(kind);
        }
        Map<List<String>, int[]> groups = new LinkedHashMap<>();
        found.forEach(
                (traits, of) ->
                        groups.put(traits, of.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    /// The counts of a group in these cells, which may be a resample.
    Counts counts(long[] sample, int[] group) {
        var sums = new long[DECISIONS * OUTCOMES];
        int width = bins() * DECISIONS * OUTCOMES;
        for (int kind : group) {
            for (int i = 0; i < width; i++) {
                sums[i % sums.length] += sample[kind * width + i];
            }
        }
        return counts(sums);
    }

    /// The counts of a group within a range of scores.
    Counts counts(long[] sample, int[] group, int bin) {
        var sums = new long[DECISIONS * OUTCOMES];
        for (int kind : group) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += sample[(kind * bins() + bin) * sums.length + i];
            }
        }
        return counts(sums);
    }

    private static Counts counts(long[] sums) {
        int yes = place(Answer.YES);
        int no = place(Answer.NO);
        int unknown = place(Answer.UNKNOWN);
        return new Counts(
                sums[yes] + sums[no] + sums[unknown],
                sums[OUTCOMES + yes] + sums[OUTCOMES + no] + sums[OUTCOMES + unknown],
                sums[yes],
                sums[no],
                sums[OUTCOMES + yes],
                sums[OUTCOMES + no]);
    }
}
