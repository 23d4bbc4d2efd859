package glasshouse.parity;

import glasshouse.parity.ParityReport.AtThreshold;
import glasshouse.parity.ParityReport.Bin;
import glasshouse.parity.ParityReport.Comparison;
import glasshouse.parity.ParityReport.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Measures decisions group by group.
public final class Parity {
    private static final int BINS = 10;
    private static final int MOST_THRESHOLDS = 60;

    private final Plan plan;
    private final Decisions decisions;
    private final OptionalDouble threshold;
    private final Cube cube;
    private final Bootstrap bootstrap;
    private final Map<Group, int[]> kinds = new LinkedHashMap<>();

    private Parity(Decisions decisions, Plan plan, OptionalDouble threshold) {
        this.plan = plan;
        this.decisions = decisions;
        this.threshold = threshold;
        cube = Cube.of(decisions, plan, threshold, BINS);
        bootstrap = new Bootstrap(cube.cells(), plan.resamples(), plan.seed());
    }

    /// Everything that is measured; the decisions are those of the threshold where there is one,
    /// else those of the file. The same decisions, plan and threshold give the same figures.
    public static ParityReport of(Decisions decisions, Plan plan, OptionalDouble threshold) {
        return new Parity(decisions, plan, threshold).report();
    }

    private ParityReport report() {
        var groups = new ArrayList<Group>();
        var comparisons = new ArrayList<Comparison>();
        int[] everybody = IntStream.range(0, cube.kinds().size()).toArray();
        groups.add(group("all", "", everybody));
        for (List<Integer> by : ways()) {
            List<Group> found = groups(by);
            groups.addAll(found);
            comparisons.addAll(comparisons(by, found));
        }
        List<Group> single =
                groups.stream().filter(g -> !g.of().isEmpty() && !g.of().contains(", ")).toList();
        boolean scored = decisions.scored();
        return new ParityReport(
                plan,
                decisions,
                threshold,
                groups,
                comparisons,
                scored ? curve(single) : List.of(),
                scored ? calibration(single) : List.of());
    }

    /// The attributes one by one, then those that are crossed.
    private List<List<Integer>> ways() {
        var ways = new ArrayList<List<Integer>>();
        for (int i = 0; i < plan.attributes().size(); i++) {
            ways.add(List.of(i));
        }
        ways.addAll(plan.intersections());
        return ways;
    }

    private List<Group> groups(List<Integer> by) {
        List<String> names = by.stream().map(i -> plan.attributes().get(i).name()).toList();
        String of = String.join(", ", names);
        var groups = new ArrayList<Group>();
        cube.groups(by)
                .forEach(
                        (traits, members) -> {
                            var parts = new ArrayList<String>();
                            for (int i = 0; i < names.size(); i++) {
                                parts.add(names.get(i) + ": " + traits.get(i));
                            }
                            groups.add(group(String.join(", ", parts), of, members));
                        });
        return groups;
    }

    private Group group(String name, String of, int[] members) {
        Counts counts = cube.counts(cube.cells(), members);
        Map<Measure, Estimate> rates = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            rates.put(
                    measure,
                    bootstrap.rate(
                            measure, counts, sample -> measure.of(cube.counts(sample, members))));
        }
        var group = new Group(name, of, counts.yes() + counts.no(), counts, rates);
        kinds.put(group, members);
        return group;
    }

    private int[] members(Group group) {
        return kinds.getOrDefault(group, new int[0]);
    }

    private List<Comparison> comparisons(List<Integer> by, List<Group> groups) {
        List<Group> large = groups.stream().filter(g -> g.persons() >= plan.fewest()).toList();
        if (large.size() < 2) {
            return List.of();
        }
        Group reference = reference(by, large);
        var comparisons = new ArrayList<Comparison>();
        for (Group group : large) {
            if (!group.equals(reference)) {
                comparisons.add(compared(group, reference));
            }
        }
        return comparisons;
    }

    private Group reference(List<Integer> by, List<Group> groups) {
        if (by.size() == 1) {
            var attribute = plan.attributes().get(by.getFirst());
            for (Group group : groups) {
                if (group.name().equals(attribute.name() + ": " + attribute.reference())) {
                    return group;
                }
            }
        }
        return groups.stream()
                .max(Comparator.comparingDouble(group -> favourable(group.counts())))
                .orElseThrow();
    }

    private double favourable(Counts counts) {
        double yes = Measure.SELECTION_RATE.of(counts);
        return plan.yesIsFavourable() ? yes : 1 - yes;
    }

    private Comparison compared(Group group, Group reference) {
        int[] these = members(group);
        int[] those = members(reference);
        Map<Criterion, Estimate> differences = new EnumMap<>(Criterion.class);
        Estimate opportunity = difference(Measure.TPR, these, those);
        Estimate alarms = difference(Measure.FPR, these, those);
        differences.put(
                Criterion.DEMOGRAPHIC_PARITY, difference(Measure.SELECTION_RATE, these, those));
        differences.put(Criterion.EQUAL_OPPORTUNITY, opportunity);
        boolean larger = Math.abs(alarms.value()) > Math.abs(opportunity.value());
        differences.put(
                Criterion.EQUALISED_ODDS,
                !alarms.isKnown() || !opportunity.isKnown()
                        ? Estimate.NONE
                        : larger ? alarms : opportunity);
        differences.put(Criterion.PREDICTIVE_PARITY, difference(Measure.PPV, these, those));
        if (decisions.scored()) {
            differences.put(
                    Criterion.CALIBRATION,
                    bootstrap.of(sample -> atTheSameScore(sample, these, those)));
        }
        Estimate ratio =
                bootstrap.of(
                        sample ->
                                favourable(cube.counts(sample, these))
                                        / favourable(cube.counts(sample, those)));
        return new Comparison(group.of(), group, reference, differences, ratio);
    }

    private Estimate difference(Measure measure, int[] these, int[] those) {
        return bootstrap.of(
                sample ->
                        measure.of(cube.counts(sample, these))
                                - measure.of(cube.counts(sample, those)));
    }

    /// How much more often the outcome is yes within the same range of scores, ranges weighed by
    /// the people of both groups in them; a range in which one of them has nobody counts nothing.
    private double atTheSameScore(long[] sample, int[] these, int[] those) {
        double sum = 0;
        double weight = 0;
        for (int bin = 0; bin < cube.bins(); bin++) {
            Counts a = cube.counts(sample, these, bin);
            Counts b = cube.counts(sample, those, bin);
            if (a.known() > 0 && b.known() > 0) {
                long persons = a.known() + b.known();
                sum += persons * (Measure.BASE_RATE.of(a) - Measure.BASE_RATE.of(b));
                weight += persons;
            }
        }
        return weight == 0 ? Double.NaN : sum / weight;
    }

    /// What thresholds would do, from the one that most people pass.
    private List<AtThreshold> curve(List<Group> groups) {
        var curve = new ArrayList<AtThreshold>();
        for (double at : thresholds()) {
            Cube then = Cube.of(decisions, plan, OptionalDouble.of(at), 1);
            long[] cells = then.cells();
            List<Counts> counts =
                    groups.stream().map(group -> then.counts(cells, members(group))).toList();
            curve.add(new AtThreshold(at, counts, leastRatio(groups, counts)));
        }
        return curve;
    }

    private double leastRatio(List<Group> groups, List<Counts> counts) {
        double least = 1;
        for (Plan.Attribute attribute : plan.attributes()) {
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (int i = 0; i < groups.size(); i++) {
                Group group = groups.get(i);
                if (group.of().equals(attribute.name()) && group.persons() >= plan.fewest()) {
                    double rate = favourable(counts.get(i));
                    lowest = Math.min(lowest, rate);
                    highest = Math.max(highest, rate);
                }
            }
            least = highest > 0 ? Math.min(least, lowest / highest) : least;
        }
        return least;
    }

    /// The scores that occur, or as many of them spread evenly among the people.
    private double[] thresholds() {
        var scores = new TreeSet<Double>();
        for (Alike row : decisions.rows()) {
            if (!Double.isNaN(row.score())) {
                scores.add(row.score());
            }
        }
        double[] all = scores.stream().mapToDouble(Double::doubleValue).toArray();
        if (all.length > MOST_THRESHOLDS) {
            all = Cube.of(decisions, plan, OptionalDouble.empty(), MOST_THRESHOLDS).edges();
        }
        return all;
    }

    private List<Bin> calibration(List<Group> groups) {
        var bins = new ArrayList<Bin>();
        double[] edges = cube.edges();
        for (int i = 0; i < cube.bins(); i++) {
            int bin = i;
            var outcomes = new ArrayList<Estimate>();
            var persons = new ArrayList<Long>();
            for (Group group : groups) {
                int[] members = members(group);
                Counts counts = cube.counts(cube.cells(), members, bin);
                persons.add(counts.known());
                outcomes.add(
                        bootstrap.rate(
                                Measure.BASE_RATE,
                                counts,
                                sample -> Measure.BASE_RATE.of(cube.counts(sample, members, bin))));
            }
            bins.add(
                    new Bin(
                            i == 0 ? Double.NEGATIVE_INFINITY : edges[i - 1],
                            i == edges.length ? Double.POSITIVE_INFINITY : edges[i],
                            outcomes,
                            persons));
        }
        return bins;
    }
}
