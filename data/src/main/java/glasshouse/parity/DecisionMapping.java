package glasshouse.parity;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What the columns of a file of decisions mean; `docs/decisions-of-a-file.md` describes the YAML.
///
/// There is a decision, a score or both, and an outcome or none. `person` and `count` are empty
/// where the file has none.
public record DecisionMapping(
        String name,
        String description,
        Shape shape,
        List<Trait> traits,
        List<List<Integer>> intersections,
        @Nullable Score score,
        @Nullable Said decision,
        @Nullable Said outcome,
        boolean favourable,
        String person,
        String count,
        long fewest) {
    public DecisionMapping {
        traits = List.copyOf(traits);
        intersections = List.copyOf(intersections);
        if (traits.isEmpty() || (score == null && decision == null)) {
            throw new IllegalArgumentException("a mapping has groups, and a decision or a score");
        }
    }

    /// How a text file is laid out; `columns` are named where it has no header.
    public record Shape(char delimiter, List<String> columns) {
        public Shape {
            columns = List.copyOf(columns);
        }
    }

    /// A column by which people are grouped: its values under other names, or bands of a number
    /// that begin at `edges`.
    public record Trait(
            String name,
            String column,
            Map<String, String> values,
            List<Double> edges,
            String reference) {
        public Trait {
            edges = List.copyOf(edges);
        }

        /// The groups that the mapping names, in its order.
        public List<String> groups() {
            if (edges.isEmpty()) {
                return values.values().stream().distinct().toList();
            }
            var groups = new java.util.ArrayList<String>();
            groups.add("under " + plain(edges.getFirst()));
            for (int i = 1; i < edges.size(); i++) {
                groups.add(plain(edges.get(i - 1)) + " to under " + plain(edges.get(i)));
            }
            groups.add(plain(edges.getLast()) + " and over");
            return groups;
        }

        /// A number as people write it.
        public static String plain(double number) {
            return new java.math.BigDecimal(Double.toString(number))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /// A column with a score, which end of it means yes, and from where on, if the file says.
    public record Score(String column, boolean highIsYes, OptionalDouble threshold) {}

    /// A column whose values mean yes and no; where `no` is empty, all others mean no.
    public record Said(String column, List<String> yes, List<String> no) {
        public Said {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    /// How to look at the decisions.
    public Plan plan(int resamples, long seed) {
        return new Plan(
                name,
                traits.stream()
                        .map(
                                each ->
                                        new Plan.Attribute(
                                                each.name(), each.groups(), each.reference()))
                        .toList(),
                intersections,
                score == null || score.highIsYes(),
                favourable,
                fewest,
                resamples,
                seed);
    }
}
