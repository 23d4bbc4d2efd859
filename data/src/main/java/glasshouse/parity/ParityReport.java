package glasshouse.parity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What was found in decisions: rates of each group, what differs between groups, and, where there
/// are scores, what any threshold would do and how the outcome goes with the score.
public record ParityReport(
        Plan plan,
        Decisions decisions,
        OptionalDouble threshold,
        List<Group> groups,
        List<Comparison> comparisons,
        List<AtThreshold> curve,
        List<Bin> calibration) {
    public ParityReport {
        groups = List.copyOf(groups);
        comparisons = List.copyOf(comparisons);
        curve = List.copyOf(curve);
        calibration = List.copyOf(calibration);
    }

    /// The share of the best group's rate below which the four-fifths rule takes note.
    public static final double FOUR_FIFTHS = 0.8;

    /// A group with its rates; `of` is what it is a group by (`sex`, `sex, age`), empty for all.
    public record Group(
            String name, String of, long persons, Counts counts, Map<Measure, Estimate> rates) {
        public Estimate rate(Measure measure) {
            return rates.getOrDefault(measure, Estimate.NONE);
        }
    }

    /// A group held against another by the same attributes; `favourable` is the ratio of their
    /// rates of favourable decisions.
    public record Comparison(
            String of,
            Group group,
            Group reference,
            Map<Criterion, Estimate> differences,
            Estimate favourable) {
        /// A difference in shares, group less reference.
        public Estimate difference(Criterion criterion) {
            return differences.getOrDefault(criterion, Estimate.NONE);
        }

        /// Whether it stays below four fifths of the reference.
        public boolean belowFourFifths() {
            return favourable.isKnown() && favourable.value() < FOUR_FIFTHS;
        }
    }

    /// What a threshold would do: rates by group, in the order of [#curveGroups], and the least
    /// ratio of favourable rates within one attribute.
    public record AtThreshold(double threshold, List<Counts> counts, double leastRatio) {
        public AtThreshold {
            counts = List.copyOf(counts);
        }

        /// A rate of a group; NaN where there is nobody to look at.
        public double rate(int group, Measure measure) {
            return measure.of(counts.get(group));
        }
    }

    /// The outcomes of each group, in the order of [#curveGroups], within a range of scores.
    public record Bin(double from, double to, List<Estimate> outcomes, List<Long> persons) {}

    /// The groups by one attribute: those of the curve and the calibration.
    public List<Group> curveGroups() {
        return groups.stream()
                .filter(group -> !group.of().isEmpty() && !group.of().contains(", "))
                .toList();
    }

    /// The group of everybody.
    public Optional<Group> all() {
        return groups.stream().filter(group -> group.of().isEmpty()).findFirst();
    }
}
